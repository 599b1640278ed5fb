import { countWhile, paragraphSpans, sentenceSpans, type Span } from '../document/index.ts';

/** A sentence may be as long as a report that has no full stop; what is kept with each of its statements may not. */
const longestContext = 1000;

/**
 * Finds the sentences around places of a text.
 *
 * @returns from the start of the first sentence that a place touches to the end of the last; of sentences that go on for
 * long, no more than 1,000 characters on either side of the place
 */
export function sentencesAround(text: string): (place: Span) => Span {
  const sentences = paragraphSpans(text).flatMap((paragraph) => sentenceSpans(text, paragraph));
  return ({ start, end }) => {
    const first = sentences[firstEndingAfter(sentences, start)];
    const last = sentences[firstEndingAfter(sentences, Math.max(start, end - 1))];
    return {
      start: Math.max(Math.min(start, first?.start ?? start), start - longestContext),
      end: Math.min(Math.max(end, last !== undefined && last.start < end ? last.end : end), end + longestContext),
    };
  };
}

function firstEndingAfter(sentences: readonly Span[], at: number): number {
  return countWhile(sentences, ({ end }) => end <= at);
}
