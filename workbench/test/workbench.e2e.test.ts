import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../evaluation/src/open-chromium.ts';
import { serveLedger, type Served } from '../../evaluation/src/serve-ledger.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const gazette = 'https://gazette.example/national/2026/03/03/harbour-tunnel-delayed';
const audit = 'https://meridian.example/2026/03/06/tunnel-audit';

const folder = mkdtempSync(join(tmpdir(), 'according-workbench-'));
let server: Served;
let browser: Browser;
/** A reader who has left the tour. */
let reader: BrowserContext;
/** Used again and again: opening another costs a second. */
let shared: Page;
const others: Page[] = [];
/** What no page may ever do: see {@link watch}. */
const wrong: string[] = [];

beforeAll(async () => {
  const ledger = join(folder, 'examples.db');
  const started = serveLedger('--workers', '1', '--example', examples, '--ledger', ledger);
  [server, browser] = await Promise.all([started, openChromium()]);
  reader = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  reader.setDefaultTimeout(8_000);
  await reader.addInitScript(() => localStorage.setItem('according.tour', 'left'));
  shared = await watch(await reader.newPage());
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await Promise.all(others.splice(0).map((page) => page.close()));
  expect(wrong.splice(0), 'errors, forbidden scripts and styles, requests to others').toEqual([]);
});

/** Notes what a page must not do: fail, warn, break the server's content policy, ask anybody else for anything. */
async function watch(page: Page): Promise<Page> {
  page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.stack}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(server.address) || /^(?:blob|data):/u.test(request.url());
    if (!isOurs) wrong.push(`${page.url()} asked for ${request.url()}`);
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`forbidden by ${violatedDirective}: ${blockedURI}`),
    ),
  );
  return page;
}

async function open(path: string, page = shared): Promise<Page> {
  await page.goto(new URL(path, server.address).href, { waitUntil: 'domcontentloaded' });
  return page;
}

async function another(context = reader): Promise<Page> {
  const page = await watch(await context.newPage());
  others.push(page);
  return page;
}

/** The page of an example report, by where it was published. */
async function reportPath(url: string): Promise<string> {
  const answer = await fetch(new URL('api/documents?limit=100', server.address));
  const { items } = (await answer.json()) as { items: { id: string; url: string | null }[] };
  return `documents/${items.find((report) => report.url === url)!.id}`;
}

/** The number in “12 statements”. */
async function numberIn(locator: Locator): Promise<number> {
  const text = (await locator.textContent()) ?? '';
  return Number(/([\d,]+)/u.exec(text)![1]!.replaceAll(',', ''));
}

function parametersOf(page: Page): URLSearchParams {
  return new URL(page.url()).searchParams;
}

async function untilAddress(page: Page, fits: (url: URL) => boolean): Promise<void> {
  await page.waitForURL(fits, { waitUntil: 'commit' });
}

describe('the workbench in a browser', { timeout: 30_000 }, () => {
  it('leads a newcomer through three steps, once', async () => {
    const newcomer = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    newcomer.setDefaultTimeout(8_000);
    const page = await open('', await another(newcomer));
    const tour = page.getByRole('complementary', { name: 'Tour' });
    const title = tour.locator('.tour-title');
    await tour.getByRole('button', { name: 'Show me' }).click();
    await untilAddress(page, ({ pathname, searchParams }) => pathname.startsWith('/documents/') && searchParams.has('statement')); // prettier-ignore
    await expect.poll(() => title.textContent()).toBe('Step 1 of 3. Whose word is it?');
    await page.locator('.reader-note.chosen .reader-dispute').waitFor();
    await tour.getByRole('button', { name: 'Next' }).click();
    await untilAddress(page, ({ pathname }) => pathname === '/disputes');
    await expect.poll(() => title.textContent()).toBe('Step 2 of 3. Who contradicts whom?');
    await page.locator('.disputes-pair').first().waitFor();
    await tour.getByRole('button', { name: 'Next' }).click();
    await untilAddress(page, ({ searchParams }) => searchParams.getAll('document').length === 2);
    await expect.poll(() => title.textContent()).toBe('Step 3 of 3. The same story elsewhere');
    await tour.getByRole('button', { name: 'Done' }).click();
    await tour.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'Show the tour again' }).waitFor();
    expect(await tour.count()).toBe(0);
    await newcomer.close();
  });

  it('fetches at most 250 kB of scripts for its first page', async () => {
    // A browser that has nothing of it yet.
    const newcomer = await browser.newContext();
    const page = await another(newcomer);
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script')
        sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await open('', page);
    await page.locator('.chart-holder a').first().waitFor();
    const all = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(all).toBeGreaterThan(10_000);
    expect(all).toBeLessThanOrEqual(250_000);
    await newcomer.close();
  });

  it('leads from a bar to as many sentences as it counts', async () => {
    const page = await open('');
    const chart = page.getByRole('figure', { name: 'Stances by outlet' });
    const bar = chart.locator('svg a[aria-label*="Courier: denies"]');
    const counted = Number(/, (\d+) statements?/u.exec((await bar.getAttribute('aria-label'))!)![1]);
    await bar.click();
    await untilAddress(page, ({ pathname }) => pathname === '/statements');
    await expect.poll(() => page.locator('.statements-bar strong').textContent()).toMatch(new RegExp(`^${counted} `));
    await expect.poll(() => page.locator('.statements-group .record-words').count()).toBe(counted);
    await page.goBack();
    await bar.waitFor();
    await page.getByRole('group', { name: 'Stances by outlet: as' }).getByRole('button', { name: 'Table' }).click();
    expect(parametersOf(page).getAll('table')).toHaveLength(1);
    await chart.getByRole('table').waitFor();
  });

  it('walks through a chart with the keyboard', async () => {
    const page = await open('');
    const links = page.getByRole('figure', { name: 'Kinds of source by outlet' }).locator('.chart-holder a');
    await links.first().waitFor();
    expect(await links.and(page.locator('[tabindex="0"]')).count()).toBe(1);
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    const now = await page.evaluate(() => document.activeElement!.getAttribute('href'));
    expect(now).not.toBe(await links.first().getAttribute('href'));
    await page.keyboard.press('Enter');
    await untilAddress(page, (url) => `${url.pathname}${url.search}` === now);
  });

  it('keeps words and filters in the address, so that a colleague sees the same', async () => {
    const page = await open('statements');
    const count = page.locator('.statements-bar strong');
    const all = await numberIn(count);
    await page.keyboard.press('/');
    await page.keyboard.type('tunnel');
    await untilAddress(page, ({ searchParams }) => searchParams.get('words') === 'tunnel');
    await expect.poll(() => numberIn(count)).toBeLessThan(all);
    const facet = page.getByRole('group', { name: 'Stance' }).locator('label', { hasText: 'denies' });
    const promised = await numberIn(facet.locator('.dim'));
    await facet.click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('stance') === 'denies');
    await expect.poll(() => numberIn(count)).toBe(promised);
    const other = await open(page.url(), await another());
    await expect.poll(() => numberIn(other.locator('.statements-bar strong'))).toBe(promised);
    expect(await other.getByRole('searchbox', { name: 'Words in statements' }).inputValue()).toBe('tunnel');
    await expect.poll(() => other.locator('.statements-group .record-words mark').count()).toBeGreaterThan(0);
    await other.getByRole('button', { name: 'Without: denies' }).click();
    await untilAddress(other, ({ searchParams }) => !searchParams.has('stance'));
  });

  it('downloads all that is found, not only what the page has loaded', async () => {
    const page = await open('statements');
    const all = await numberIn(page.locator('.statements-bar strong'));
    const loaded = await page.locator('.statements-group .record-words').count();
    expect(all).toBeGreaterThan(loaded);
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const file = join(folder, 'all.csv');
    await (await started).saveAs(file);
    // Line ends within quotation marks are not ends of rows.
    const rows = readFileSync(file, 'utf8')
      .replaceAll(/"(?:[^"]|"")*"/gu, '')
      .trimEnd()
      .split('\n');
    expect(rows).toHaveLength(all + 1);
  });

  it('is read with j, k, Enter and Esc, and the address bears what is chosen', async () => {
    const page = await open(await reportPath(audit));
    const chosen = page.locator('.reader-note [aria-current=true]');
    await page.locator('.reader-note').first().waitFor();
    const number = (): Promise<string | null> => chosen.locator('.reader-note-number').textContent();
    await page.keyboard.press('j');
    await expect.poll(number).toBe('1');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect.poll(number).toBe('2');
    const id = parametersOf(page).get('statement');
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen.getAttribute('aria-expanded')).toBe('true');
    const other = await open(page.url(), await another());
    await other.locator('.reader-note [aria-current=true]').waitFor();
    expect(await other.locator('.reader-note [aria-current=true] .reader-note-number').textContent()).toBe('2');
    await page.keyboard.press('Escape');
    await expect.poll(() => chosen.count()).toBe(0);
    expect([id, parametersOf(page).has('statement')]).toEqual([expect.stringMatching(/./), false]);
  });

  it('joins what contradicts each other by a line', async () => {
    const page = await open(await reportPath(gazette));
    const line = page.locator('svg path[data-from][data-to]').first();
    await line.waitFor({ state: 'attached' });
    await expect.poll(() => line.getAttribute('d')).toMatch(/^M/);
    const by = Number(await line.getAttribute('data-from'));
    await page.locator(`[data-note="${by}"] [data-note-button]`).click();
    await expect.poll(() => page.locator('.reader-note.against, .reader-note.by').count()).toBeGreaterThan(0);
  });

  it('shows one speaker’s statements alone', async () => {
    const page = await open(await reportPath(gazette));
    const speakers = page.getByRole('group', { name: 'Speakers' }).getByRole('button');
    await speakers.first().waitFor();
    const all = await page.locator('.reader-note').count();
    const said = await numberIn(speakers.first().locator('.dim'));
    expect(said).toBeLessThan(all);
    await speakers.first().click();
    await expect.poll(() => page.locator('.reader-note').count()).toBe(said);
    expect(parametersOf(page).get('speaker')).not.toBeNull();
  });

  it('shows what changed between two versions', async () => {
    const page = await open(await reportPath(audit));
    await page.getByRole('button', { name: 'What changed' }).click();
    const [before, after] = [page.locator('article').first(), page.locator('article').nth(1)];
    await expect.poll(() => after.locator('ins').count()).toBeGreaterThan(0);
    expect(await before.locator('ins').count()).toBe(0);
    await page.getByRole('button', { name: 'In one text' }).click();
    await expect.poll(() => page.locator('article').count()).toBe(1);
    expect(parametersOf(page).get('view')).toBe('inline');
    await page.getByRole('button', { name: 'Version 1' }).click();
    await untilAddress(page, ({ searchParams }) => searchParams.get('version') === '1' && !searchParams.has('compare'));
    await page.locator('.reader-note').first().waitFor();
  });

  it('opens the note from below on a narrow page', async () => {
    const page = await open(await reportPath(gazette));
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('.reader-text [data-statement]').first().click();
    const sheet = page.getByRole('complementary', { name: /^Statement \d+ of \d+$/u });
    await sheet.getByRole('button', { name: 'Next' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('compares reports that are ticked in the list', async () => {
    const page = await open('documents?words=tunnel');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('link', { name: 'Compare 2 reports' }).click();
    await untilAddress(page, ({ pathname, searchParams }) => pathname === '/compare' && searchParams.getAll('document').length === 2); // prettier-ignore
    await page.locator('main a[href^="/documents/"]').first().waitFor();
    const contrast = page.locator('main').getByRole('button', { pressed: false }).first();
    await contrast.click();
    await untilAddress(page, ({ searchParams }) => searchParams.has('contrast'));
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name: /CSV/u }).click();
    await (await started).saveAs(join(folder, 'comparison.csv'));
    expect(readFileSync(join(folder, 'comparison.csv'), 'utf8').split('\n').length).toBeGreaterThan(3);
  });

  it('leads from a speaker’s role to the words that tell it', async () => {
    const page = await open('speakers');
    await page.getByRole('searchbox').first().fill('Okonjo');
    await page.getByRole('link', { name: 'Ana Okonjo', exact: true }).click();
    await page.getByRole('heading', { name: 'Ana Okonjo', level: 1 }).waitFor();
    const role = page.getByRole('region', { name: 'Roles' }).getByRole('link').first();
    const words = (await role.textContent())!;
    await role.click();
    const hit = page.locator('.reader-text .hit');
    await hit.first().waitFor();
    expect((await hit.allTextContents()).join('').toLowerCase()).toContain(words.toLowerCase());
  });

  it('shows both sides of a dispute, and leads to the words', async () => {
    const page = await open('disputes');
    const pair = page.locator('.disputes-pair', { has: page.locator('.disputes-side a').nth(2) }).first();
    await expect.poll(() => pair.locator('.disputes-side .record-words').count()).toBe(2);
    const sentence = pair.locator('.disputes-contradicts .record-words a');
    const id = new URL((await sentence.getAttribute('href'))!, server.address).searchParams.get('statement');
    await sentence.click();
    await page.locator('.reader-note.chosen .reader-dispute').waitFor();
    expect(parametersOf(page).get('statement')).toBe(id);
  });

  it('says that there is nothing at an address that is none', async () => {
    const page = await open('no-such-page');
    await page.getByRole('heading', { name: 'No such page' }).waitFor();
    await page.getByRole('link', { name: 'look through the reports' }).click();
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  });

  it('adds a text that is pasted, and leads to the report', async () => {
    const page = await open('add');
    await page
      .getByLabel('The report’s words')
      .fill('Ana Okonjo said the tunnel would open late. The ministry denied it.');
    await page.getByLabel('Title, if known').fill('A pasted report');
    await page.getByRole('button', { name: 'Read this text' }).click();
    const link = page.locator('.add-import').first().getByRole('link', { name: 'A pasted report' });
    await link.click({ timeout: 20_000 });
    await page.getByRole('heading', { name: 'A pasted report' }).waitFor();
    await expect.poll(() => page.locator('.reader-note').count()).toBeGreaterThan(0);
  });

  it('adds files, and says of each that it cannot read why', async () => {
    const good = join(folder, 'good.txt');
    const bad = join(folder, 'bad.pdf');
    writeFileSync(good, 'Ewa Lindqvist said the river was clean. She denied that anybody had been warned.');
    writeFileSync(bad, '%PDF-1.4\nno more than this');
    const page = await open('add');
    await page.locator('input[type=file]').first().setInputFiles([good, bad]);
    const card = page.locator('.add-import').first();
    await expect.poll(() => card.locator('.add-failures li').count(), { timeout: 20_000 }).toBe(1);
    expect(await card.locator('.add-failures li').textContent()).toMatch(/bad\.pdf.*[a-z]+-[a-z-]+/su);
    await card.getByRole('button', { name: 'Try again' }).waitFor();
    await card.locator('.add-reports a').click();
    await page.locator('.reader-note').first().waitFor();
  });
});

/** One of each page, with enough on it. */
const pages: readonly (readonly [name: string, path: () => string | Promise<string>])[] = [
  ['the overview', () => ''],
  ['the statements', () => 'statements?words=tunnel&stance=denies'],
  ['the reports', () => 'documents'],
  ['a report', async () => reportPath(gazette)],
  ['two versions', async () => `${await reportPath(audit)}?compare=1`],
  ['the speakers', () => 'speakers'],
  ['a speaker', () => 'speakers/Ana%20Okonjo'],
  ['the disputes', () => 'disputes'],
  ['the choice of reports to compare', () => 'compare'],
  ['compared reports', async () => `compare?document=${(await reportPath(gazette)).slice(10)}&document=${(await reportPath(audit)).slice(10)}`], // prettier-ignore
  ['adding', () => 'add'],
  ['an address that is none', () => 'no-such-page'],
];

describe('every page, light and dark, narrow and wide', { timeout: 60_000 }, () => {
  it.each(pages)('is open to everybody: %s', async (_, path) => {
    await shared.setViewportSize({ width: 1280, height: 800 });
    const page = await open(await path());
    await page.waitForLoadState('networkidle');
    await page.evaluate(axe.source);
    const found: string[] = [];
    for (const width of [1280, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const how = `${width} px, ${colorScheme}`;
        const { violations } = await page.evaluate(async (dark) => {
          const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
          // Nothing but colours is another in the dark.
          return axe.run(document, { resultTypes: ['violations'], ...(dark && { runOnly: ['color-contrast'] }) });
        }, colorScheme === 'dark');
        for (const { id, nodes } of violations)
          found.push(
            ...nodes.slice(0, 3).map((node) => `${how}: ${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
          );
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) found.push(`${how}: ${overflow} px wider than the window`);
      }
    expect(found).toEqual([]);
  });
});
