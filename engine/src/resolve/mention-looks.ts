/** What kind of expression a mention is, in the order of the network's tables. */
export const mentionKinds = ['name', 'nominal', 'pronoun'] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** How the words of two mentions relate, in the order of the network's tables. */
export const stringRelations = ['none', 'same', 'within', 'same-head'] as const;
export type StringRelation = (typeof stringRelations)[number];

const pronouns = new Set(
  (
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself ' +
    'it its itself they them their theirs themselves themself who whom whose which that this these those one oneself'
  ).split(' '),
);
const articles = new Set(['the', 'a', 'an']);
/** A noun phrase's head stands before the first of these. */
const enders = new Set(
  'of in for from at on with by to who whom whose which that and or as near outside inside under over against'.split(
    ' ',
  ),
);
const word = /[\p{L}\p{N}]+(?:[’'.\-&][\p{L}\p{N}]+)*\.?|--|[,;:([—–]/gu;

export function isPronoun(text: string): boolean {
  return pronouns.has(text.trim().toLowerCase());
}

/** Words of a mention without its articles and possessive marks; punctuation that ends a noun phrase counts as a word. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(word)) {
    const bare = found.replace(/[’']s?$/u, '');
    if (bare === '' || articles.has(bare.toLowerCase())) continue;
    words.push(bare.length > 2 ? bare.replace(/\.+$/u, '') : bare);
  }
  return words;
}

/** The word that the others of a noun phrase lean on: the last before a preposition, a clause or a comma. */
export function headOf(words: readonly string[]): string {
  let head = '';
  for (const [index, found] of words.entries()) {
    if (index > 0 && (enders.has(found.toLowerCase()) || !/^[\p{L}\p{N}]/u.test(found))) break;
    head = found;
  }
  return head;
}

/** Told by the words alone, so that training tells it the same; the twin is `training/according_training/mentions.py`. */
export function kindOfMention(text: string): MentionKind {
  if (isPronoun(text)) return 'pronoun';
  return /^\p{Lu}/u.test(headOf(wordsOf(text))) ? 'name' : 'nominal';
}

/** A mention's words in lower case, made once and compared often. */
export interface Looks {
  readonly words: readonly string[];
  readonly bag: ReadonlySet<string>;
  readonly head: string;
  readonly joined: string;
}

export function looksOf(text: string): Looks {
  const words = wordsOf(text).map((found) => found.toLowerCase());
  return { words, bag: new Set(words), head: headOf(words), joined: words.join(' ') };
}

export function stringRelation(a: Looks, b: Looks): StringRelation {
  if (a.words.length === 0 || b.words.length === 0) return 'none';
  if (a.joined === b.joined) return 'same';
  if (a.bag.isSubsetOf(b.bag) || b.bag.isSubsetOf(a.bag)) return 'within';
  return a.head === b.head ? 'same-head' : 'none';
}

const buckets = 10;

/** 0, 1, 2, 3, 4, then 5–7, 8–15, 16–31, 32–63 and more mentions between. */
export function distanceBucket(between: number): number {
  if (between < 5) return between;
  return Math.min(buckets - 1, Math.max(5, 32 - Math.clz32(between) + 2));
}

/** `the panel`, `those voters`: nothing but a pointer and a noun. */
export const bareDefinite = /^(?:the|this|that|these|those)\s\p{Ll}[\p{L}-]*$/iu;
