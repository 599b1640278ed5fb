import type { LedgerRecord, StatementRecord } from '../src/record/index.ts';
import { handMade } from './hand-made.ts';
import { handMadeRecords } from './hand-made-records.ts';

/** Two reports with all that is hard to export: emoji, combining marks, right-to-left words, split content, a dispute, a tab, a formula. */
export const exported = handMadeRecords([
  handMade(
    'Tunnel 🚇 late\n\n“[As the 🌧️ fell](content 1),” [Zoë\u0308 Okonjo](source 1) [said](cue 1) in Brim on Tuesday, “[we, the so-called\n\nexperts, waited](content 1).” ' +
      '[وزارة النقل](source 2) [denied](cue 2) [=1+1 that\tit, "leaked"; ever](content 2). Rain fell on 🏳️‍🌈 flags.',
    {
      statements: {
        1: {
          speaker: 'Zoë\u0308 Okonjo',
          entity: 'e1',
          quotation: 'direct',
          time: ['on Tuesday', '2026-03-03'],
          place: 'in Brim',
        },
        2: { sourceType: 'government', stance: 'denies', distance: 'distancing', disputes: [1], confidence: 0.123456 },
      },
      entities: { e1: { name: 'Zoë\u0308 Okonjo' } },
      ownVoice: ['Rain fell on 🏳️‍🌈 flags'],
      metadata: {
        url: 'https://courier.example/tunnel?a=1&b=2',
        title: 'Tunnel 🚇 late',
        publisher: 'The Courier, "Brim"',
        date: '2026-03-04',
      },
    },
  ),
  handMade('[It is understood](cue) [that -5 degrees are “fine”](content).', {
    statements: { 1: { speaker: null, sourceType: 'none', quotation: 'mixed', stance: 'believes' } },
  }),
]);

export const [first, second, own, nobody] = exported.records as [
  StatementRecord,
  StatementRecord,
  LedgerRecord & { kind: 'own-voice' },
  StatementRecord,
];

/** The text of a record's report. */
export function textAt(record: LedgerRecord): Promise<string> {
  return exported.textOf(record.report.sha256);
}

/** The record with something of it, or of its report, put otherwise. */
export function changed(
  record: StatementRecord,
  change: Partial<StatementRecord>,
  report: Partial<StatementRecord['report']> = {},
): StatementRecord {
  return { ...record, ...change, report: { ...record.report, ...report } };
}
