import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger, type Ledger, type LedgerQuery } from '../src/ledger/index.ts';
import type { LedgerRecord, OwnVoiceRecord, RecordedReport, StatementRecord } from '../src/record/index.ts';
import { Files, run, type Ran } from './run-according.ts';

const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
const files = new Files();
let added: Ran;
let ledger: Ledger;
let everything: LedgerRecord[];
let reports: RecordedReport[];

beforeAll(async () => {
  added = await run(['add', folder, '--ledger', files.path('examples.db')]);
  ledger = await openLedger(files.path('examples.db'));
  everything = await find({ kind: 'any', versions: 'all' });
  const versions = everything.map(({ report }) => [`${report.id} ${report.version}`, report] as const);
  reports = [...new Map(versions).values()];
}, 120_000);
afterAll(async () => {
  await ledger.close();
  files.remove();
});

async function find(query: LedgerQuery): Promise<LedgerRecord[]> {
  return Array.fromAsync(ledger.records(query));
}

const isStatement = (record: LedgerRecord): record is StatementRecord => record.kind === 'statement';
const isOwnVoice = (record: LedgerRecord): record is OwnVoiceRecord => record.kind === 'own-voice';
const day = ({ date }: RecordedReport): string => date!.slice(0, 10);

/** The report at this address, in this version. */
function at(address: string, version = 1): RecordedReport {
  const found = reports.find((report) => report.url === `https://${address}` && report.version === version);
  expect(found, address).toBeDefined();
  return found!;
}

async function textOf({ sha256 }: RecordedReport): Promise<string> {
  return (await ledger.text(sha256))!;
}

/** Share of one text's runs of six words that stand in another as well. */
function shared(copy: string, origin: string): number {
  const runs = (text: string): string[] => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
  };
  const there = new Set(runs(origin));
  const own = runs(copy);
  return own.filter((words) => there.has(words)).length / own.length;
}

describe('the example reports', () => {
  it('are added without a complaint, one of them twice, since it was corrected', () => {
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(/^added 19 · new versions 1 · unchanged 0 · failed 0, /u);
  });

  it('bear outlet, date, title and an invented address, save for the two that are bare text', () => {
    const bare = reports.filter(({ url }) => url === null);
    expect(bare.map(({ publisher, date }) => [publisher, date])).toEqual([
      [null, null],
      [null, null],
    ]);
    for (const { publisher, title, date, url } of reports.filter((report) => !bare.includes(report))) {
      expect(url).toMatch(/^https:\/\/[a-z-]+\.example\//u);
      expect([publisher, title].map((value) => (value ?? '').length > 4)).toEqual([true, true]);
      expect(date).toMatch(/^2026-0[23]-\d\d/u);
    }
  });

  it('come from at least eight outlets, over about three weeks', () => {
    const dated = reports.filter(({ date }) => date !== null);
    expect(new Set(dated.map(({ publisher }) => publisher)).size).toBeGreaterThanOrEqual(8);
    const days = dated.map(day).sort();
    expect([days[0], days.at(-1)]).toEqual(['2026-02-17', '2026-03-12']);
  });

  it('tell two stories, each in at least seven reports of at least five outlets', async () => {
    const texts = await Promise.all(reports.map(async (report) => ({ report, text: await textOf(report) })));
    for (const story of [/\bharbour tunnel\b/iu, /\bmill\b/iu]) {
      const telling = texts.filter(({ text }) => story.test(text)).map(({ report }) => report);
      expect(new Set(telling.map(({ id }) => id)).size, String(story)).toBeGreaterThanOrEqual(7);
      expect(new Set(telling.map(({ publisher }) => publisher)).size, String(story)).toBeGreaterThanOrEqual(5);
    }
  });

  it.each<[string, LedgerQuery, number]>([
    ['statements', {}, 250],
    ['disputed statements', { disputed: true }, 20],
    ['denials', { stance: ['denies'] }, 15],
    ['accusations', { stance: ['accuses'] }, 10],
    ['refusals', { stance: ['refuses'] }, 8],
    ['unnamed sources', { sourceType: ['unnamed'] }, 8],
    ['groups', { sourceType: ['group'] }, 10],
    ['documents', { sourceType: ['document'] }, 5],
    ['words held at arm’s length', { distance: ['distancing'] }, 8],
    ['quotations', { quotation: ['direct'] }, 45],
    ['clauses of own voice', { kind: 'own-voice' }, 50],
  ])('have %s to show', async (_, query, least) => {
    expect((await find(query)).length).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['gazette.example/national/2026/03/03/harbour-tunnel-delayed', 'harbour-tunnel-agency.txt', 0.9],
    ['lantern.example/news/two-more-years-of-drilling', 'harbour-tunnel-agency.txt', 0.6],
    ['courier.example/2026/03/06/tunnel-audit', 'meridian.example/2026/03/06/tunnel-audit', 0.9],
    ['radio-ede.example/news/4471', 'meridian.example/2026/02/18/river-fever-mill', 0.9],
  ])('have a copy at %s of %s', async (copy, origin, least) => {
    const text = origin.endsWith('.txt') ? readFileSync(join(folder, origin), 'utf8') : await textOf(at(origin));
    expect(shared(await textOf(at(copy)), text)).toBeGreaterThan(least);
  });

  it('have copies whose own paragraph is in none of the others', async () => {
    const lantern = await textOf(at('lantern.example/news/two-more-years-of-drilling'));
    const own = lantern.split('\n\n').at(-1)!;
    expect(own).toContain('Dolores Finch');
    expect(shared(own, readFileSync(join(folder, 'harbour-tunnel-agency.txt'), 'utf8'))).toBe(0);
  });

  it('have an outlet that states itself what elsewhere is somebody’s word, and drops the “may”', async () => {
    const own = everything.filter(isOwnVoice).filter(({ report }) => report.publisher === 'The Daily Sextant');
    const stated = own.map(({ span }) => span.text).join('\n');
    expect(stated).toContain('it will cost 2.1 billion crowns');
    expect(stated).toContain('Brightwater Civil hid 14 cracks');
    expect(stated).toContain('released untreated water in the night of January 12');
    const words = everything.filter(isStatement).filter(({ report }) => report.publisher === 'Meridian');
    const said = words.find(({ words: { content } }) => content.includes('may have released untreated water'));
    expect(said?.speaker).toBe('Lena Vasquez-Hoy');
  });

  it('have a report that was corrected: searches find the later figure', async () => {
    const address = 'meridian.example/2026/03/06/tunnel-audit';
    expect(await textOf(at(address, 1))).toContain('will cost 2.5 billion crowns');
    expect(await textOf(at(address, 2))).toContain('will cost 2.3 billion crowns');
    const latest = await find({ publisher: ['Meridian'], words: 'tunnel cost billion crowns approved' });
    expect(latest.filter(isStatement).map(({ words }) => words.content.slice(0, 48))).toEqual([
      'The Vardo harbour tunnel will cost 2.3 billion c',
    ]);
  });

  it('have officials who are denied beside those who deny them', () => {
    const denied = everything
      .filter(isStatement)
      .filter(({ sourceType, disputedBy }) => sourceType === 'unnamed' && disputedBy.length > 0);
    expect(denied.map(({ speaker }) => speaker)).toContain('two officials briefed on the matter');
    expect(denied.length).toBeGreaterThanOrEqual(3);
  });

  it('have people who speak in several reports, under one name', () => {
    const reportsWith = (speaker: string): number =>
      new Set(
        everything
          .filter(isStatement)
          .filter((record) => record.speaker === speaker)
          .map(({ report }) => report.id),
      ).size;
    for (const [speaker, least] of Object.entries({
      'Ana Okonjo': 6,
      'Ilse Brandt': 5,
      'Piotr Lund': 3,
      'Jonas Akerele': 3,
      'Lena Vasquez-Hoy': 4,
      'Gideon Strand': 4,
      'Aldo Pereira': 3,
    }))
      expect(reportsWith(speaker), speaker).toBeGreaterThanOrEqual(least);
  });

  it('are listed in their README, and nothing else is', () => {
    const listed = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)`/gmu)];
    const names = readdirSync(folder).filter((name) => name !== 'README.md');
    expect([...new Set(listed.map(([, name]) => name!))].sort()).toEqual(names.sort());
  });

  it('name no address outside `.example`', () => {
    for (const name of readdirSync(folder)) {
      const addresses = readFileSync(join(folder, name), 'utf8').matchAll(/https?:\/\/([\w.-]+)/gu);
      for (const [, host] of addresses) expect(host, name).toMatch(/(?:\.example|^schema\.org|^ogp\.me)$/u);
    }
  });
});
