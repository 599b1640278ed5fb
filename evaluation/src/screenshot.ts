import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Reader, readReport, reportsAsHtml } from 'according';
import { root } from './corpus.ts';
import { openChromium } from './open-chromium.ts';
import { takeWorkbenchPictures } from './workbench-pictures.ts';

// Takes the pictures in the docs: the workbench, and the page that `according read --html` makes of an example report, with
// a statement held that disputes another.

const browser = await openChromium();
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
  const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await tab.goto(`${pathToFileURL(page).href}#r0-${number}`);
  await tab.screenshot({ path: `${root}docs/report.png` });
  process.stdout.write('wrote docs/report.png\n');
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
await takeWorkbenchPictures();
