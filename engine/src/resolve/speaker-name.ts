import type { Span } from '../document/index.ts';
import type { Cluster } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { bareDefinite } from './mention-looks.ts';
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

const relativeClause =
  /,\s+(?:who|whom|whose|which|that|many of|some of|most of|all of|the (?:vast )?(?:majority|rest) of)\s|(?<!\s)\s+(?:who|which|that),?$/u;
/** `, the largest of its kind` says more of what has been called by its name already. */
const apposition =
  /(?<!\b(?:like|such as|including)\b.{0,80}),\s+(?:the|a|an|his|her|its|their|one)\s(?!.{0,200}\band\b)/u;
/** How a report keeps somebody nameless, and what it adds of a share or of others, is no part of what they are called. */
const aside =
  /\swho\s(?:(?:was|were|is|are|has|have|had)(?:n[’']t|\s+not)|did(?:n[’']t| not)|asked|requested|insisted|declined|spoke on|speaks on|wished|wanted|requires)\b|,\s\d[\d.]*(?:\s?%|\spercent),?$|\s(?:[–—]|--?)\s(?=including\b)|,?\s(?:writing|speaking|citing)(?:\s|$)|\s(?:themselves|itself|himself|herself|newspaper)$/u;
const opening = /^(?:whose|[Ee]ven|So even|(?:[Tt]he|[Aa]n?)\s+(?:new|latest|recent)(?=\s+\p{Lu}))\s+/u;
/** `PPIC poll`, `Harbour campaign`: capitals, then the common noun that heads them. */
const described =
  /(?<![\p{L}\p{N}.])(?!(?:The|A|An|This|That|These|New(?! (?:York|Jersey|Hampshire|Mexico|Orleans|Zealand|Delhi|England)\b)|Latest|Recent|Another|One|His|Her|Its|Their|Our)\b)\p{Lu}[\p{L}\p{N}'’&./-]*(?:\s+(?:of|the|for|\p{Lu}[\p{L}\p{N}'’&./-]*))*(?:\s+(?!in\b|of\b|by\b|on\b|at\b|from\b|and\b|to\b|is\b|was\b)\p{Ll}[\p{L}-]+){1,3}/u;
const headsName =
  /\b(?:poll|polls|survey|study|report|average|campaign|administration|government|team|database|index|analysis)$/u;

/**
 * The phrase of a cluster without a name: of a source that describes, its own words; of a pronoun, what it stands for.
 *
 * @param whole - whether the phrase stays as it is, because another of like words is another: groups, unnamed sources
 */
export function ownPhrase({ links }: Cluster, mention: Mention, whole: boolean): Span {
  const phrase =
    mention.kind !== 'pronoun'
      ? fullerOf(mention, links)
      : links.find((known) => known.mention.kind !== 'pronoun')?.mention;
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
  // `Mr. Keel’s advisers` are called so whole.
  const title =
    isTitle(first!) && /^\p{Lu}/u.test(first!) && /^\p{Lu}/u.test(second ?? '') && !/[’']s?$/u.test(second!);
  if (title) lead += first!.length + 1;
  // What a relative clause adds says more of a source, and is no part of what it is called.
  const stops = [relativeClause, apposition, aside]
    .map((clause) => clause.exec(text)?.index ?? -1)
    .filter((index) => index > lead);
  const end = stops.length > 0 ? Math.min(...stops) : text.replace(/[\s,;–—-]{1,5}$/u, '').length;
  return { start: start + lead, end: start + end };
}

/** `The panel` is called what the report called it first: `a panel of harbour pilots`. */
function fullerOf(mention: Mention, links: Cluster['links']): Mention {
  if (!bareDefinite.test(mention.text)) return mention;
  const first = links.find(
    ({ mention: { kind, looks, start, text } }) =>
      kind !== 'pronoun' &&
      start < mention.start &&
      looks.head === mention.looks.head &&
      looks.words.length > 1 &&
      !bareDefinite.test(text),
  );
  return first?.mention ?? mention;
}

/** How many mentions are looked through for a name. */
const mostCandidates = 50;

function fuller(name: string, than: string): boolean {
  const ends = (text: string): string => `${/^\S+/u.exec(text)?.[0] ?? ''} ${/\S+$/u.exec(text)?.[0] ?? ''}`;
  return name.length > than.length && (ends(name) === ends(than) || name.endsWith(` ${than}`));
}

function descriptiveName({ start, text }: Mention): (Span & { readonly text: string }) | null {
  // What stands behind a preposition describes what describes it.
  const before = text.search(/,|\s(?:of|on|in|by|for|from|at|with|that|who|which|to)\s/u);
  const found = described.exec(text.slice(0, before < 0 ? 200 : before));
  if (found === null) return null;
  const words = found[0].split(/(?<=\s)/u);
  // The noun that heads it is the first that can.
  let end = 0;
  for (const [index, word] of words.entries()) {
    end += word.length;
    // `Harbour campaign official` is no campaign; `Harbour poll taken in May` is a poll.
    const next = words[index + 1]?.trim() ?? '';
    if (!headsName.test(word.trim()) || (/^\p{Ll}/u.test(next) && !/(?:ed|en|ing|out|last|this)$/u.test(next)))
      continue;
    const name = found[0].slice(0, end).trimEnd();
    return { start: start + found.index, end: start + found.index + name.length, text: name };
  }
  return null;
}
