import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadDocument } from '../src/attribution/index.ts';
import { exportFormats, toInterchange, type InterchangeDocument } from '../src/export/index.ts';
import { openLedger } from '../src/ledger/index.ts';
import { exportSources } from '../src/pipeline/index.ts';
import { handMade } from './hand-made.ts';
import { bytesOf } from './hand-made-records.ts';
import { stores } from './ledger-stores.ts';
import { run } from './run-according.ts';

const folder = mkdtempSync(join(tmpdir(), 'according-interchange-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a line of a ledger has otherwise than one of `extract`, as `docs/interchange.md` lists it. */
function asLedgerGives(line: InterchangeDocument, { id, key }: { id: string | number; key: string }): unknown {
  const { authors: _authors, dateline: _dateline, ...kept } = line;
  const idOf = (label: string): string => `${key}-${label}`;
  return {
    ...kept,
    id,
    attributions: line.attributions.map((attribution) => ({
      ...attribution,
      id: idOf(attribution.id),
      parent: attribution.parent === null ? null : idOf(attribution.parent),
      disputes: attribution.disputes.map((disputed) => (typeof disputed === 'string' ? idOf(disputed) : disputed)),
    })),
  };
}

function expectSame(exported: readonly InterchangeDocument[], extracted: readonly InterchangeDocument[]): void {
  expect(exported).toHaveLength(extracted.length);
  for (const line of extracted) {
    const same = exported.find(({ sha256 }) => sha256 === line.sha256)!;
    const key = same.attributions[0]!.id.replace(/-a\d+(\.\d+)*$/u, '');
    expect(same).toEqual(asLedgerGives(line, { id: same.id, key }));
  }
}

const hard: ReadDocument = handMade(
  '🚇 [Minister Ana Ruiz](source 1) [told](cue 1) reporters at noon that [[Lund](source 2) [denied](cue 2) [it](content 2)](content 1). ' +
    '[Ruiz](source 3) [rejected](cue 3) [that the café had leaked](content 3). The café leaked.',
  {
    statements: {
      1: { entity: 'e1', addressee: 'reporters', time: ['at noon', '2026-03-03'] },
      2: { entity: 'e2', within: 1, stance: 'denies', disputes: [3] },
      3: { entity: 'e10', stance: 'denies', disputes: ['The café leaked'], confidence: 0.123456 },
    },
    entities: {
      e1: { name: 'Ana Ruiz', aliases: ['Ruiz'], roles: ['Minister'] },
      e2: { name: 'Lund', mentions: ['it'] },
      e10: { name: 'Ruiz', type: 'other' },
    },
    ownVoice: ['The café leaked'],
    metadata: { url: 'https://courier.example/1', title: 'Late', publisher: 'Courier', date: '2026-03-04' },
    document: { diagnostics: [{ code: 'unclosed-quotation', message: 'Expected a mark', span: { start: 3, end: 4 } }] },
  },
);

describe.each(stores)('the interchange format of a ledger on $kind', ({ newAddress }) => {
  it('has nested statements, entities, own voice and diagnostics as they were read', async () => {
    await using ledger = await opened(await newAddress());
    const { url, title, publisher, date } = hard.document;
    const facts = { url, title, publisher, date, id: null, origin: 'x', dateOrigin: 'given' as const };
    await ledger.add(facts, hard);
    const chunks = exportFormats.jsonl.write(ledger.records({}), exportSources(ledger));
    const lines = linesOf(String(await bytesOf(chunks)));
    expectSame(lines, [toInterchange(hard)]);
    expect(lines[0]!.attributions.filter(({ parent }) => parent !== null)).toHaveLength(1);
  });
});

describe('add and export', () => {
  it('give the lines that extract gives', { timeout: 60_000 }, async () => {
    const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
    const reports = readdirSync(examples).map((name) => {
      const words = readFileSync(join(examples, name), 'utf8');
      return { id: name, date: '2026-03-04', ...(name.endsWith('.html') ? { html: words } : { text: words }) };
    });
    const input = reports.map((report) => JSON.stringify(report)).join('\n');
    const [file, ledger] = [join(folder, 'reports.jsonl'), join(folder, 'press.db')];
    writeFileSync(file, input);
    const extracted = await run(['extract'], { input });
    const added = await run(['add', file, '--ledger', ledger]);
    const exported = await run(['export', '--ledger', ledger, '--format', 'jsonl', '--output', '-']);
    expect([extracted.code, added.code, exported.code]).toEqual([0, 0, 0]);
    const lines = linesOf(exported.stdout);
    expectSame(lines, linesOf(extracted.stdout));
    const entities = lines.flatMap((line) => line.entities);
    for (const key of ['mentions', 'aliases', 'roles'] as const)
      expect(entities.some((entity) => entity[key].length > 0)).toBe(true);
  });
});

async function opened(address: string) {
  const ledger = await openLedger(address);
  return Object.assign(ledger, { [Symbol.asyncDispose]: () => ledger.close() });
}

function linesOf(text: string): InterchangeDocument[] {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as InterchangeDocument);
}
