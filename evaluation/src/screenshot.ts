import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reader, readReport, reportsAsHtml } from 'according';
import { root } from './corpus.ts';

// Takes the README's picture from the real page of an example report. Needs Chromium: on the path, or named by CHROMIUM.

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromium = places.find((place) => place !== undefined && existsSync(place));
if (chromium === undefined) {
  process.stderr.write('Expected Chromium, found none; CHROMIUM names its program\n');
  process.exit(1);
}
const scratch = mkdtempSync(join(tmpdir(), 'according-picture-'));
try {
  const reader = await Reader.open();
  const document = await readReport(readFileSync(`${root}examples/harbour-tunnel-courier.html`));
  const page = join(scratch, 'page.html');
  writeFileSync(page, reportsAsHtml([await reader.read(document)]));
  await reader.close();
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--hide-scrollbars',
  ];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const picture = [
    `--user-data-dir=${join(scratch, 'profile')}`,
    '--window-size=1280,900',
    `--screenshot=${root}docs/report.png`,
  ];
  execFileSync(chromium, [...flags, ...quiet, ...picture, `file://${page}`], { stdio: 'ignore', timeout: 120_000 });
  process.stdout.write('wrote docs/report.png\n');
} finally {
  rmSync(scratch, { recursive: true });
}
