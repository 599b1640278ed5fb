import type { Decision, Reason } from '../attribution/index.ts';
import { circumstances } from './circumstances.ts';
import { cutShort, wordsOf } from './excerpt.ts';
import { nameOf, type Entry } from './report-ledger.ts';

/** What was decided of a statement, and on what that rests. */
export interface Explanation {
  /** `stance denies` */
  readonly decided: string;
  /** `the cue “disputed”` */
  readonly because: string;
}

const labels: { readonly [decision in Decision]: string } = {
  speaker: 'speaker',
  sourceType: 'source type',
  quotation: 'quotation',
  stance: 'stance',
  distance: 'distance',
  disputes: 'disputes',
  addressee: 'said',
  said: 'said',
};

/** The reasons of a statement, each with the value that it speaks for. */
export function explanations(text: string, entry: Entry): Explanation[] {
  return entry.statement.reasons.map(({ decision, because }: Reason) => ({
    decided: `${labels[decision]} ${valueOf(text, entry, decision)}`.trimEnd(),
    because,
  }));
}

function valueOf(text: string, entry: Entry, decision: Decision): string {
  const { statement } = entry;
  switch (decision) {
    case 'speaker':
      return nameOf(entry.speaker);
    case 'disputes':
      return [...entry.disputes, ...entry.disputedSpans.map((span) => `“${cutShort(wordsOf(text, [span]), 40)}”`)].join(
        ', ',
      );
    case 'addressee':
      return circumstances(text, { addressee: statement.addressee, said: null }).join(', ');
    case 'said':
      return circumstances(text, { addressee: null, said: statement.said }).join(', ');
    default:
      return statement[decision];
  }
}
