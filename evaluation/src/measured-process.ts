import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process took from its start to its end. */
export interface MeasuredRun {
  readonly ms: number;
  /** Time on processors, in all its threads; null where the system does not tell. */
  readonly cpuMs: number | null;
  /** Peak memory in MB; null where the system does not tell. Only Linux does. */
  readonly megabytes: number | null;
}

/** Hundredths of a second, in which Linux counts. */
const tickMs = 10;

/**
 * Runs a process to its end; what it prints is thrown away.
 *
 * @throws {Error} where it ends with another code than 0
 */
export function measureProcess(command: string, args: readonly string[], cwd: string): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    let told: { readonly cpuMs: number; readonly megabytes: number } | null = null;
    const watch = setInterval(() => (told = whatLinuxTells(child.pid!) ?? told), 50);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      const { cpuMs = null, megabytes = null } = told ?? {};
      if (code === 0) resolve({ ms: performance.now() - began, cpuMs, megabytes });
      else reject(new Error(`Expected ${command} to end well, got exit code ${code}`));
    });
  });
}

function whatLinuxTells(pid: number): { readonly cpuMs: number; readonly megabytes: number } | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    // After the name, which may hold anything: user time is the 12th field, system time the 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    const cpuMs = tickMs * (Number(fields[11]) + Number(fields[12]));
    return kilobytes === undefined ? null : { cpuMs, megabytes: Number(kilobytes) / 1000 };
  } catch {
    return null;
  }
}
