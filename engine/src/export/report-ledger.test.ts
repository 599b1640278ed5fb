import { describe, expect, it } from 'vitest';
import { handMade } from '../../test/hand-made.ts';
import { reportLedger, summaryOf } from './report-ledger.ts';

const read = handMade(
  'Rain fell. [The firm](source 1) [said](cue 1) [it holds](content 1). [Reportedly](cue 2) [it leaks](content 2). ' +
    '[Ana](source 3) [denied](cue 3) [that](content 3). [It](source 4) [denied](cue 4) [that [Bo](source 5) [knew](cue 5) [it](content 5)](content 4).',
  {
    statements: {
      1: { entity: 'e1' },
      2: { confidence: 0.4 },
      3: { stance: 'denies', disputes: [2, 1, 'Rain fell.'] },
      4: { entity: 'e1', stance: 'denies', disputes: [2] },
      5: { within: 4 },
    },
    entities: { e1: { name: 'firm', type: 'organisation', aliases: ['It'], roles: ['The firm'] } },
    ownVoice: ['Rain fell.'],
  },
);

describe('reportLedger', () => {
  const ledger = reportLedger(read);

  it('gathers statements by entity, else by name, and those of nobody, in order of the first', () => {
    expect(ledger.speakers.map(({ name, type, numbers }) => [name, type, numbers])).toEqual([
      ['firm', 'organisation', [1, 4]],
      [null, 'none', [2]],
      ['Ana', 'person', [3]],
      ['Bo', 'person', [5]],
    ]);
  });

  it('turns disputes both ways, those of the report’s own words as well', () => {
    expect(ledger.entries.map(({ disputes, disputedBy }) => [disputes, disputedBy])).toEqual([
      [[], [3]],
      [[], [3, 4]],
      [[1, 2], []],
      [[2], []],
      [[], []],
    ]);
    expect(ledger.entries[2]!.disputedSpans).toEqual([{ start: 0, end: 10 }]);
    expect(ledger.ownVoice.map(({ disputedBy }) => disputedBy)).toEqual([[3]]);
  });

  it('says within which statement another one is cited', () => {
    expect(ledger.entries.map(({ within }) => within)).toEqual([null, null, null, null, 4]);
  });

  it('passes over a dispute with a statement that is not there', () => {
    const [first] = read.attributions;
    const alone = { ...read, attributions: [{ ...first!, disputes: read.attributions[2]!.disputes }] };
    expect(reportLedger(alone).entries[0]!.disputes).toEqual([1]);
  });
});

describe('summaryOf', () => {
  it('counts statements, speakers, disputes and sentences of the report’s own', () => {
    expect(summaryOf(reportLedger(read))).toBe(
      '5 statements by 3 speakers · 1 with nobody named · 4 disputes · 1 sentence in the report’s own voice · 1 uncertain (?)',
    );
  });

  it('says where there is nothing to count', () => {
    expect(summaryOf(reportLedger(handMade('Rain fell.')))).toBe('no statements');
  });
});
