import type { Span } from '../document/index.ts';
import { CapitalWords } from './capital-words.ts';
import { endsSentence } from './name-core.ts';
import { isTitle } from './titles.ts';
import { typeByWords } from './type-words.ts';

const capital = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’.&-]{0,30}`;
const small = String.raw`(?:of|the|de|van|von|der|bin|al|for|and)`;
/** `John “Red” Keel` */
const nickname = String.raw`(?: ["“'‘(]\p{Lu}\p{L}{1,20}["”'’)])?`;
const names = new RegExp(`(?<![\\p{L}\\p{N}])${capital}(?:${nickname} (?:${small} ){0,2}${capital}){1,7}`, 'gu');
const governments =
  /(?<![\p{L}\p{N}])(?:[Tt]he )?(?:\p{Lu}[\p{L}-]{2,20} )?(?:government|authorities|regime)(?![\p{L}\p{N}])/gu;
const acronyms = /(?<![\p{L}\p{N}.])\p{Lu}{2,6}(?![\p{L}\p{N}])/gu;
const pronouns = /(?<![\p{L}\p{N}’'])(?:he|she|they|it|who|i|we)(?![\p{L}\p{N}])/giu;

/**
 * Runs of capitals, governments and pronouns of a text, in order: mentions in any case, should the network miss them. A headline's capitals tell nothing,
 * and neither does the one that a sentence begins with.
 */
export function nameSpans(text: string): Span[] {
  const capitals = new CapitalWords(text);
  const spans: Span[] = [];
  for (const match of text.matchAll(names)) {
    let start = match.index;
    const first = /^\S+/u.exec(match[0])![0];
    // Of `Today Mara Lind` the first word goes; of `Mara Lind` both stay, unless it is a common word.
    if (capitals.isOpening(start, first) && capitals.isCommon(first)) start += first.length + 1;
    // A full stop inside ends the sentence, and the name.
    const parts = text.slice(start, match.index + match[0].length).split(/(?<=\s)/u);
    const stop = parts.findIndex((part) => endsSentence(part.trim()));
    const words = (stop < 0 ? parts : parts.slice(0, stop + 1))
      .join('')
      .trim()
      .replace(/[’']s?$|[.,]$/u, '');
    for (const span of apart(words, start)) {
      if (!/^\p{Lu}/u.test(text.slice(span.start, span.end)) || capitals.inHeadline(span)) continue;
      spans.push(span);
      const bare = behindTitle(text, span);
      if (bare !== null) spans.push(bare);
    }
  }
  for (const pattern of [governments, acronyms, pronouns]) {
    for (const match of text.matchAll(pattern)) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** Of `Harbour Board Inspector General Mara Lind` the name alone. */
function behindTitle(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end).split(' ');
  const at = words.findLastIndex((word, index) => index < words.length - 2 && isTitle(word));
  if (at < 0 || words.slice(at + 1).some((word) => !/^\p{Lu}/u.test(word))) return null;
  return { start: start + words.slice(0, at + 1).join(' ').length + 1, end };
}

/** `Committee on Trade and Ports` is one name, `Mara Lind and Jonas Keel` are two: the noun at the end tells. */
function apart(words: string, start: number): Span[] {
  const last = /\S+$/u.exec(words)?.[0] ?? '';
  if (!words.includes(' and ') || typeByWords([last], last) !== null) return [{ start, end: start + words.length }];
  const spans: Span[] = [];
  let at = 0;
  for (const part of words.split(/(?<= and )|(?= and )/u)) {
    const trimmed = part.trim();
    if (trimmed !== 'and' && trimmed.includes(' ')) {
      const from = start + at + part.indexOf(trimmed);
      spans.push({ start: from, end: from + trimmed.length });
    }
    at += part.length;
  }
  return spans;
}
