import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import { openLedger, type Ledger, type ReportFacts, type SpeakerQuery } from './index.ts';

const facts = (name: string, publisher: string | null, date: string | null): ReportFacts => ({
  url: `https://news.example/${name}`,
  id: null,
  origin: `${name}.html`,
  publisher,
  title: null,
  date,
  dateOrigin: date === null ? 'none' : 'given',
});

const mayor = { name: 'Ilse Bracht', aliases: ['Bracht'] };
const flood = handMade(
  'The old dam stood. [Mayor Ilse Bracht](source 1) [said](cue 1) [“it held”](content 1). [She](source 2) [doubts](cue 2) [more](content 2). ' +
    '[A senior official](source 3) [denied](cue 3) [that it held](content 3). It [was believed](cue 4) [it fell](content 4).',
  {
    statements: {
      1: { speaker: 'Ilse Bracht', entity: 'e1', quotation: 'direct' },
      2: { speaker: 'Ilse Bracht', entity: 'e1', stance: 'doubts', disputes: ['The old dam stood.', 3] },
      3: { speaker: 'A senior official', sourceType: 'unnamed', stance: 'denies', disputes: [1] },
      4: { speaker: null },
    },
    entities: { e1: { ...mayor, roles: ['Mayor'] } },
    ownVoice: ['The old dam stood.'],
  },
);
const later = handMade(
  '[Former mayor Bracht](source 1) [said](cue 1) [it broke](content 1). [A senior official](source 2) [said](cue 2) [no](content 2).',
  {
    statements: {
      1: { speaker: 'Ilse Bracht', entity: 'e1' },
      2: { speaker: 'A senior official', sourceType: 'unnamed' },
    },
    entities: { e1: { ...mayor, mentions: ['Bracht'], roles: ['Former mayor'] } },
  },
);
const nowhere = handMade('[A senior official](source) [said](cue) [so](content). ', {
  statements: { 1: { sourceType: 'unnamed' } },
});
const group = handMade('[Æ Works Union](source) [said](cue) [no](content).', {
  statements: { 1: { sourceType: 'organisation' } },
});

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await newAddress());
    await ledger.add(facts('flood', 'Tarn Herald', '2024-04-02'), flood);
    await ledger.add(facts('later', 'Ferry Post', '2024-05-01T10:00'), later);
    await ledger.add(facts('nowhere', null, null), nowhere);
    await ledger.add(facts('group', 'Ferry Post', '2024'), group);
  }, 60_000);
  afterAll(async () => ledger.close());

  const names = async (query: SpeakerQuery, sort?: 'statements' | 'name' | 'date'): Promise<string[]> =>
    (await ledger.speakers(query, { sort })).items.map(({ name, publisher }) =>
      publisher === null ? name : `${name} (${publisher})`,
    );
  const [bracht, union] = ['Ilse Bracht', 'Æ Works Union'];
  const official = (publisher: string): string => `A senior official (${publisher})`;

  describe('lists speakers', () => {
    it('by name over all reports, and who is kept nameless outlet by outlet', async () => {
      expect(await names({}, 'name')).toEqual([official(''), official('Ferry Post'), official('Tarn Herald'), bracht, union].toSorted()); // prettier-ignore
      expect((await ledger.speakers({ words: 'bracht' })).items).toEqual([
        {
          name: bracht,
          publisher: null,
          sourceType: 'person',
          statements: 3,
          reports: 2,
          publishers: 2,
          firstDate: '2024-04-02',
          lastDate: '2024-05-01T10:00',
        },
      ]);
    });

    it('who has the most statements, or spoke last, first', async () => {
      expect((await names({}, 'statements'))[0]).toBe(bracht);
      expect((await names({}, 'date')).slice(-3)).toEqual([official('Tarn Herald'), union, official('')]);
    });

    it.each([
      ['how a word of the name begins', { words: 'bra' }, [bracht]],
      ['a kind of source', { sourceType: ['organisation', 'person'] }, [bracht, union]],
      ['an outlet', { publisher: ['Tarn Herald'] }, [bracht, official('Tarn Herald')]],
      ['reports without an outlet', { publisher: [''] }, [official('')]],
      ['nothing for syntax', { words: '%', publisher: ["' or 1=1"] }, []],
    ] as const)('by %s', async (_, query, expected) => {
      expect((await names(query)).toSorted()).toEqual(expected.toSorted());
    });

    it.each(['statements', 'name', 'date'] as const)('page by page, by %s', async (sort) => {
      const paged: string[] = [];
      for (let cursor: string | null = null; ;) {
        const { items, next } = await ledger.speakers({}, { sort, limit: 1, cursor });
        paged.push(...items.map(({ name, publisher }) => (publisher === null ? name : `${name} (${publisher})`)));
        if (next === null) break;
        cursor = next;
      }
      expect(paged).toEqual(await names({}, sort));
      expect(paged).toHaveLength(5);
    });

    it.each([
      ['a cursor that is none', { cursor: 'x' }],
      ['an order that is none', { sort: 'size' as 'date' }],
      ['a limit without sense', { limit: 0 }],
    ] as const)('but refuses %s', async (_, options) => {
      await expect(ledger.speakers({}, options)).rejects.toMatchObject({ code: 'query-invalid' });
    });

    it('as they are after every change', async () => {
      const other = await openLedger(await newAddress());
      const counts = async (): Promise<[string, number][]> =>
        (await other.speakers({}, { sort: 'name' })).items.map(({ name, statements }) => [name, statements]);
      await other.add(facts('one', 'A', null), group);
      expect(await counts()).toEqual([[union, 1]]);
      await other.add(facts('two', 'B', null), group);
      expect(await counts()).toEqual([[union, 2]]);
      await other.add(facts('one', 'A', null), nowhere);
      expect(await counts()).toEqual([
        ['A senior official', 1],
        [union, 1],
      ]);
      await other.reread({ ...later, document: group.document, model: { name: 'net', version: '2' } });
      expect(await counts()).toEqual([
        ['A senior official', 1],
        ['A senior official', 1],
        [bracht, 1],
      ]);
      await other.close();
    });
  });

  describe('gives a speaker', () => {
    it('with other names, roles, and counts of what it says', async () => {
      const profile = (await ledger.speaker(bracht))!;
      expect(profile).toMatchObject({
        name: bracht,
        statements: 3,
        aliases: [{ value: 'Bracht', count: 2 }],
        bySourceType: [{ value: 'person', count: 3 }],
        byStance: [
          { value: 'asserts', count: 2 },
          { value: 'doubts', count: 1 },
        ],
        byQuotation: [
          { value: 'indirect', count: 2 },
          { value: 'direct', count: 1 },
        ],
        byPublisher: [
          { value: 'Tarn Herald', count: 2 },
          { value: 'Ferry Post', count: 1 },
        ],
        byDay: [
          { value: '2024-04-02', count: 2 },
          { value: '2024-05-01', count: 1 },
        ],
        disputes: [
          { value: '', count: 1 },
          { value: 'A senior official', count: 1 },
        ],
        disputedBy: [{ value: 'A senior official', count: 1 }],
      });
      expect(profile.roles).toMatchObject([
        { text: 'Former mayor', reports: 1, lastDate: '2024-05-01T10:00' },
        { text: 'Mayor', reports: 1, firstDate: '2024-04-02', example: { report: { publisher: 'Tarn Herald' } } },
      ]);
      const { report, start, end } = profile.roles[1]!.example;
      expect((await ledger.text(report.sha256))!.slice(start, end)).toBe('Mayor');
    });

    it('whom an outlet keeps nameless by that outlet alone', async () => {
      const profile = await ledger.speaker('A senior official', { publisher: 'Tarn Herald' });
      expect(profile).toMatchObject({
        publisher: 'Tarn Herald',
        statements: 1,
        disputes: [{ value: bracht, count: 1 }],
      });
      expect(await ledger.speaker('A senior official', { publisher: '' })).toMatchObject({ statements: 1 });
      expect(await ledger.speaker('A senior official')).toBeNull();
      expect(await ledger.speaker('A senior official', { publisher: 'Elsewhere' })).toBeNull();
    });

    it('and nothing where nobody is called so', async () => {
      expect(await ledger.speaker('Bracht')).toBeNull();
      expect(await ledger.speaker('')).toBeNull();
      expect(await ledger.speaker("x\0' or 1=1")).toBeNull();
    });

    it('with its statements, by its whole name', async () => {
      expect(await ledger.count({ speakerName: bracht })).toBe(3);
      expect(await ledger.count({ speakerName: bracht, words: 'held' })).toBe(1);
      expect(await ledger.count({ speakerName: bracht, versions: 'all', kind: 'any' })).toBe(3);
      expect(await ledger.count({ speakerName: 'bracht' })).toBe(0);
      expect(await ledger.count({ speakerName: 'A senior official', publisher: [''] })).toBe(1);
      expect(await ledger.count({ speakerName: '' })).toBe(1);
      const { hits } = await ledger.search({ speakerName: bracht }, { sort: 'date', limit: 1 });
      expect(hits[0]!.record.report.publisher).toBe('Ferry Post');
    });
  });

  describe('gives contradictions', () => {
    const pairs = async (query = {}, options = {}): Promise<(string | undefined)[][]> =>
      (await ledger.disputes(query, options)).items.map(({ statement, disputed }) => [
        statement.words.content,
        disputed === null ? undefined : disputed.kind === 'statement' ? disputed.words.content : disputed.span.text,
      ]);
    const [held, doubt, denial] = ['“it held”', 'more', 'that it held'];

    it('each statement with what it contradicts, own voice too', async () => {
      expect(await pairs()).toEqual([
        [doubt, denial],
        [doubt, 'The old dam stood.'],
        [denial, held],
      ]);
    });

    it('of what a query finds', async () => {
      expect(await pairs({ stance: ['denies'] })).toEqual([[denial, held]]);
      expect(await pairs({ words: '"that it held"' })).toEqual([[denial, held]]);
      expect(await pairs({ publisher: ['Ferry Post'] })).toEqual([]);
    });

    it('page by page', async () => {
      const first = await ledger.disputes({}, { limit: 2 });
      expect(first.items).toHaveLength(2);
      expect(await pairs({}, { limit: 2, cursor: first.next })).toEqual([[denial, held]]);
      await expect(ledger.disputes({}, { cursor: 'x' })).rejects.toMatchObject({ code: 'query-invalid' });
    });
  });
});
