import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './corpus.ts';
import { openChromium } from './open-chromium.ts';
import { serveLedger } from './serve-ledger.ts';

/** The report of the picture that the README begins with: a statement in it is disputed. */
const shown = 'https://gazette.example/national/2026/03/03/harbour-tunnel-delayed';

/** Takes pictures of the workbench on the example reports, for the docs. */
export async function takeWorkbenchPictures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'according-pictures-'));
  const server = await serveLedger('--example', `${root}examples`, '--ledger', join(folder, 'examples.db'));
  const browser = await openChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' }); // prettier-ignore
    await context.addInitScript("localStorage.setItem('according.tour', 'left')");
    const page = await context.newPage();
    const take = async (name: string, path: string): Promise<void> => {
      await page.goto(new URL(path, server.address).href);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `${root}docs/workbench-${name}.png` });
      process.stdout.write(`wrote docs/workbench-${name}.png\n`);
    };
    await take('reader', await disputedStatement(server.address));
    await take('overview', '');
    await take('statements', 'statements?words=tunnel&stance=denies&stance=accuses');
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function disputedStatement(address: string): Promise<string> {
  const ask = async (path: string): Promise<unknown> => (await fetch(new URL(path, address))).json();
  const { items } = (await ask('api/documents?limit=100')) as { items: { id: string; url: string | null }[] };
  const { id } = items.find(({ url }) => url === shown)!;
  const { statements } = (await ask(`api/documents/${id}`)) as { statements: { id: string; disputedBy: unknown[] }[] };
  return `documents/${id}?statement=${statements.find(({ disputedBy }) => disputedBy.length > 0)!.id}`;
}
