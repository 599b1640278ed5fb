import {
  distanceLabels,
  labelOf,
  quotationLabels,
  sourceTypeLabels,
  stanceLabels,
  kindLabels,
} from '../words/index.ts';

export type SeriesField = Parameters<typeof labelOf>[0];

/** One of the values that bars are made of. */
export interface Series {
  readonly value: string;
  readonly label: string;
  /** A colour of `palette.css`, or a pattern of `patterns.tsx`. */
  readonly fill: string;
}

/** As they lie beside each other in a bar: always in this order, so that bars can be compared. */
const order: Readonly<Record<SeriesField, readonly string[]>> = {
  sourceType: Object.keys(sourceTypeLabels),
  stance: Object.keys(stanceLabels),
  distance: Object.keys(distanceLabels),
  quotation: Object.keys(quotationLabels),
  kind: Object.keys(kindLabels),
};

/**
 * What nobody can be asked about is hatched, and so is what turns from or withholds: seen without any colour, too. Values
 * of one field have colours that stay apart for colour-blind readers, as `test/palette.test.ts` measures.
 */
const fills: Readonly<Record<string, string>> = {
  person: 'blue',
  organisation: 'green',
  government: 'wine',
  media: 'orange',
  document: 'ink',
  group: 'hatched-green',
  unnamed: 'hatched-wine',
  author: 'grey',
  none: 'hatched-ink',
  asserts: 'blue',
  denies: 'wine',
  doubts: 'hatched-wine',
  accuses: 'orange',
  believes: 'green',
  intends: 'hatched-green',
  directs: 'ink',
  asks: 'grey',
  refuses: 'hatched-ink',
  direct: 'blue',
  mixed: 'hatched-blue',
  indirect: 'grey',
  statement: 'blue',
  'own-voice': 'hatched-ink',
  disputed: 'wine',
};

/** The hues that are there plain and hatched. */
export const hues = ['blue', 'green', 'wine', 'orange', 'ink', 'grey'] as const;

/** The series for some values of a field, in their order; values that are newer than these pages come last. */
export function seriesOf(field: SeriesField, values: Iterable<string>): Series[] {
  const place = (value: string): number => {
    const index = order[field].indexOf(value);
    return index < 0 ? order[field].length : index;
  };
  return [...new Set(values)]
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((value) => ({ value, label: labelOf(field, value).label, fill: fillOf(value) }));
}

function fillOf(value: string): string {
  const name = Object.hasOwn(fills, value) ? fills[value]! : 'hatched-orange';
  return name.startsWith('hatched-') ? `url(#chart-${name})` : `var(--chart-${name})`;
}
