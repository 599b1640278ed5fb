/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { root } from './corpus.ts';
import { writeSection } from './docs-section.ts';
import { fillLedger } from './fill-ledger.ts';
import { InventedReports } from './invented-reports.ts';
import { openChromium } from './open-chromium.ts';
import { serveLedger } from './serve-ledger.ts';

// Measures the workbench in Chromium: what it loads, how soon a long report can be read, and how long a search takes.

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    statements: { type: 'string', default: '25' },
    /** How often each is done. */
    times: { type: 'string', default: '30' },
    write: { type: 'boolean', default: false },
  },
});
const times = Number(values.times);
const folder = mkdtempSync(join(tmpdir(), 'according-workbench-bench-'));
const browser = await openChromium();

try {
  const long = join(folder, 'long.db');
  const many = join(folder, 'many.db');
  await fillLedger(long, 1, 200);
  const filled = await fillLedger(many, Number(values.documents), Number(values.statements));
  const rows = [...(await measureReader(long)), ...(await measureSearch(many))];
  const head = `Chromium ${browser.version()} without a window, server and browser on ${cpus()[0]?.model.trim()}, load average ${loadavg()[0]!.toFixed(1)} on ${cpus().length} processors; each ${times} times. Searches go to ${filled}.`;
  const table = ['| | |', '| --- | --- |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`)].join('\n');
  process.stdout.write(`${head}\n\n${table}\n`);
  if (values.write) writeSection(`${root}docs/performance.md`, 'bench-workbench', `${head}\n\n${table}\n`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

type Row = readonly [what: string, figure: string];

async function measureReader(ledger: string): Promise<Row[]> {
  const server = await serveLedger('--workers', '1', '--ledger', ledger);
  const page = await newPage();
  try {
    const { items } = (await (await fetch(new URL('api/documents', server.address))).json()) as { items: { id: string }[] }; // prettier-ignore
    const report = new URL(`documents/${items[0]!.id}`, server.address).href;
    const { text, statements } = (await (await fetch(new URL(`api/documents/${items[0]!.id}`, server.address))).json()) as { text: string; statements: unknown[] }; // prettier-ignore
    const rows: Row[] = [
      ['scripts of the first page, the overview with its charts, compressed', await scriptsOf(server.address)],
      ['scripts of a report’s page, compressed', await scriptsOf(report)],
    ];
    const [readable, whole, key]: [number[], number[], number[]] = [[], [], []];
    for (let time = 0; time < times; time++) {
      await page.goto('about:blank');
      await page.goto(report);
      // Both count from the moment at which the address was opened.
      readable.push(await page.evaluate(() => untilDrawn(() => document.querySelector('.reader-note') !== null)));
      whole.push(await page.evaluate((all) => untilDrawn(() => document.querySelectorAll('.reader-note').length === all), statements.length)); // prettier-ignore
      key.push(
        await page.evaluate(async () => {
          const from = performance.now();
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
          return (await untilDrawn(() => document.querySelector('.reader-note [aria-current]') !== null)) - from;
        }),
      );
    }
    const words = text.split(/\s+/u).length.toLocaleString('en');
    const what = `report of ${words} words with ${statements.length} statements`;
    return [
      ...rows,
      [`${what}: from its address to text and notes in sight that answer (p50 / p95)`, quantiles(readable)],
      ['… to all of its notes', quantiles(whole)],
      ['… from `j` to the chosen statement', quantiles(key)],
    ];
  } finally {
    await page.close();
    await server.stop();
  }
}

async function measureSearch(ledger: string): Promise<Row[]> {
  const server = await serveLedger('--workers', '1', '--ledger', ledger);
  const page = await newPage();
  const invented = new InventedReports(7, 1);
  try {
    await page.goto(new URL('statements?words=a', server.address).href);
    const took: number[] = [];
    for (let time = 0; time < times; time++) {
      const words = `${invented.queryWord()} ${invented.queryWord()}`;
      took.push(
        await page.evaluate(
          async (address) => {
            // Anything that shows no list, so that what comes is what was looked for.
            history.pushState(null, '', '/no-such-page');
            await untilDrawn(() => document.querySelector('.statements-bar') === null);
            const from = performance.now();
            history.pushState(null, '', address);
            return (await untilDrawn(() => document.querySelector('.statements-bar') !== null && document.querySelector('.statements-group, main .state:not(.loading)') !== null)) - from; // prettier-ignore
          },
          `/statements?${new URLSearchParams({ words }).toString()}`,
        ),
      );
    }
    return [['search for two words: from Enter to the first sentences (p50 / p95)', quantiles(took)]];
  } finally {
    await page.close();
    await server.stop();
  }
}

declare function untilDrawn(fits: () => boolean): Promise<number>;

/** A page in which `untilDrawn` tells when what fits was drawn and the page could answer again. */
async function newPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      untilDrawn: async (fits: () => boolean): Promise<number> => {
        while (!fits()) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now();
      },
    });
  });
  return page;
}

/** As sent: what a browser that has nothing of it yet has to fetch. */
async function scriptsOf(address: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  await page.close();
  return `${Math.round(all.reduce((sum, size) => sum + size, 0) / 1000)} kB`;
}

function quantiles(took: readonly number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.ceil(share * (sorted.length - 1))]!);
  return `${at(0.5)} / ${at(0.95)} ms`;
}
