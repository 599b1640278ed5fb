import { spawn } from 'node:child_process';

/** What opens an address in the browser on this system; null where nobody sits before a screen of it. */
export function browserCommand(address: string, platform: string, env: NodeJS.ProcessEnv): readonly string[] | null {
  const set = (name: string): boolean => (env[name] ?? '') !== '';
  if ((set('CI') && env['CI'] !== 'false') || set('SSH_CONNECTION')) return null;
  if (platform === 'darwin') return ['open', address];
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address];
  return set('DISPLAY') || set('WAYLAND_DISPLAY') ? ['xdg-open', address] : null;
}

/** Opens the browser where there is one. Where not, the address that was printed is enough. */
export function openBrowser(address: string): void {
  const [command, ...args] = browserCommand(address, process.platform, process.env) ?? [];
  if (command === undefined) return;
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`according: no browser could be opened; open ${address} yourself\n`));
  child.unref();
}
