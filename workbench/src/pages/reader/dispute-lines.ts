import type { ReadingView } from './reading-view.ts';

/** Width of the space between text and notes, in pixels, as `reader.css` has it. */
export const gutter = 44;

/** A line from the note of a statement to that of one it contradicts, or to the report's own words. */
export interface DisputeLine {
  readonly key: string;
  readonly from: number;
  readonly to?: number;
  /** A clause of own voice. */
  readonly own?: number;
}

/** The lines between the notes that are shown. */
export function disputeLines({ entries }: ReadingView, indices: readonly number[]): DisputeLine[] {
  const shown = new Set(indices);
  return indices.flatMap((from) => [
    ...entries[from]!.disputes.filter((to) => shown.has(to)).map((to) => ({ key: `${from}-${to}`, from, to })),
    ...entries[from]!.disputesOwn.map((own) => ({ key: `${from}-own-${own}`, from, own })),
  ]);
}

/**
 * The path of a line, in the space left of the notes: round from note to note, the farther the wider; across to the words
 * where these are the report's own.
 */
export function linePath(from: number, to: number, towards: 'note' | 'text'): string {
  const [start, end] = [Math.round(from), Math.round(to)];
  if (towards === 'text') return `M${gutter} ${start}C${gutter / 2} ${start} ${gutter / 2} ${end} 0 ${end}`;
  const depth = gutter - Math.min(gutter - 4, 14 + Math.abs(end - start) / 14);
  return `M${gutter} ${start}C${depth} ${start} ${depth} ${end} ${gutter} ${end}`;
}
