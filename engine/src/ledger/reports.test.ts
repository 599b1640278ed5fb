import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import { openLedger, type Ledger, type ReportFacts, type ReportQuery } from './index.ts';

const facts = (name: string, some: Partial<ReportFacts> = {}): ReportFacts => ({
  url: `https://news.example/${name}`,
  id: null,
  origin: `${name}.html`,
  publisher: 'Tarn Herald',
  title: null,
  date: null,
  dateOrigin: 'none',
  ...some,
});

const flood = handMade(
  'The river rose on Monday. [Mayor Ilse Bracht](source 1) [told](cue 1) reporters [the dam had held, and [Keel](source 3) [agreed](cue 3) [it was old](content 3)](content 1). ' +
    '[Farmers](source 2) [denied](cue 2) [that the dam had held](content 2).',
  {
    statements: {
      1: { speaker: 'Ilse Bracht', entity: 'e1', addressee: 'reporters' },
      2: { stance: 'denies', sourceType: 'group', disputes: [1, 'The river rose'] },
      3: { within: 1 },
    },
    entities: {
      e1: { name: 'Ilse Bracht', mentions: ['Mayor'], aliases: ['Bracht'], roles: ['Mayor'] },
      e2: { name: 'river', type: 'other' },
    },
    ownVoice: ['The river rose on Monday.'],
  },
);
const older = handMade('[Mayor Ilse Bracht](source) [said](cue) [the dam had held](content).');
const quiet = handMade('[Ana](source) [said](cue) [nothing](content).');

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await newAddress(), { now: () => new Date('2024-05-01T10:00:00Z') });
    await ledger.add(facts('flood', { title: 'Flood', date: '2024-04-01', dateOrigin: 'feed' }), older);
    await ledger.add(facts('flood', { title: 'The Tarn floods Ābele', date: '2024-04-02', dateOrigin: 'feed' }), flood);
    await ledger.add(facts('copy', { publisher: 'Ferry Post', title: 'A flood', date: '2024-03' }), flood);
    await ledger.add(facts('quiet', { title: 'nothing new' }), quiet);
  }, 60_000);
  afterAll(async () => ledger.close());

  const titles = async (query: ReportQuery, sort?: 'date' | 'title' | 'statements'): Promise<(string | null)[]> =>
    (await ledger.reports(query, { sort })).items.map(({ title }) => title);

  const [tarn, copy, none] = ['The Tarn floods Ābele', 'A flood', 'nothing new'];

  describe('lists reports', () => {
    it('in their newest version, with what was found in them', async () => {
      const { items, next } = await ledger.reports();
      expect(next).toBeNull();
      expect(items[0]).toEqual({
        id: (await ledger.reports({ words: 'tarn' })).items[0]!.id,
        url: 'https://news.example/flood',
        publisher: 'Tarn Herald',
        title: tarn,
        date: '2024-04-02',
        dateOrigin: 'feed',
        sha256: flood.document.sha256,
        version: 2,
        versions: 2,
        statements: 3,
        ownVoice: 1,
        disputed: 1,
      });
    });

    it('newest first, by title, or those with the most statements first', async () => {
      expect(await titles({}, 'date')).toEqual([tarn, copy, none]);
      expect(await titles({}, 'title')).toEqual([copy, none, tarn]);
      expect(await titles({}, 'statements')).toEqual([tarn, copy, none]);
    });

    it.each([
      ['words of the title', { words: 'flood' }, [tarn, copy]],
      ['words without case and accents', { words: 'ABELE' }, [tarn]],
      ['how a word begins', { words: 'noth' }, [none]],
      ['no middle of a word', { words: 'lood' }, []],
      ['phrases', { words: '"tarn fl"' }, [tarn]],
      ['no words in another order', { words: '"floods tarn"' }, []],
      ['nothing for signs that are no words', { words: '%' }, []],
      ['outlets', { publisher: ['Ferry Post', "x' or 1=1"] }, [copy]],
      ['dates from a day', { from: '2024-03-20' }, [tarn, copy]],
      ['dates to a month', { to: '2024-03' }, [copy]],
    ] as const)('by %s', async (_, query, expected) => {
      expect(await titles(query)).toEqual(expected);
    });

    it.each(['date', 'title', 'statements'] as const)('page by page, by %s', async (sort) => {
      const paged: (string | null)[] = [];
      for (let cursor: string | null = null; ;) {
        const { items, next } = await ledger.reports({}, { sort, limit: 1, cursor });
        paged.push(...items.map(({ title }) => title));
        if (next === null) break;
        cursor = next;
      }
      expect(paged).toEqual(await titles({}, sort));
      expect(paged).toHaveLength(3);
    });

    it.each([
      ['a cursor that is none', {}, { cursor: 'x' }],
      ['a cursor of another order', {}, { cursor: Buffer.from('["date","2024",1]').toString('base64url'), sort: 'title' }], // prettier-ignore
      ['a cursor with a fraction', {}, { cursor: Buffer.from('["date","2024",1.5]').toString('base64url') }],
      ['an order that is none', {}, { sort: 'size' as 'date' }],
      ['a limit without sense', {}, { limit: 501 }],
      ['a date without sense', { to: 'soon' }, {}],
      ['more words than anybody looks for', { words: 'dam '.repeat(101) }, {}],
    ] as const)('but refuses %s', async (_, query, options) => {
      await expect(ledger.reports(query, options)).rejects.toMatchObject({ code: 'query-invalid' });
    });

    it('by the newest reading of each', async () => {
      const other = await openLedger(await newAddress());
      await other.add(facts('one'), flood);
      await other.reread({ ...quiet, document: flood.document, model: { name: 'net', version: '2' } });
      expect((await other.reports()).items).toMatchObject([{ statements: 1, ownVoice: 0, disputed: 0 }]);
      await other.close();
    });
  });

  describe('gives a report', () => {
    const id = async (): Promise<string> => (await ledger.reports({ words: 'tarn' })).items[0]!.id;

    it('with its text, and every statement as a record has it', async () => {
      const reading = (await ledger.reading(await id()))!;
      const { text } = flood.document;
      expect(reading).toMatchObject({
        text,
        origin: 'flood.html',
        model: { name: 'none', version: '0' },
        report: { title: tarn, version: 2, sha256: flood.document.sha256 },
        diagnostics: [],
      });
      for (const statement of reading.statements) {
        const { parent: _parent, addresseeSpan: _addressee, disputedSpans: _spans, ...same } = statement;
        expect(await ledger.record(statement.id)).toMatchObject(same);
      }
      const said = (ids: readonly (string | null)[]) =>
        ids.map((one) => reading.statements.find((each) => each.id === one)?.words.source);
      const [mayor, keel, farmers] = reading.statements;
      expect(said([mayor!.id, keel!.id, farmers!.id])).toEqual(['Mayor Ilse Bracht', 'Keel', 'Farmers']);
      expect(said([keel!.parent, ...farmers!.disputes.slice(0, 1), ...mayor!.disputedBy])).toEqual([
        'Mayor Ilse Bracht',
        'Mayor Ilse Bracht',
        'Farmers',
      ]);
      expect(text.slice(mayor!.addresseeSpan!.start, mayor!.addresseeSpan!.end)).toBe('reporters');
      expect(farmers!.disputedSpans.map(({ start, end }) => text.slice(start, end))).toEqual(['The river rose']);
      expect(reading.ownVoice).toMatchObject([
        { kind: 'own-voice', span: { text: 'The river rose on Monday.' }, disputedBy: [farmers!.id] },
      ]);
    });

    it('with whom it refers to, in order', async () => {
      const { entities } = (await ledger.reading(await id()))!;
      expect(entities).toEqual(flood.entities.toSorted((a, b) => a.mentions[0]!.start - b.mentions[0]!.start));
      expect(entities[0]!.name).toBe('river');
    });

    it('in any of its versions, with what changed from one to the next', async () => {
      const reading = (await ledger.reading(await id(), { version: 1 }))!;
      expect(reading.text).toBe(older.document.text);
      expect(reading.statements).toHaveLength(1);
      expect(reading.versions).toMatchObject([
        { number: 1, title: 'Flood', changes: null, sha256: older.document.sha256 },
        { number: 2, title: tarn, date: '2024-04-02', seenAt: '2024-05-01T10:00:00.000Z' },
      ]);
      expect(reading.versions[1]!.changes!.length).toBeGreaterThan(0);
      expect(reading.sameText).toEqual([]);
    });

    it('with the others that print the same text', async () => {
      const { sameText } = (await ledger.reading(await id()))!;
      expect(sameText).toMatchObject([{ publisher: 'Ferry Post', title: copy, version: 1 }]);
    });

    it('and nothing where there is none', async () => {
      expect(await ledger.reading('nothing\0')).toBeNull();
      expect(await ledger.reading(await id(), { version: 3 })).toBeNull();
      await expect(ledger.reading(await id(), { version: 0.5 })).rejects.toMatchObject({ code: 'query-invalid' });
    });
  });
});
