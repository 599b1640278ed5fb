import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reader, readReport, reportsAsHtml } from 'according';
import { root } from './corpus.ts';

// Takes the README's picture from the real page of an example report, with a statement held that disputes another.
// Needs Chromium: on the path, or named by CHROMIUM.

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
  const read = await reader.read(document);
  writeFileSync(page, reportsAsHtml([read]));
  await reader.close();
  const disputing = read.attributions.findIndex(({ disputes }) => disputes.some((other) => typeof other === 'string'));
  const number = Math.max(0, disputing) + 1;
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
    // Until the page has scrolled to the statement that its address names.
    '--virtual-time-budget=3000',
    `--screenshot=${root}docs/report.png`,
  ];
  execFileSync(chromium, [...flags, ...quiet, ...picture, `file://${page}#r0-${number}`], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  process.stdout.write('wrote docs/report.png\n');
} finally {
  rmSync(scratch, { recursive: true });
}
