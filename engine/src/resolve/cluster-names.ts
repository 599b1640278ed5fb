import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import { isPerson, type Cluster, type Link, type Name } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { linkScore } from './link-score.ts';
import { CapitalWords } from './capital-words.ts';
import { nameCore } from './name-core.ts';
import { joinStates } from './join-states.ts';
import { stateNamed } from './states.ts';
import { typeByWords } from './type-words.ts';

/** Words that a body's short name may leave off at the end: `Amnesty` for Amnesty International. */
const bodyEndings = new Set(
  'international news group company corporation corp inc ltd party foundation institute association network times university magazine newspaper management'.split(
    ' ',
  ),
);
const small = new Set('of the and for on in de & at to'.split(' '));

/** The names under one spelling. */
interface Spelling {
  readonly words: readonly string[];
  /** Without `Jr.` and the like. */
  readonly bare: readonly string[];
  readonly names: Name[];
  readonly person: boolean;
}

/**
 * Gathers the mentions that name somebody, by their words: the same name, a family name after the full one, initials, `also known as`,
 * a state's government and capital where the report makes the state speak.
 *
 * @param mentions - all mentions of the document, in order
 * @param sources - spans that the report makes speak
 */
export function clusterNames(
  text: string,
  mentions: readonly Mention[],
  sources: readonly Span[],
  layout: Manifest['mentions'],
): Cluster[] {
  const { spellings, doubles } = spellNames(text, mentions, layout.types);
  const cluster = new Map<Name, Cluster>();
  const clusters: Cluster[] = [];
  const open = (name: Name): Cluster => {
    const made: Cluster = { links: [link(name, null, 'a name')], names: [name], isState: false };
    clusters.push(made);
    cluster.set(name, made);
    return made;
  };
  const join = (name: Name, into: Cluster, because: string): void => {
    const antecedent = nearest(into.names, name);
    into.links.push(link(name, antecedent, because));
    into.names.push(name);
    cluster.set(name, into);
  };
  const order = new Map(mentions.map((mention, index) => [mention, index]));
  const byInitials = Map.groupBy(spellings, initialsOf);
  const byWord = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const longer = [...new Set(spelling.words.flatMap((word) => byWord.get(word) ?? []))].filter(
      (other) => shortens(spelling, other) !== null,
    );
    if (spelling.words.length === 1 && isInitials(spelling.names[0]!.text)) {
      for (const other of byInitials.get(initials(spelling.names[0]!.text)) ?? []) longer.push(other);
    }
    const candidates = [...new Set(longer.flatMap(({ names }) => names.flatMap((name) => cluster.get(name) ?? [])))];
    if (candidates.length === 0) {
      const [first, ...rest] = spelling.names;
      const made = open(first!);
      for (const name of rest) join(name, made, 'the same name');
    } else {
      // One family name, several who bear it: the network and nearness say whose, alike for all mentions of one form of address.
      for (const names of Map.groupBy(spelling.names, address).values()) {
        const fitting = candidates.filter((c) => agreesInAddress(names[0]!, c));
        const ranked = (fitting.length > 0 ? fitting : candidates)
          .map((c) => ({ c, score: affinityOfAll(names, c, order, layout) }))
          .sort((a, b) => b.score - a.score);
        for (const name of names) join(name, ranked[0]!.c, 'a shorter form of');
      }
    }
    for (const word of new Set(spelling.words)) {
      const others = byWord.get(word);
      if (others === undefined) byWord.set(word, [spelling]);
      else others.push(spelling);
    }
  }
  const merge = (from: Cluster, into: Cluster, because: string): void => {
    if (from === into) return;
    const antecedent = into.links[0]!.mention;
    for (const [index, each] of from.links.entries())
      into.links.push(index === 0 ? { ...each, antecedent, because } : each);
    for (const name of from.names) into.names.push(name);
    for (const name of from.names) cluster.set(name, into);
    clusters.splice(clusters.indexOf(from), 1);
  };
  // `Mara Lind` within `Mara Lind, the mayor,` is the same mention twice.
  for (const [mention, name] of doubles)
    cluster.get(name)?.links.push({ mention, antecedent: name.mention, because: 'the same words as' });
  joinAliases(text, [...cluster.keys()], (alias, name) =>
    merge(cluster.get(alias)!, cluster.get(name)!, 'also known as'),
  );
  joinStates(text, clusters, mentions, sources, merge);
  for (const { links, names } of clusters) {
    links.sort((a, b) => a.mention.start - b.mention.start);
    names.sort((a, b) => a.start - b.start);
  }
  return clusters;
}

function link({ mention }: Name, antecedent: Name | null, because: string): Link {
  return { mention, antecedent: antecedent?.mention ?? null, because };
}

/** The names of a text by spelling, those of more words first. */
function spellNames(
  text: string,
  mentions: readonly Mention[],
  types: readonly string[],
): { readonly spellings: readonly Spelling[]; readonly doubles: readonly (readonly [Mention, Name])[] } {
  const bySpelling = new Map<string, Name[]>();
  const taken = new Map<string, Name>();
  const doubles: [Mention, Name][] = [];
  const capitals = new CapitalWords(text);
  let around: Name | null = null;
  for (const mention of mentions) {
    if (mention.kind === 'pronoun') continue;
    const core = nameCore(mention.text, isPerson([mention], types));
    if (core === null) continue;
    const [start, end] = [mention.start + core.start, mention.start + core.end];
    const words = mention.text.slice(core.start, core.end).toLowerCase().replace(/’/gu, "'").split(/\s+/u);
    const known = taken.get(`${start} ${end}`);
    if (known !== undefined) {
      doubles.push([mention, known]);
      continue;
    }
    // `Lind` within `Mara Lind` is no name of its own; each of `Lind and Keel` is.
    if (around !== null && around.start <= start && end <= around.end && !around.words.includes('and')) {
      if (end === around.end) doubles.push([mention, around]);
      continue;
    }
    // A common word that only its place gives a capital is a description.
    if (capitals.isByPlace({ start, end })) continue;
    // In a headline every run of capitals looks like a name; only what the report names elsewhere is one.
    if (
      words.length > 1 &&
      capitals.inHeadline({ start, end }) &&
      !elsewhere(text, mention.text.slice(core.start, core.end), start)
    )
      continue;
    const name: Name = { mention, start, end, text: mention.text.slice(core.start, core.end), words };
    taken.set(`${start} ${end}`, name);
    if (around === null || end > around.end) around = name;
    const key = words.join(' ');
    const alike = bySpelling.get(key);
    if (alike === undefined) bySpelling.set(key, [name]);
    else alike.push(name);
  }
  const spellings = [...bySpelling.values()]
    .map((names) => {
      const mentioned = names.map(({ mention }) => mention);
      const { words } = names[0]!;
      return { words, bare: withoutSuffix(words), names, person: isPerson(mentioned, types) };
    })
    .sort((a, b) => b.words.length - a.words.length || a.names[0]!.start - b.names[0]!.start);
  return { spellings: withoutDescriptions(withoutCollisions(spellings), capitals), doubles };
}

/** `Filmmaker Mara Lind` and `Trust Mara Lind` hold a name that the report has by itself, too. */
function withoutDescriptions(spellings: readonly Spelling[], capitals: CapitalWords): Spelling[] {
  const known = new Map(spellings.map((spelling) => [spelling.words.join(' '), spelling]));
  const moved = new Map<Spelling, Name[]>();
  const kept = spellings.filter((spelling) => {
    const { words, names, person } = spelling;
    if (!person || words.includes('and')) return true;
    for (let cut = 1; cut <= words.length - 2; cut++) {
      const bare = known.get(words.slice(cut).join(' '));
      if (bare?.person !== true || !capitals.isCommon(words[cut - 1]!)) continue;
      const rest = names.map((name): Name => {
        const start = name.end - bare.names[0]!.text.length;
        return { ...name, start, text: name.text.slice(start - name.start), words: bare.words };
      });
      moved.set(bare, [...(moved.get(bare) ?? []), ...rest]);
      return false;
    }
    return true;
  });
  return kept.map((spelling) => {
    const names = moved.get(spelling);
    if (names === undefined) return spelling;
    return { ...spelling, names: [...spelling.names, ...names].sort((a, b) => a.start - b.start) };
  });
}

/** `… of the Daily Mirror Keel said`: two names that only stand side by side. Each is a name elsewhere, the first one no person's. */
function withoutCollisions(spellings: readonly Spelling[]): Spelling[] {
  const known = new Map(spellings.map((spelling) => [spelling.words.join(' '), spelling]));
  return spellings.filter(({ words, names }) => {
    if (words.length < 3 || names.length > 1) return true;
    return !words.some((_, cut) => {
      const [first, second] = [known.get(words.slice(0, cut).join(' ')), known.get(words.slice(cut).join(' '))];
      return first !== undefined && second !== undefined && !first.person && second.person;
    });
  });
}

function elsewhere(text: string, name: string, start: number): boolean {
  return text.indexOf(name, start + name.length) >= 0 || (start > 0 && text.lastIndexOf(name, start - 1) >= 0);
}

/** How one spelling is a shorter one of another, or `null`. */
function shortens(short: Spelling, long: Spelling): string | null {
  const [s, l] = [short.bare, long.bare];
  if (s.length > l.length) return null;
  // Most names that share a word share no more than the first.
  const atEnd = s.every((word, i) => l[l.length - s.length + i] === word);
  const atStart = s.every((word, i) => l[i] === word);
  const and = l.indexOf('and');
  if (and > 0 && short.words.includes('and')) return shortensEach(short.words, long.words);
  if (!atEnd && !atStart && s[0] !== l[0]) return null;
  // A family name alone is too little for the network to tell a person by; whoever bears it in full tells more.
  const fuller = short.words.length === 1 && (long.person || (atEnd && mayBePerson(long.words)));
  if (short.person !== long.person && !fuller) return null;
  if (long.person && and > 0) return null;
  // Whom the report calls the elder is not who it calls by the mere name.
  if (elder.test(long.words.at(-1)!) && !elder.test(short.words.at(-1)!)) return null;
  // `Twitter and Facebook` is no longer name of Facebook.
  if (and > 0 && (s.length === and || s.length === l.length - and - 1)) return null;
  if (atEnd) return 'its end';
  if (atStart && (short.person || l.slice(s.length).every((word) => bodyEndings.has(word)))) return 'its start';
  if (short.person && s.length > 1 && s[0] === l[0] && s.at(-1) === l.at(-1)) return 'without its middle';
  return null;
}

/** Two or three words of which none tells a body or a place of work. */
function mayBePerson(words: readonly string[]): boolean {
  const [first, last] = [words[0]!, words.at(-1)!];
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    !words.some((word) => small.has(word)) &&
    typeByWords([last], last) === null &&
    typeByWords([first], first) === null &&
    stateNamed(words.join(' ')) === null
  );
}

const elder = /^(?:sr\.?|senior)$/u;

/** `Jonas Keel` of `Jonas Keel Jr.` */
function withoutSuffix(words: readonly string[]): readonly string[] {
  return words.length > 2 && /^(?:[js]r\.?|senior|i{1,3}|iv|v)$/u.test(words.at(-1)!) ? words.slice(0, -1) : words;
}

/** `Keel and Lind` for `Jonas Keel and Mara Lind`. */
function shortensEach(short: readonly string[], long: readonly string[]): string | null {
  const halves = (words: readonly string[]): [string, string] => {
    const and = words.indexOf('and');
    return [words.slice(0, and).join(' '), words.slice(and + 1).join(' ')];
  };
  const [[a, b], [c, d]] = [halves(short), halves(long)];
  return ` ${c}`.endsWith(` ${a}`) && ` ${d}`.endsWith(` ${b}`) ? 'its ends' : null;
}

function isInitials(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(text);
}

function initials(text: string): string {
  return text.replace(/[^\p{Lu}]/gu, '');
}

function initialsOf({ names, words }: Spelling): string | null {
  if (words.length < 2) return null;
  return names[0]!.text
    .split(/[\s-]+/u)
    .filter((word) => !small.has(word.toLowerCase()))
    .map((word) => word[0]!)
    .join('');
}

/** Which form of address stands before a name: `he`, `she` or none. */
function address({ mention }: Name): 'he' | 'she' | null {
  if (/^(?:Mr|Sir|Lord)\b/u.test(mention.text)) return 'he';
  return /^(?:Mrs|Ms|Miss|Lady|Dame)\b/u.test(mention.text) ? 'she' : null;
}

/** `Mrs. Keel` is not whom the report calls Mr. Keel. */
function agreesInAddress(name: Name, { names }: Cluster): boolean {
  const own = address(name);
  return own === null || names.every((other) => address(other) === null || address(other) === own);
}

/** How many mentions of a name are asked whose it is. */
const mostAsked = 20;
/** What it tells against a cluster that a family name stands before the full one, for every one that does. */
const earliness = 3;

/** How well mentions of one name go with a cluster: the mean of their best links to its names before them. */
function affinityOfAll(
  names: readonly Name[],
  cluster: Cluster,
  order: ReadonlyMap<Mention, number>,
  layout: Manifest['mentions'],
): number {
  const asked = names.slice(0, mostAsked);
  const scores = asked
    .map(({ mention }) => affinity(mention, cluster, order, layout))
    .filter((score) => score !== null);
  const mean = scores.length === 0 ? -100 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return mean - (earliness * (asked.length - scores.length)) / asked.length;
}

/** The best link from a mention to one of a cluster's names before it; `null` where none is before it. */
function affinity(
  mention: Mention,
  { names }: Cluster,
  order: ReadonlyMap<Mention, number>,
  layout: Manifest['mentions'],
): number | null {
  const at = order.get(mention)!;
  let best: number | null = null;
  for (const { mention: other } of names.slice(-50)) {
    const between = at - order.get(other)! - 1;
    if (between >= 0) best = Math.max(best ?? -Infinity, linkScore(other, mention, between, layout));
  }
  return best;
}

function nearest(names: readonly Name[], to: Name): Name {
  return names.findLast(({ start }) => start < to.start) ?? names[0]!;
}

const knownAs =
  /^[\s,;:(–—-]{0,8}(?:also|formerly|better|previously|commonly|otherwise)?,?\s{0,2}(?:known|referred to)\s+as\s+(?:the\s+)?["“'‘]?$/iu;
const bracket = /^\s*\(\s*(?:the\s+)?["“'‘]?$/iu;

/** `X, also known as Y or Z`, and `The Varo Commission (VC)`. */
function joinAliases(text: string, names: readonly Name[], same: (alias: Name, name: Name) => void): void {
  const sorted = [...names].sort((a, b) => a.start - b.start || b.end - a.end);
  let known = false;
  for (let i = 1; i < sorted.length; i++) {
    const [name, alias] = [sorted[i - 1]!, sorted[i]!];
    const between = alias.start < name.end || alias.start - name.end > 60 ? null : text.slice(name.end, alias.start);
    const or: boolean = known && between !== null && /^,?\s+or\s+(?:the\s+)?["“'‘]?$/u.test(between);
    known = between !== null && (or || knownAs.test(between));
    const abbreviates =
      between !== null && bracket.test(between) && isInitials(alias.text) && alias.text[0] === name.text[0];
    if (known || abbreviates) same(alias, name);
  }
}
