import { roles, type RoleSpans } from '../attribution/index.ts';
import { overlaps, paragraphSpans, quotationsIn, sentenceSpans, type Span } from '../document/index.ts';
import { clauseAround } from './clause-around.ts';
import { isStatement } from './is-statement.ts';
import { SpanIndex } from './span-index.ts';

/**
 * Adds the hedges of the report's own voice that no attribution has, as attributions without a source: `reportedly`,
 * `is believed to`, `it is said that`.
 *
 * The cue is the hedge and the content the clause around it, in two pieces where the hedge stands in the middle. That is how
 * PolNeAR (Newell et al., 2018) marks them: subject and auxiliary in front of an adverb (`The port has` · `reportedly` ·
 * `closed the dam`), `to` and `that` with the content (`The port` · `is believed` · `to have closed it`). A hedge in
 * somebody's content or quotation is theirs and left alone, and so is one whose clause another attribution speaks of.
 *
 * @param make - what an attribution with these spans is in the caller's terms
 * @returns the attributions, then those added in order of the text
 */
export function addHedges<Found extends RoleSpans>(
  text: string,
  attributions: readonly Found[],
  make: (spans: RoleSpans) => Found,
): Found[] {
  const taken = new SpanIndex(attributions.flatMap((attribution) => roles.flatMap((role) => attribution[role])));
  const isFree = (span: Span): boolean => taken.overlapping(span).length === 0;
  const added: RoleSpans[] = [];
  for (const paragraph of paragraphSpans(text)) {
    if (!hedge.test(text.slice(paragraph.start, paragraph.end))) continue;
    const quotations = new SpanIndex(quotationsIn(text, paragraph).filter((quotation) => isStatement(text, quotation)));
    for (const sentence of sentenceSpans(text, paragraph)) {
      for (const cue of hedgesIn(text, sentence)) {
        const last = added.at(-1);
        if (last !== undefined && [...last.cue, ...last.content].some((span) => overlaps(span, cue))) continue;
        const content = clauseAround(text, sentence, cue);
        if (content.length === 0 || quotations.overlapping(cue).length > 0 || ![cue, ...content].every(isFree))
          continue;
        added.push({ source: [], cue: [cue], content });
      }
    }
  }
  return [...attributions, ...added.map(make)];
}

const gap = '[^\\S\\n\\r]{1,3}';
const belief = '(?:believed|understood|said|thought|rumou?red|reported|alleged)';
const be = `(?:is|are|was|were|(?:has|have|had)${gap}been)`;
const adverbs = `(?:${gap}(?:\\w{2,20}ly|also|not|now|still|long|once|often|even|then)){0,3}`;
// Behind an article or a preposition the adverb belongs to a noun, “a supposedly safe dam”, and has no clause around it.
const nounBehind =
  "(?<!\\b(?:an?|the|this|that|these|those|his|her|its|their|our|my|of|for|as|by|in|with|no|some|any|other|[’']s)\\s)";
const hedges = [
  `${nounBehind}\\b(?:reportedly|allegedly|purportedly|supposedly)\\b`,
  `\\b${be}${adverbs}${gap}${belief}(?=${gap}to\\b)`,
  `(?<=\\bit${gap})${be}${adverbs}${gap}${belief}(?=${gap}that\\b)`,
  `\\bit[’']s${gap}been${adverbs}${gap}${belief}(?=${gap}that\\b)`,
  `(?<=,${gap})it${gap}is${adverbs}${gap}${belief}(?=,)`,
];
const hedge = new RegExp(hedges.join('|'), 'iu');
const everyHedge = new RegExp(hedge, 'giu');

/** Longest sentence looked at, in characters, and most hedges in it; what has more is no prose, and could cost time without end. */
const longestSentence = 5000;
const mostHedges = 10;

function hedgesIn(text: string, { start, end }: Span): Span[] {
  if (end - start > longestSentence) return [];
  return Array.from(text.slice(start, end).matchAll(everyHedge), ({ index, 0: words }) => ({
    start: start + index,
    end: start + index + words.length,
  })).slice(0, mostHedges);
}
