import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import bundled, { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Opens Chromium without a window: the one that `CHROMIUM` names, else one on the path, else the one that comes from npm,
 * so that a bare Linux machine needs nothing installed.
 *
 * @param environment - where it is looked for
 */
export async function openChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const program = environment['CHROMIUM'] ?? installed(environment['PATH'] ?? '');
  return program === undefined ? openBundled() : launch(program);
}

function installed(path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...elsewhere].find((place) =>
    existsSync(place),
  );
}

async function openBundled(): Promise<Browser> {
  const folder = await unpacked();
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const program = join(folder, 'chromium');
  try {
    return await launch(program, fonts);
  } catch (error) {
    if (!String(error).includes('shared libraries')) throw error;
    // A machine that never had a browser lacks some libraries; they come in the same package.
    return launch(program, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') });
  }
}

/** The folder of the browser from npm; it is unpacked once, 200 MB, and left to the system's cleaning of temporary files. */
async function unpacked(): Promise<string> {
  const { TMPDIR: before } = process.env;
  const folder = join(tmpdir(), `according-chromium-153-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const scratch = mkdtempSync(join(tmpdir(), 'according-chromium-'));
  try {
    // The package unpacks to where temporary files go.
    process.env['TMPDIR'] = scratch;
    const program = await bundled.executablePath();
    await inflate(join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
    if (program !== join(scratch, 'chromium')) throw new Error(`Expected Chromium in ${scratch}, got it in ${program}`);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(scratch, folder);
  } catch (error) {
    // Another process was faster.
    rmSync(scratch, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function launch(program: string, env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    // Only our own pages are opened, and containers have neither a sandbox nor room in /dev/shm.
    args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
