/** A note that wants to stand beside its words. */
export interface Note {
  /** Where its words are, from the top. */
  readonly wanted: number;
  readonly height: number;
}

/**
 * Where notes stand in the margin: in their order, none over another, each as near to its words as that allows. The
 * pinned one stands exactly beside its words, and the others make room.
 *
 * @param notes - in the order of their words
 * @param gap - between two notes
 * @returns the top of each
 */
export function placeNotes(notes: readonly Note[], gap: number, pinned: number | null = null): number[] {
  const tops = notes.map(({ wanted }) => wanted);
  const from = pinned ?? 0;
  for (let index = from + 1; index < notes.length; index++)
    tops[index] = Math.max(tops[index]!, tops[index - 1]! + notes[index - 1]!.height + gap);
  for (let index = from - 1; index >= 0; index--)
    tops[index] = Math.min(tops[index]!, tops[index + 1]! - notes[index]!.height - gap);
  if (pinned === null || tops[0] === undefined || tops[0] >= 0) return tops;
  // Too many before it: they start at the top, and the pinned one stands a little below its words.
  let bottom = 0;
  for (let index = 0; index < notes.length; index++) {
    tops[index] = Math.max(tops[index]!, bottom);
    bottom = tops[index]! + notes[index]!.height + gap;
  }
  return tops;
}
