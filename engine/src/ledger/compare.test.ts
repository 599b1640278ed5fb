import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { stores } from '../../test/ledger-stores.ts';
import { openLedger, type Ledger, type ReportFacts } from './index.ts';

const facts = (publisher: string): ReportFacts => ({
  url: null,
  id: publisher,
  origin: `${publisher}.html`,
  publisher,
  title: publisher,
  date: null,
  dateOrigin: 'none',
});

const herald = handMade(
  '[Mayor Ilse Bracht](source 1) [said](cue 1) [“it held”](content 1). [The union](source 2) [denied](cue 2) [that](content 2). ' +
    '[The union](source 3) [said](cue 3) [no](content 3). It [is believed](cue 4) [so](content 4). [Keel](source 5) [agreed](cue 5) [to go](content 5).',
  {
    statements: {
      1: { speaker: 'Ilse Bracht', quotation: 'direct' },
      2: { sourceType: 'organisation', stance: 'denies' },
      3: { sourceType: 'organisation' },
      4: { speaker: null },
    },
  },
);
const post = handMade(
  '[Bracht](source 1) [claimed](cue 1) [it held](content 1). [The union](source 2) [said](cue 2) [no](content 2). [Keel](source 3) [said](cue 3) [so](content 3).',
  {
    statements: { 1: { distance: 'distancing' }, 2: { sourceType: 'organisation' } },
  },
);

describe.each(stores)('a ledger on $kind', ({ newAddress }) => {
  let ledger: Ledger;
  let ids: string[];
  beforeAll(async () => {
    ledger = await openLedger(await newAddress());
    await ledger.add(facts('Herald'), herald);
    await ledger.add(facts('Post'), post);
    await ledger.add(facts('Copy'), post);
    ids = (await ledger.reports({}, { sort: 'title' })).items.map(({ id }) => id);
  }, 60_000);
  afterAll(async () => ledger.close());

  it('sets the speakers of two reports side by side, those that differ most first', async () => {
    const [, first, second] = ids;
    const { reports, speakers } = await ledger.compare([first!, second!]);
    expect(reports.map(({ title }) => title)).toEqual(['Herald', 'Post']);
    expect(speakers.map(({ name, contrasts }) => [name, contrasts])).toEqual([
      ['Ilse Bracht', ['quotation', 'distance']],
      ['The union', ['stance']],
      ['Keel', []],
    ]);
    const [mayor] = speakers;
    expect(mayor!.treatments).toMatchObject([
      { quotation: [{ value: 'direct', count: 1 }], distance: [{ value: 'neutral', count: 1 }] },
      { quotation: [{ value: 'indirect', count: 1 }], distance: [{ value: 'distancing', count: 1 }] },
    ]);
    expect(await ledger.record(mayor!.treatments[1]!.statements[0]!)).toMatchObject({ words: { cue: 'claimed' } });
  });

  it('finds no difference between two prints of one text', async () => {
    const [copy, , second] = ids;
    const { speakers } = await ledger.compare([copy!, second!]);
    expect(speakers.flatMap(({ contrasts }) => contrasts)).toEqual([]);
    expect(speakers).toHaveLength(3);
  });

  it('says who is in one of three reports alone', async () => {
    await ledger.add(facts('Zephyr'), handMade('[Ana](source) [said](cue) [hm](content).'));
    const all = (await ledger.reports({}, { sort: 'title' })).items.map(({ id }) => id);
    const { speakers } = await ledger.compare([all[0]!, all[1]!, all[3]!]);
    const ana = speakers.find(({ name }) => name === 'Ana')!;
    expect(ana.treatments.map((treatment) => treatment !== null)).toEqual([false, false, true]);
    expect(ana.contrasts).toEqual(['presence']);
  });

  it.each([
    ['one report', (all: string[]) => [all[0]!]],
    ['four', (all: string[]) => [...all, 'x']],
    ['one twice', (all: string[]) => [all[0]!, all[0]!]],
    ['one that is not there', (all: string[]) => [all[0]!, 'x\0']],
  ])('refuses %s', async (_, chosen) => {
    await expect(ledger.compare(chosen(ids))).rejects.toMatchObject({ code: 'query-invalid' });
  });
});
