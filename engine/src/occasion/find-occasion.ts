import type { Reason, RoleSpans, Said, TimeOfSaying } from '../attribution/index.ts';
import type { Document, Span } from '../document/index.ts';
import { afterContent } from './after-content.ts';
import { afterCue } from './after-cue.ts';
import { afterSource, beforeSource, betweenSourceAndCue, withinSource } from './beside-source.ts';
import { dateOf, isAfter } from './date-of.ts';
import type { Finding } from './finding.ts';
import type { Circumstances } from './read-adjuncts.ts';
import { surroundingsOf } from './surroundings.ts';

/** To whom something was said, and when, where and on what occasion. */
export interface Occasion {
  readonly addressee: Span | null;
  /** `null` where the report gives neither time nor place nor occasion. */
  readonly said: Said | null;
  /** One for each thing that was found. */
  readonly reasons: readonly Reason[];
}

/** The occasion of each attribution, in their order. */
export function findOccasions(document: Document, attributions: readonly RoleSpans[]): Occasion[] {
  return attributions.map((attribution) => findOccasion(document, attribution));
}

/**
 * Finds whom an attribution addresses, and when, where and on what occasion its words were said.
 *
 * Only what stands beside cue, source or addressee, or opens the clause before the source, is taken: a wrong circumstance
 * is worse than none. What lies within the content belongs to what was said; the one exception is whom a cue asks to do
 * something, since “urged [voters to stay home]” has its addressee nowhere else.
 */
export function findOccasion(document: Document, attribution: RoleSpans): Occasion {
  const around = surroundingsOf(document.text, attribution);
  if (around === null) return { addressee: null, said: null, reasons: [] };
  return gather(document, [
    ...afterCue(around),
    ...betweenSourceAndCue(around),
    ...afterSource(around),
    ...beforeSource(around),
    ...withinSource(around),
    ...afterContent(around),
  ]);
}

/** Takes the first that was found of each thing, in the document’s own places, and says why. */
function gather({ text, date: reported }: Document, findings: readonly Finding[]): Occasion {
  const reasons: Reason[] = [];
  const take = <Taken>(thing: keyof Circumstances, taken: (span: Span) => Taken | null): Taken | null => {
    for (const { [thing]: found, stretch, how, beside } of findings) {
      if (found === null) continue;
      const span = { start: stretch.offset + found.start, end: stretch.offset + found.end };
      const result = taken(span);
      if (result === null) continue;
      reasons.push({
        decision: thing === 'addressee' ? 'addressee' : 'said',
        because: `“${shortened(text.slice(span.start, span.end))}” ${how}`,
        words: [span, ...(beside === null ? [] : [beside])].sort((a, b) => a.start - b.start),
      });
      return result;
    }
    return null;
  };
  const addressee = take('addressee', (span) => span);
  const time = take('time', (span): TimeOfSaying | null => {
    const date = dateOf(text.slice(span.start, span.end), reported);
    // What lies after the report cannot be when its words were said.
    return date !== null && isAfter(date, reported) ? null : { span, date };
  });
  const place = take('place', (span) => span);
  const occasion = take('occasion', (span) => span);
  const said = time === null && place === null && occasion === null ? null : { time, place, occasion };
  return { addressee, said, reasons };
}

/** Words for a reason, cut at a space where there are many. */
function shortened(words: string): string {
  if (words.length <= 60) return words;
  const cut = words.lastIndexOf(' ', 60);
  return `${words.slice(0, cut > 20 ? cut : 60)} …`;
}
