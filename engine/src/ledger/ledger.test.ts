import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import type { ReadDocument } from '../attribution/index.ts';
import { createDocument } from '../document/index.ts';
import type { LedgerRecord, StatementRecord } from '../record/index.ts';
import { openLedger, type Ledger, type LedgerQuery, type ReportFacts } from './index.ts';

const noFacts: ReportFacts = {
  url: null,
  id: null,
  origin: 'reports/one.txt',
  publisher: null,
  title: null,
  date: null,
  dateOrigin: 'none',
};

const facts = (some: Partial<ReportFacts>): ReportFacts => ({ ...noFacts, ...some });

const flood = handMade(
  'The river rose on Monday. [Mayor Ilse Bracht](source 1) [said](cue 1) [the old dam had held](content 1). ' +
    '[Farmers](source 2) [denied](cue 2) [that the dam had held](content 2). Nine houses stood empty.',
  {
    statements: {
      1: { speaker: 'Bracht', entity: 'e1', confidence: 0.9 },
      2: { stance: 'denies', sourceType: 'group', disputes: [1], confidence: 0.6 },
    },
    entities: { e1: { name: 'Ilse Bracht', mentions: ['Mayor Ilse Bracht'] } },
    ownVoice: ['The river rose on Monday.', 'Nine houses stood empty.'],
  },
);

const strike = handMade(
  '[The Tarn Herald](source 1) [reported](cue 1) [a strike at the “dam works”](content 1).\n\n[It](source 2) [doubts](cue 2) [the café will open](content 2).',
  {
    statements: {
      1: { speaker: 'The Tarn Herald', sourceType: 'media', quotation: 'mixed' },
      2: { speaker: 'The Tarn Herald', sourceType: 'media', stance: 'doubts', distance: 'distancing' },
    },
  },
);

/** The same statements, found by another network. */
const by = (read: ReadDocument, version: string): ReadDocument => ({ ...read, model: { name: 'net', version } });

async function all(records: AsyncIterable<LedgerRecord>): Promise<LedgerRecord[]> {
  return Array.fromAsync(records);
}

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  let ledger: Ledger;
  const open = async (): Promise<void> => {
    ledger = await openLedger(await newAddress(), { now: () => new Date('2024-05-01T10:00:00Z') });
  };
  const close = async (): Promise<void> => ledger.close();

  describe('keeps visits', () => {
    beforeEach(open);
    afterEach(close);

    it('and gives the last one to each address', async () => {
      const url = 'https://news.example/feed?a=1';
      expect(await ledger.visitOf(url)).toBeNull();
      await ledger.keepVisit(url, { etag: '"1"', lastModified: null });
      await ledger.keepVisit(url, { etag: null, lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' });
      await ledger.keepVisit('https://news.example/', { etag: null, lastModified: null });
      expect(await ledger.visitOf(url)).toEqual({ etag: null, lastModified: 'Mon, 02 Mar 2026 10:00:00 GMT' });
      expect(await ledger.visitOf('https://news.example/')).toEqual({ etag: null, lastModified: null });
    });

    it('but none to an address that is too long to be found again', async () => {
      const random = Array.from({ length: 500 }, (_, index) => (index * 7919).toString(36)).join('');
      await ledger.keepVisit(`https://news.example/${random}${random}`, { etag: '"1"', lastModified: null });
      expect(await ledger.visitOf(`https://news.example/${random}${random}`)).toBeNull();
    });
  });

  describe('keeps reports', () => {
    beforeEach(open);
    afterEach(close);

    it('once, however often they are added', async () => {
      const one = facts({ url: 'https://news.example/flood' });
      expect(await ledger.add(one, flood)).toBe('added');
      const before = await ledger.summary();
      expect(await ledger.add(one, flood)).toBe('unchanged');
      expect(await ledger.add({ ...one, url: 'https://NEWS.example/flood/?utm_source=x#top' }, flood)).toBe(
        'unchanged',
      );
      expect(await ledger.summary()).toEqual(before);
      expect(before).toEqual({ reports: 1, versions: 1, texts: 1, readings: 1, statements: 4, failures: 0 });
    });

    it('and gives every statement back with all that was known of it', async () => {
      await ledger.add(
        facts({
          url: 'https://news.example/flood',
          publisher: 'Tarn Herald',
          title: 'Flood',
          date: '2024-04-02',
          dateOrigin: 'json-ld',
        }),
        flood,
      );
      const [first, second] = (await all(ledger.records({}))) as StatementRecord[];
      const { text, sha256 } = flood.document;
      expect(first).toMatchObject({
        kind: 'statement',
        report: {
          url: 'https://news.example/flood',
          publisher: 'Tarn Herald',
          title: 'Flood',
          date: '2024-04-02',
          dateOrigin: 'json-ld',
          sha256,
          version: 1,
        },
        words: { source: 'Mayor Ilse Bracht', cue: 'said', content: 'the old dam had held' },
        speaker: 'Bracht',
        entity: { id: 'e1', name: 'Ilse Bracht', type: 'person' },
        sourceType: 'person',
        quotation: 'indirect',
        stance: 'asserts',
        distance: 'neutral',
        confidence: 0.9,
        disputes: [],
        disputedBy: [second!.id],
        model: { name: 'none', version: '0' },
      });
      expect(second!.disputes).toEqual([first!.id]);
      expect(first!.sentence.text).toBe('Mayor Ilse Bracht said the old dam had held.');
      expect(text.slice(first!.sentence.start, first!.sentence.end)).toBe(first!.sentence.text);
      expect(text.slice(first!.content[0]!.start, first!.content[0]!.end)).toBe('the old dam had held');
      expect(await ledger.record(first!.id)).toEqual(first);
      expect(await ledger.record('nothing')).toBeNull();
    });

    it('with their own voice beside the statements', async () => {
      await ledger.add(noFacts, flood);
      expect((await all(ledger.records({ kind: 'own-voice' }))).map((record) => record.kind)).toEqual([
        'own-voice',
        'own-voice',
      ]);
      expect(await all(ledger.records({ kind: 'any' }))).toHaveLength(4);
      const { hits } = await ledger.search({ kind: 'own-voice', words: 'houses' });
      expect(hits[0]!.record).toMatchObject({ span: { text: 'Nine houses stood empty.' } });
      expect(hits[0]!.matches).toEqual([{ start: 5, end: 11 }]);
    });

    it('by outlet and path, or by a given id, where they have no address', async () => {
      expect(await ledger.add(facts({ publisher: 'A' }), flood)).toBe('added');
      expect(await ledger.add(facts({ publisher: 'B' }), flood)).toBe('added');
      expect(await ledger.add(facts({ id: '7', origin: 'x.jsonl, line 1' }), flood)).toBe('added');
      expect(await ledger.add(facts({ id: '7', origin: 'x.jsonl, line 9' }), flood)).toBe('unchanged');
      expect(await ledger.summary()).toMatchObject({ reports: 3, texts: 1, readings: 1 });
    });

    it('of one text as several reports, read once', async () => {
      const first = facts({ url: 'https://a.example/1', publisher: 'A' });
      const copy = facts({ url: 'https://b.example/2', publisher: 'B' });
      const { sha256 } = flood.document;
      expect(await ledger.link(copy, sha256)).toBeNull();
      expect(await ledger.knows(first, sha256, flood.model)).toBe('nothing');
      await ledger.add(first, flood);
      expect(await ledger.knows(first, sha256, flood.model)).toBe('report');
      expect(await ledger.knows(copy, sha256, flood.model)).toBe('text');
      expect(await ledger.knows(copy, sha256, { name: 'net', version: '2' })).toBe('nothing');
      expect(await ledger.link(copy, sha256)).toBe('added');
      expect(await ledger.link(copy, sha256)).toBe('unchanged');
      const { hits } = await ledger.search({ words: 'held' }, { sort: 'confidence' });
      expect(hits.map(({ record }) => record.report.publisher)).toEqual(['A', 'B', 'A', 'B']);
      expect(hits[0]!.record.id).toBe(hits[1]!.record.id);
    });

    it('whose text changed as a new version, with the difference', async () => {
      const one = facts({ url: 'https://a.example/1' });
      const changed = handMade(
        'The river rose on Monday. [Mayor Ilse Bracht](source) [said](cue) [the old dam had broken](content).',
      );
      await ledger.add(one, flood);
      expect(await ledger.add(one, changed)).toBe('new-version');
      // What a command met in this order it meets so again.
      expect(await ledger.add(one, flood)).toBe('unchanged');
      expect(await ledger.add(one, changed)).toBe('unchanged');
      expect((await all(ledger.records({}))).map((record) => record.report.version)).toEqual([2]);
      expect((await all(ledger.records({ versions: 'all' }))).map((record) => record.report.version)).toEqual([
        1, 1, 2,
      ]);
      const [, second] = await ledger.store.read.selectFrom('version').selectAll().orderBy('id').execute();
      const [start, end, newStart, newEnd] = (JSON.parse(second!.difference!) as number[][])[0]!;
      expect(flood.document.text.slice(start, end)).toContain('held');
      expect(changed.document.text.slice(newStart, newEnd)).toContain('broken');
      expect(second!.previous_id).not.toBeNull();
    });

    it('and reads them again without losing what an older network found', async () => {
      await ledger.add(facts({ url: 'https://a.example/1' }), flood);
      const [old] = await all(ledger.records({}));
      expect(await Array.fromAsync(ledger.unreadBy({ name: 'net', version: '2' }))).toMatchObject([
        { sha256: flood.document.sha256, text: flood.document.text, url: 'https://a.example/1' },
      ]);
      expect(await ledger.reread(by(flood, '2'))).toBe('reread');
      expect(await ledger.reread(by(flood, '2'))).toBe('unchanged');
      expect(await Array.fromAsync(ledger.unreadBy({ name: 'net', version: '2' }))).toEqual([]);
      const now = await all(ledger.records({}));
      expect(now.map((record) => record.model.version)).toEqual(['2', '2']);
      expect(await ledger.count({ readings: 'all' })).toBe(4);
      expect(await ledger.record(old!.id)).toEqual(old);
    });

    it('with any text that strings can hold', async () => {
      const odd = createDocument('A\0b \ud800 “x” 🌊 \u0301 ' + 'w'.repeat(5000));
      const whole = { start: 0, end: odd.text.length };
      const read: ReadDocument = { ...flood, document: odd, attributions: [], ownVoice: [whole] };
      expect(await ledger.add(facts({ title: 'n\0l', publisher: "o'\0" }), read)).toBe('added');
      const [record] = await all(ledger.records({ kind: 'any' }));
      expect(record).toMatchObject({ span: { text: odd.text.toWellFormed().replace('\0', '\ufffd') } });
      expect(record!.report.sha256).toBe(odd.sha256);
    });

    it('with more words in a statement than an index takes', async () => {
      const letters = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';
      const odd = (index: number): string => `${letters[index % 33]}${letters[Math.floor(index / 33) % 33]}`.repeat(30);
      const words = Array.from({ length: 3000 }, (_, index) => `${odd(index)}${index}`).join(' ');
      const long = handMade(`[Ana](source) [said](cue) [First. ${words}](content).`);
      expect(await ledger.add(noFacts, long)).toBe('added');
      expect(await ledger.count({ words: 'first' })).toBe(1);
      const [record] = (await all(ledger.records({}))) as StatementRecord[];
      expect(record!.content[0]!.end - record!.content[0]!.start).toBe(words.length + 7);
      expect(record!.words.content.length).toBeLessThanOrEqual(20_000);
    });

    it('many at once, each whole or not at all', async () => {
      const bad: ReadDocument = { ...strike, document: { ...strike.document, sha256: 'none' } };
      const broken: ReadDocument = { ...by(strike, '3'), entities: [flood.entities[0]!, flood.entities[0]!] };
      const outcomes = await ledger.addMany([
        { facts: facts({ url: 'https://a.example/1' }), read: flood },
        { facts: facts({ url: 'https://a.example/2' }), read: bad },
        { facts: facts({ url: 'https://a.example/3' }), read: strike },
        { facts: facts({ url: 'https://a.example/4' }), read: broken },
        { facts: facts({ url: 'https://a.example/1' }), read: flood },
      ]);
      const said = outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.code));
      expect(said.slice(1, 4)).toEqual(['document-invalid', 'added', 'internal']);
      // On a server both go on at once, and either may be first.
      expect([said[0], said[4]].toSorted()).toEqual(['added', 'unchanged']);
      expect(await ledger.summary()).toMatchObject({ reports: 2, texts: 2, readings: 2 });
    });
  });

  describe('notes failures', () => {
    beforeEach(open);
    afterEach(close);

    it('with the last reason, until the report comes in', async () => {
      await ledger.fail('a.html', 'fetch-failed', 'no answer');
      await ledger.fail('a.html', 'text-missing', 'empty');
      const known = { title: 'On b', publisher: null, date: '2024-04-30' };
      await ledger.fail('b.html', 'fetch-failed', 'no answer', known);
      const lastAt = '2024-05-01T10:00:00.000Z';
      expect(await Array.fromAsync(ledger.failures())).toEqual([
        { origin: 'a.html', code: 'text-missing', message: 'empty', attempts: 2, lastAt, known: null },
        { origin: 'b.html', code: 'fetch-failed', message: 'no answer', attempts: 1, lastAt, known },
      ]);
      await ledger.add(facts({ origin: 'a.html' }), flood);
      expect((await Array.fromAsync(ledger.failures())).map(({ origin }) => origin)).toEqual(['b.html']);
      await ledger.clearFailure('b.html');
      expect(await Array.fromAsync(ledger.failures())).toEqual([]);
    });

    it('by the place of a report, until that comes in, even where it is known already', async () => {
      const known = facts({ origin: 'may/a.html', place: '/reports/may/a.html' });
      await ledger.add(known, flood);
      expect(await ledger.knows(known, flood.document.sha256, flood.model)).toBe('report');
      expect(await ledger.knows({ ...known, origin: 'a.html' }, flood.document.sha256, flood.model)).toBe('report');
      await ledger.fail('/reports/may/a.html', 'file-unreadable', 'gone');
      expect(await ledger.knows(known, flood.document.sha256, flood.model)).toBe('text');
      expect(await ledger.link(known, flood.document.sha256)).toBe('unchanged');
      expect(await Array.fromAsync(ledger.failures())).toEqual([]);
    });
  });

  describe('finds statements', () => {
    afterAll(close);
    beforeAll(async () => {
      await open();
      await ledger.add(
        facts({ url: 'https://a.example/1', publisher: 'A', date: '2024-03-08', dateOrigin: 'feed' }),
        flood,
      );
      await ledger.add(
        facts({ url: 'https://b.example/2', publisher: 'B', date: '2024-04', dateOrigin: 'feed' }),
        strike,
      );
    });

    const contents = async (query: LedgerQuery): Promise<string[]> =>
      (await ledger.search(query, { sort: 'confidence' })).hits.map(
        ({ record }) => (record as StatementRecord).words.content,
      );
    const held = 'the old dam had held';
    const denied = 'that the dam had held';
    const works = 'a strike at the “dam works”';
    const cafe = 'the café will open';

    it.each([
      ['words of the content', { words: 'dam held', within: 'content' }, [held, denied]],
      ['words without case and accents', { words: 'CAFE' }, [cafe]],
      ['phrases', { words: '"the dam"' }, [works, denied]],
      ['phrases in printed marks', { words: '“old dam” held' }, [held]],
      ['words of the cue, where anywhere is meant', { words: 'denied' }, [denied]],
      ['no words of the cue in the content', { words: 'denied', within: 'content' }, []],
      ['a speaker by the fullest name', { speaker: 'ilse bracht' }, [held]],
      ['a speaker by the name as printed', { speaker: 'Herald' }, [works, cafe]],
      ['a speaker among words', { words: 'dam', speaker: 'herald' }, [works]],
      ['a kind of source', { sourceType: ['media', 'group'] }, [works, cafe, denied]],
      ['a stance', { stance: ['denies'] }, [denied]],
      ['a distance', { distance: ['distancing'] }, [cafe]],
      ['a form of quotation', { quotation: ['mixed'] }, [works]],
      ['an outlet', { publisher: ['A'] }, [held, denied]],
      ['dates from a day', { from: '2024-03-09' }, [works, cafe]],
      ['dates from a day within a month that is known alone', { from: '2024-04-20' }, [works, cafe]],
      ['dates to a month', { to: '2024-03' }, [held, denied]],
      ['what is disputed', { disputed: true }, [held]],
      ['what is sure enough', { minConfidence: 0.7 }, [held, works, cafe]],
      ['all at once', { words: 'dam', stance: ['denies'], publisher: ['A'], from: '2024', to: '2024' }, [denied]],
      ['nothing for signs that are no words', { words: '!!!' }, []],
      ['nothing for a value with syntax in it', { publisher: ["A' or 1=1 --"] }, []],
    ] as const)('by %s', async (_, query, expected) => {
      expect((await contents(query)).toSorted()).toEqual(expected.toSorted());
      expect(await ledger.count(query)).toBe(expected.length);
      expect(await all(ledger.records(query))).toHaveLength(expected.length);
      expect((await ledger.facets(query)).count).toBe(expected.length);
    });

    it('of one report', async () => {
      const [first] = (await ledger.search({ words: 'strike' })).hits;
      expect(await contents({ report: first!.record.report.id })).toEqual([works, cafe]);
      expect(await contents({ report: "x' or 1=1" })).toEqual([]);
    });

    it.each([
      'dam AND',
      'dam OR held',
      '"dam',
      'dam*',
      'content:dam',
      'NEAR(dam held)',
      '(dam',
      '^dam',
      "dam'; drop table statement --",
      'dam & held | !x',
      'dam <-> held',
      '\\',
      '{content} : dam',
      'dam:*A',
      '\0dam',
      '-dam',
    ])('by words alone, whatever syntax they look like: %s', async (words) => {
      const found = await contents({ words });
      expect(await contents({ words: words.toLowerCase() })).toEqual(found);
      expect(await ledger.count({})).toBe(4);
    });

    it('and says where the words stand in the sentence', async () => {
      const { hits } = await ledger.search({ words: '"dam works" strike' });
      const { record, matches } = hits[0]!;
      const { text } = (record as StatementRecord).sentence;
      expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(['strike', 'dam works']);
    });

    it.each(['relevance', 'date', 'confidence', 'speaker'] as const)('page by page, by %s', async (sort) => {
      const query = { words: 'dam', kind: 'statement' } as const;
      const whole = (await ledger.search(query, { sort, limit: 100 })).hits.map(({ record }) => record.id);
      const paged: string[] = [];
      for (let cursor: string | null = null; ;) {
        const page = await ledger.search(query, { sort, limit: 1, cursor });
        paged.push(...page.hits.map(({ record }) => record.id));
        if (page.next === null) break;
        cursor = page.next;
      }
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(3);
    });

    it('newest first, the surest first, by name, those without one last', async () => {
      const order = async (sort: 'date' | 'confidence' | 'speaker'): Promise<string[]> =>
        (await ledger.search({}, { sort })).hits.map(({ record }) => (record as StatementRecord).words.content);
      expect(await order('date')).toEqual([works, cafe, held, denied]);
      expect((await order('confidence')).at(-1)).toBe(denied);
      expect(await order('speaker')).toEqual([denied, held, works, cafe]);
    });

    it('and counts them by their values', async () => {
      expect(await ledger.facets({})).toEqual({
        count: 4,
        exact: true,
        sourceType: [
          { value: 'media', count: 2 },
          { value: 'group', count: 1 },
          { value: 'person', count: 1 },
        ],
        stance: [
          { value: 'asserts', count: 2 },
          { value: 'denies', count: 1 },
          { value: 'doubts', count: 1 },
        ],
        distance: [
          { value: 'neutral', count: 3 },
          { value: 'distancing', count: 1 },
        ],
        quotation: [
          { value: 'indirect', count: 3 },
          { value: 'mixed', count: 1 },
        ],
        publisher: [
          { value: 'A', count: 2 },
          { value: 'B', count: 2 },
        ],
        speaker: [
          { value: 'The Tarn Herald', count: 2 },
          { value: 'Farmers', count: 1 },
          { value: 'Ilse Bracht', count: 1 },
        ],
        month: [
          { value: '2024-03', count: 2 },
          { value: '2024-04', count: 2 },
        ],
      });
      expect((await ledger.facets({ words: 'dam' }, { most: 1 })).speaker).toHaveLength(1);
      const some = await ledger.facets({}, { only: ['month'] });
      expect([some.count, some.month.length, some.speaker.length, some.stance.length]).toEqual([4, 2, 0, 0]);
    });

    it.each([
      ['a cursor that is none', { words: 'dam' }, { cursor: 'x' }],
      ['a cursor of another order', { words: 'dam' }, { cursor: Buffer.from('["date","",1,1]').toString('base64url'), sort: 'confidence' }], // prettier-ignore
      ['a limit without sense', {}, { limit: 0 }],
      ['a date without sense', { from: 'yesterday' }, {}],
      ['more words than anybody looks for', { words: 'dam '.repeat(101) }, {}],
    ] as const)('but refuses %s', async (_, query, options) => {
      await expect(ledger.search(query, options)).rejects.toMatchObject({ code: 'query-invalid' });
    });
  });
});
