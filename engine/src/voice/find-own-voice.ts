import type { RoleSpans } from '../attribution/index.ts';
import { sentenceSpans, type Document, type Span } from '../document/index.ts';
import { coveredSpans, mergeSpans, statementQuotations } from './covered.ts';
import { finiteVerbs } from './finite-verbs.ts';
import { freeClauses, leastClauseWords } from './free-clauses.ts';
import { isFurniture } from './furniture.ts';
import { proseBlocks } from './prose-blocks.ts';
import { wordsIn, type Word } from './words.ts';

/** Characters of a sentence; what is longer without a stop is a table or a list, and would cost memory without need. */
const longestSentence = 5000;

/**
 * Finds what a report states itself, with nobody's name on it: whole sentences where no attribution has a role, and finite
 * clauses outside every role where one has.
 *
 * Rather too little than too much: fragments, labels, credits, links and what stands in quotation marks are left out.
 *
 * @param attributions - all there are in the document, hedges included
 * @returns spans in order, never overlapping; sentences with their closing mark, clauses without
 */
export function findOwnVoice(document: Document, attributions: readonly RoleSpans[]): Span[] {
  const { text } = document;
  const blocks = proseBlocks(text);
  const isCovered = walk(mergeSpans([...coveredSpans(attributions), ...statementQuotations(text, blocks)]));
  const spans: Span[] = [];
  for (const block of blocks) {
    for (const sentence of sentencesOf(document, block)) {
      const words = wordsIn(text, sentence, isCovered);
      const held = words.some((word) => word.covered);
      for (const span of held ? freeClauses(words) : isStatement(words) ? [sentence] : []) spans.push(span);
    }
  }
  return spans;
}

/** Sentences of a paragraph behind its dateline, what belongs to the page and not to the report left out. */
function sentencesOf({ text, dateline }: Document, block: Span): Span[] {
  const dated = dateline !== null && block.start <= dateline.span.start && dateline.span.end < block.end;
  const prose = dated ? { start: dateline.span.end, end: block.end } : block;
  const isPages = ({ start, end }: Span): boolean =>
    isFurniture(text.slice(start, Math.min(end, start + longestSentence)));
  if (isPages(prose)) return [];
  const sentences = sentenceSpans(text, prose).filter(({ start, end }) => end - start <= longestSentence);
  // The first one was looked at with its paragraph.
  return sentences.filter((sentence, index) => index === 0 || !isPages(sentence));
}

/** Whether a sentence without a role is one: words enough and a finite verb among them. */
function isStatement(words: readonly Word[]): boolean {
  const count = words.filter(({ kind }) => kind === 'word').length;
  if (count < leastClauseWords) return false;
  const ended = /^[.!?…”"’')\]。]$/u.test(words.at(-1)!.lower);
  const verbs = finiteVerbs(inSmallLetters(words, count));
  return verbs.some(({ strength, subject, inner }) => ended || (strength > 1 && subject && !inner));
}

/** Words of a line set in capitals, or with a capital on most of them, as if set in small letters. */
function inSmallLetters(words: readonly Word[], count: number): readonly Word[] {
  const capitals = words.filter(({ capital }) => capital).length;
  return capitals > 0.6 * count ? words.map((word) => ({ ...word, capital: false })) : words;
}

/** Answers, for words from left to right, whether one of the spans holds any of it. */
function walk(spans: readonly Span[]): (word: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while (at < spans.length && spans[at]!.end <= start) at++;
    return at < spans.length && spans[at]!.start < end;
  };
}
