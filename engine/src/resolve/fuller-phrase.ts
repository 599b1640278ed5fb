import type { Span } from '../document/index.ts';
import { isTitle } from './titles.ts';

const owned = /^\p{Lu}[\p{L}\p{M}’'-]*[’']s?\s\p{Ll}+$/u;
const headed =
  /^(?<lead>\p{Lu}[\p{L}\p{N}/&.’'-]*(?:\s\p{Lu}[\p{L}\p{N}/&.’'-]*){0,4})\s(?<head>poll|survey|study|average)$/u;
/** How far before a phrase the first name of its owner may begin. */
const longestName = 40;

/**
 * Where a text has a phrase in fuller words: `Mara Lind’s office` for `Lind’s office`, `Mirror opinion poll` for `Mirror poll`.
 *
 * @returns the phrase itself where it has none
 */
export function fullerPhrase(text: string, phrase: Span): Span {
  const words = text.slice(phrase.start, phrase.end);
  if (owned.test(words)) return withFirstName(text, words) ?? phrase;
  const found = headed.exec(words)?.groups;
  return (found && withAdjective(text, found['lead']!, found['head']!)) ?? phrase;
}

function withFirstName(text: string, words: string): Span | null {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const before = text.slice(Math.max(0, at - longestName), at);
    const first = /(?:(?<=\s|^)\p{Lu}[\p{L}\p{M}’-]+\s(?:\p{Lu}\.\s)?)$/u.exec(before);
    if (first === null || isTitle(first[0].trim().split(/\s/u)[0]!)) continue;
    // `On Lind’s office`: the word that opens a sentence is no first name.
    if (/(?:^|[.!?:”"]\s+|\n)$/u.test(before.slice(0, first.index))) continue;
    return { start: at - first[0].length, end: at + words.length };
  }
  return null;
}

function withAdjective(text: string, lead: string, head: string): Span | null {
  for (let at = text.indexOf(`${lead} `); at >= 0; at = text.indexOf(`${lead} `, at + lead.length)) {
    const rest = text.slice(at + lead.length, at + lead.length + longestName);
    const fuller = new RegExp(
      `^\\s(?:(?!of\\b|in\\b|and\\b|for\\b|on\\b)\\p{Ll}[\\p{L}-]+\\s){1,2}${head}(?![\\p{L}])`,
      'u',
    ).exec(rest);
    if (fuller !== null) return { start: at, end: at + lead.length + fuller[0].length };
  }
  return null;
}
