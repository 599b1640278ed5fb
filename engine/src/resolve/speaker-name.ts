import type { Span } from '../document/index.ts';
import type { Cluster } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { stateNamed } from './states.ts';
import { isTitle } from './titles.ts';

/** Words beyond which the longest name is no name any more but a list or a description. */
const mostWords = 9;

/** The fullest name of a cluster: a state's own, else the one of most words, the earlier of two alike; `null` where it has none. */
export function fullestName({ names }: Cluster): Span | null {
  const state = names.find(({ words }) => stateNamed(words.join(' ')) !== null);
  if (state !== undefined && names.some(({ words }) => words.length === 1)) return state;
  const usable = names.filter(({ words }) => words.length <= mostWords);
  const [first, ...rest] = usable.length > 0 ? usable : names;
  if (first === undefined) return null;
  return rest.reduce((best, name) => (name.words.length > best.words.length ? name : best), first);
}

const relativeClause = /,\s+(?:who|whom|whose|which|that|many of|some of|including)\s|(?<!\s)\s+(?:who|which|that),?$/u;
const opening = /^(?:whose|(?:the|a|an)\s+(?:new|latest|recent)(?=\s+\p{Lu}))\s+/u;
/** `PPIC poll`, `Harbour campaign`: capitals, then the common noun that heads them. */
const described =
  /(?<![\p{L}\p{N}.])(?!(?:The|A|An|This|That|These|New|Latest|Recent|Another|One|His|Her|Its|Their|Our)\b)\p{Lu}[\p{L}\p{N}'’&./-]*(?:\s+(?:of|the|for|\p{Lu}[\p{L}\p{N}'’&./-]*))*(?:\s+(?!in\b|of\b|by\b|on\b|at\b|from\b|and\b|to\b|is\b|was\b)\p{Ll}[\p{L}-]+){1,3}/u;
const headsName =
  /\b(?:poll|polls|survey|study|report|average|campaign|administration|government|team|database|index|analysis)$/u;

/**
 * The phrase of a cluster without a name: of a source that describes, its own words; of a pronoun, what it stands for.
 *
 * @param whole - whether the phrase stays as it is, because another of like words is another: groups, unnamed sources
 */
export function ownPhrase({ links }: Cluster, mention: Mention, whole: boolean): Span {
  const phrase =
    mention.kind !== 'pronoun' ? mention : links.find((known) => known.mention.kind !== 'pronoun')?.mention;
  if (!whole) {
    const candidates = [phrase, ...links.map((known) => known.mention)].filter(
      (m) => m !== undefined && m.kind !== 'pronoun',
    );
    const found = candidates
      .slice(0, mostCandidates)
      .flatMap((candidate) => (candidate && descriptiveName(candidate)) ?? []);
    const [first] = found;
    // `the Varo Mirror poll` is the one named in full as `the Varo Mirror/Kalden opinion poll`: both begin and end alike.
    if (first !== undefined) return found.reduce((best, name) => (fuller(name.text, best.text) ? name : best), first);
  }
  const { start, text } = phrase ?? mention;
  let lead = opening.exec(text)?.[0].length ?? 0;
  const [first, second] = text.slice(lead).split(/\s+/u);
  if (isTitle(first!) && /^\p{Lu}/u.test(first!) && /^\p{Lu}/u.test(second ?? '')) lead += first!.length + 1;
  // What a relative clause adds says more of a source, and is no part of what it is called.
  const clause = relativeClause.exec(text);
  const stop =
    clause !== null && clause.index > lead ? start + clause.index : start + text.replace(/[\s,;]{1,5}$/u, '').length;
  return { start: start + lead, end: stop };
}

/** How many mentions are looked through for a name. */
const mostCandidates = 50;

function fuller(name: string, than: string): boolean {
  const ends = (text: string): string => `${/^\S+/u.exec(text)?.[0] ?? ''} ${/\S+$/u.exec(text)?.[0] ?? ''}`;
  return name.length > than.length && ends(name) === ends(than);
}

function descriptiveName({ start, text }: Mention): (Span & { readonly text: string }) | null {
  // What stands behind a preposition describes what describes it.
  const before = text.search(/,|\s(?:of|on|in|by|for|from|at|with|that|who|which|to)\s/u);
  const found = described.exec(text.slice(0, before < 0 ? 200 : before));
  if (found === null) return null;
  const words = found[0].split(/(?<=\s)/u);
  // The noun that heads it is the first that can.
  let end = 0;
  for (const word of words) {
    end += word.length;
    if (!headsName.test(word.trim())) continue;
    const name = found[0].slice(0, end).trimEnd();
    return { start: start + found.index, end: start + found.index + name.length, text: name };
  }
  return null;
}
