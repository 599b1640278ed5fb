import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import { openLedger, type Ledger, type ReportFacts } from './index.ts';

const facts = (name: string, publisher: string | null, date: string | null): ReportFacts => ({
  url: `https://news.example/${name}`,
  id: null,
  origin: name,
  publisher,
  title: null,
  date,
  dateOrigin: date === null ? 'none' : 'given',
});

const flood = handMade(
  'The dam stood. [Ana](source 1) [said](cue 1) [“it held”](content 1). [Farmers](source 2) [denied](cue 2) [that](content 2).',
  {
    statements: {
      1: { quotation: 'direct' },
      2: { sourceType: 'group', stance: 'denies', disputes: [1] },
    },
    ownVoice: ['The dam stood.'],
  },
);
const quiet = handMade('[Ana](source) [said](cue) [nothing](content).');

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = await openLedger(await newAddress());
    await ledger.add(facts('1', 'Herald', '2024-04-02T09:00'), flood);
    await ledger.add(facts('2', 'Post', '2024-05-01'), quiet);
    await ledger.add(facts('3', null, null), quiet);
  }, 60_000);
  afterAll(async () => ledger.close());

  it('counts all that it holds, by outlets and days', async () => {
    expect(await ledger.overview()).toEqual({
      reports: 3,
      statements: 4,
      ownVoiceClauses: 1,
      disputedStatements: 1,
      sourceTypeByPublisher: [
        { group: 'Herald', value: 'group', count: 1 },
        { group: 'Herald', value: 'person', count: 1 },
        { group: '', value: 'person', count: 1 },
        { group: 'Post', value: 'person', count: 1 },
      ],
      sourceTypeByTime: [
        { group: '2024-04-02', value: 'group', count: 1 },
        { group: '2024-04-02', value: 'person', count: 1 },
        { group: '2024-05-01', value: 'person', count: 1 },
      ],
      stanceByPublisher: [
        { group: 'Herald', value: 'asserts', count: 1 },
        { group: 'Herald', value: 'denies', count: 1 },
        { group: '', value: 'asserts', count: 1 },
        { group: 'Post', value: 'asserts', count: 1 },
      ],
      quotationByPublisher: [
        { group: 'Herald', value: 'direct', count: 1 },
        { group: 'Herald', value: 'indirect', count: 1 },
        { group: '', value: 'indirect', count: 1 },
        { group: 'Post', value: 'indirect', count: 1 },
      ],
      voiceByPublisher: [
        { group: 'Herald', value: 'statement', count: 2 },
        { group: 'Herald', value: 'own-voice', count: 1 },
        { group: '', value: 'statement', count: 1 },
        { group: 'Post', value: 'statement', count: 1 },
      ],
      disputedByPublisher: [{ value: 'Herald', count: 1 }],
      speakers: [
        { value: 'Ana', count: 3, sourceType: 'person' },
        { value: 'Farmers', count: 1, sourceType: 'group' },
      ],
    });
  });

  it('counts what a query finds, of as many outlets as are asked for', async () => {
    const { statements, ownVoiceClauses, speakers } = await ledger.overview({ stance: ['denies'] });
    expect({ statements, ownVoiceClauses, speakers }).toEqual({
      statements: 1,
      ownVoiceClauses: 0,
      speakers: [{ value: 'Farmers', count: 1, sourceType: 'group' }],
    });
    expect(await ledger.overview({ kind: 'own-voice' })).toMatchObject({
      reports: 1,
      statements: 0,
      ownVoiceClauses: 1,
    });
    expect(await ledger.overview({ words: 'dam' })).toMatchObject({ statements: 0, ownVoiceClauses: 1 });
    const { sourceTypeByPublisher } = await ledger.overview({}, { publishers: 1 });
    expect(new Set(sourceTypeByPublisher.map(({ group }) => group))).toEqual(new Set(['Herald']));
    expect(await ledger.overview({ words: 'nowhere' })).toMatchObject({ reports: 0, statements: 0, speakers: [] });
  });

  it('tells dates that lie far from each other by their months', async () => {
    const other = await openLedger(await newAddress());
    await other.add(facts('1', 'A', '2023-01-02'), quiet);
    await other.add(facts('2', 'A', '2023-01-09'), quiet);
    await other.add(facts('3', 'A', '2024'), quiet);
    expect((await other.overview()).sourceTypeByTime).toEqual([
      { group: '2023-01', value: 'person', count: 2 },
      { group: '2024', value: 'person', count: 1 },
    ]);
    await other.close();
  });

  it.each([0, 1.5, 201])('refuses %s outlets', async (publishers) => {
    await expect(ledger.overview({}, { publishers })).rejects.toMatchObject({ code: 'query-invalid' });
  });
});
