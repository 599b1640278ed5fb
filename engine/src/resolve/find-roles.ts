import type { Span } from '../document/index.ts';
import type { Cluster } from './cluster.ts';
import { endsSentence } from './name-core.ts';

/** Fewer letters than this describe nobody; more are a clause and no role. */
const [leastLength, mostLength] = [3, 120];
const article = /^(?:the|a|an|its|his|her|their|our)\s+/iu;
const edge = /^[\s,;:“”"'’‘()–—-]+|(?<![\s,;:“”"'’‘()–—-])[\s,;:“”"'’‘()–—-]+$/gu;

/**
 * Where a text says what somebody is: what stands before the name (`Harbour Party chief` Mara Lind), what follows it between commas, and
 * descriptions of the same person elsewhere.
 *
 * @returns spans in order, those of the same words once
 */
export function findRoles(text: string, { links, names }: Cluster): Span[] {
  const roles: Span[] = [];
  for (const { mention, start, end } of names) {
    roles.push({ start: mention.start, end: start });
    const after = text.slice(end, mention.end);
    if (after.startsWith(',')) roles.push({ start: end, end: mention.end });
  }
  const named = new Set(names.map(({ mention }) => mention));
  for (const { mention } of links) {
    if (mention.kind !== 'nominal' || named.has(mention)) continue;
    roles.push({ start: mention.start, end: mention.end });
  }
  const seen = new Set<string>();
  return roles
    .map((span) => trim(text, span))
    .filter(({ start, end }) => {
      const words = text.slice(start, end).toLowerCase();
      if (holdsSentenceEnd(words)) return false;
      if (words.length < leastLength || words.length > mostLength || seen.has(words)) return false;
      seen.add(words);
      return true;
    })
    .filter((role, index, all) => !all.some((other, at) => at !== index && holds(text, other, role)))
    .sort((a, b) => a.start - b.start);
}

/** Nobody is described by the end of one sentence and the start of the next. */
function holdsSentenceEnd(words: string): boolean {
  return words
    .split(/\s+/u)
    .slice(0, -1)
    .some((word) => /^\p{Ll}/u.test(word) && endsSentence(word));
}

/** `Transport Minister` tells all that `minister` does. */
function holds(text: string, { start, end }: Span, role: Span): boolean {
  return (
    end - start > role.end - role.start &&
    text
      .slice(start, end)
      .toLowerCase()
      .endsWith(` ${text.slice(role.start, role.end).toLowerCase()}`)
  );
}

function trim(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  const words = text.slice(start, end);
  for (const match of words.matchAll(edge)) {
    if (match.index === 0) from = start + match[0].length;
    if (match.index + match[0].length === words.length) to = start + match.index;
  }
  if (to <= from) return { start, end: start };
  const lead = article.exec(text.slice(from, to));
  return { start: from + (lead?.[0].length ?? 0), end: to };
}
