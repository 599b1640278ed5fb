import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import { clusterNames } from './cluster-names.ts';
import { isPerson, personOdds, typeOf, type Cluster } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { linkScore } from './link-score.ts';
import { bareDefinite, isPronoun } from './mention-looks.ts';
import { isTitle } from './titles.ts';
import { stateNamed } from './states.ts';
import { typeByWords } from './type-words.ts';

/** How many mentions a pronoun or a description may look back. */
const reach = 200;

/** How much better than being new a link has to be, by the kind of the mention. */
const margins = { name: 0, nominal: 0, pronoun: -1 } as const;

/** Two or three capitals without a noun that heads a body, and no state: such names are mostly persons', and `he` may be one of them. */
function looksPersonal({ names }: Cluster): boolean {
  return names.some(
    ({ text, words }) =>
      words.length >= 2 &&
      words.length <= 3 &&
      /^\p{Lu}\p{Ll}+(?: \p{Lu}\.)? \p{Lu}[\p{L}’'-]+$/u.test(text) &&
      typeByWords(words, words.at(-1)!) === null,
  );
}

/** How far, in characters, a name may stand behind the description that it answers: two or three paragraphs. */
const farthest = 900;
/** Characters of headline and lead, sources in them, and mentions that they may look ahead. */
const [leadLength, mostInLead, lookAhead] = [300, 4, 60];
const definite = /^(?:the|its|his|her|their)\s/iu;
/** How many mentions back a bare definite may point to one of its head. */
const reachOfBare = 80;
const apposition = /^,?\s(?:,|who|the|a|an)\b|^,/u;

/** How much a pronoun that speaks leans towards whoever spoke last, and before that, in logits; tuned on reports left out of training. */
const salience = [3, 1] as const;
/** Characters that cost a relative pronoun's link one logit. */
const nearness = 20;
/** Characters between a relative pronoun and what it stands for, at most. */
const longestSentence = 160;

const he = new Set(['he', 'him', 'his', 'himself']);
const she = new Set(['she', 'her', 'hers', 'herself']);
const it = new Set(['it', 'its', 'itself', 'which']);
const relative = new Set(['who', 'whom', 'whose', 'which', 'that']);
const firstPerson = new Set('i me my mine myself we us our ours ourselves you your yours yourself'.split(' '));

/**
 * Gathers the mentions of a document into clusters that each refer to one and the same: first names, by their words, then
 * descriptions and pronouns from left to right, by the network's links and by what grammar forbids.
 *
 * First and second persons stay out: who speaks decides whom they mean.
 *
 * @param mentions - in order of their start, the longer first
 * @param sources - spans that the report makes speak
 */
export function clusterMentions(
  text: string,
  mentions: readonly Mention[],
  sources: readonly Span[],
  layout: Manifest['mentions'],
): Cluster[] {
  const clusters = clusterNames(text, mentions, sources, layout);
  const home = new Map<Mention, Cluster>();
  for (const cluster of clusters) for (const { mention } of cluster.links) home.set(mention, cluster);
  const isSource = new Set(sources.map(({ start, end }) => `${start} ${end}`));
  const speaking = mentions.filter(({ start, end }) => isSource.has(`${start} ${end}`));
  const evidence = new Map<Cluster, Evidence>();
  let last: Cluster[] = [];
  let passed = 0;
  for (const [index, mention] of mentions.entries()) {
    if (home.has(mention) || firstPerson.has(mention.looks.joined)) continue;
    const chosen = antecedentOf(index);
    if (chosen === null) {
      const made: Cluster = {
        links: [{ mention, antecedent: null, because: 'first mention' }],
        names: [],
        isState: false,
      };
      clusters.push(made);
      home.set(mention, made);
    } else {
      chosen.cluster.links.push({ mention, antecedent: chosen.antecedent, because: chosen.because });
      home.set(mention, chosen.cluster);
    }
  }
  joinDescribed();
  joinHeadlines();
  for (const { links } of clusters) links.sort((a, b) => a.mention.start - b.mention.start);
  return clusters.filter(({ links }) => links.length > 0);

  /**
   * A report may tell what somebody is before it tells the name: `The mayor said … “…,” said Mara Lind.` A full name that comes with no
   * description of its own is whom the description before it spoke of.
   */
  function joinDescribed(): void {
    for (const [index, described] of speaking.entries()) {
      const cluster = home.get(described);
      if (described.kind !== 'nominal' || cluster === undefined || cluster.names.length > 0) continue;
      const somebody = isTitle(described.looks.head) || isPerson([described], layout.types);
      if (!somebody || !definite.test(described.text)) continue;
      const next = speaking.slice(index + 1, index + 3).find((mention) => (home.get(mention)?.names.length ?? 0) > 0);
      const named = next && home.get(next);
      if (next === undefined || named === undefined || named === cluster || next.looks.words.length < 2) continue;
      const [first] = named.names;
      const bare =
        first!.mention === next && first!.text === next.text && !apposition.test(text.slice(next.end, next.end + 6));
      if (!bare || named.links[0]!.mention !== next || next.start - described.end > farthest) continue;
      if (!isPerson([next], layout.types)) continue;
      for (const link of cluster.links) {
        home.set(link.mention, named);
        named.links.push(
          link.antecedent === null ? { ...link, antecedent: next, because: 'described before being named as' } : link,
        );
      }
      cluster.links.length = 0;
    }
  }

  function antecedentOf(index: number): { cluster: Cluster; antecedent: Mention; because: string } | null {
    const mention = mentions[index]!;
    const word = mention.looks.joined;
    // `The mayor` within `The mayor of the old town` is the same mention twice.
    for (let k = index - 1; k >= 0 && mentions[k]!.start === mention.start; k--) {
      const longer = mentions[k]!;
      const cluster = home.get(longer);
      if (longer.looks.head !== mention.looks.head || cluster === undefined) continue;
      // `The mayor and her brother` are more than the mayor.
      if (/^\s(?:and|or)\b/u.test(text.slice(mention.end, Math.min(longer.end, mention.end + 5)))) continue;
      return { cluster, antecedent: longer, because: 'the same words as' };
    }
    // `The governor, the highest official on the coast,` is one, and so is what stands within commas behind it.
    if (mention.kind === 'nominal' && /,\s$/u.test(text.slice(Math.max(0, mention.start - 2), mention.start))) {
      for (let k = index - 1; k >= Math.max(0, index - 12); k--) {
        const around = mentions[k]!;
        const cluster = home.get(around);
        if (around.end < mention.end || around.kind !== 'nominal' || cluster === undefined) continue;
        return { cluster, antecedent: around, because: 'in other words' };
      }
    }
    // A name that no other name shares a word with is another's.
    if (mention.kind === 'name' && mention.looks.words.length > 1) return null;
    if (relative.has(word)) {
      const before = mentions
        .slice(Math.max(0, index - 12), index)
        .filter(({ end }) => end <= mention.start && /^[\s,]{0,3}$/u.test(text.slice(end, mention.start)))
        .findLast((other) => home.has(other));
      const whole =
        before &&
        mentions
          .slice(Math.max(0, index - 12), index)
          .find(({ end, kind }) => end === before.end && kind !== 'pronoun');
      const antecedent = whole ?? before;
      if (antecedent !== undefined && home.has(antecedent)) {
        return { cluster: home.get(antecedent)!, antecedent, because: 'a relative pronoun for' };
      }
    }
    // Of two senators `the senator` may be either; of two panels it is the last.
    const isBare = bareDefinite.test(mention.text) && !isTitle(mention.looks.head);
    const again = isBare ? lastOfSameHead(index) : null;
    if (again !== null) return again;
    const best = new Map<Cluster, { score: number; antecedent: Mention }>();
    const speaks = isSource.has(`${mention.start} ${mention.end}`);
    const salient = speaks && mention.kind === 'pronoun' ? lastSpeakers(mention) : [];
    for (let k = index - 1; k >= Math.max(0, index - reach); k--) {
      const antecedent = mentions[k]!;
      const cluster = home.get(antecedent);
      if (cluster === undefined || antecedent.end > mention.start) continue;
      if (relative.has(word) && antecedent.kind === 'pronoun') continue;
      // What a relative clause is about stands in its sentence.
      if (relative.has(word) && mention.start - antecedent.end > longestSentence) break;
      const place = salient.indexOf(cluster);
      const score =
        linkScore(antecedent, mention, index - k - 1, layout) +
        (place < 0 ? 0 : salience[place]!) -
        (relative.has(word) ? (mention.start - antecedent.end) / nearness : 0);
      if (score > (best.get(cluster)?.score ?? -Infinity)) best.set(cluster, { score, antecedent });
    }
    const ranked = [...best].sort((a, b) => b[1].score - a[1].score);
    const fitting = ranked.find(([cluster]) => fits(mention, cluster));
    if (fitting === undefined) return null;
    const [cluster, { score, antecedent }] = fitting;
    // Somebody is meant by a `he` that speaks, and by every `who`.
    const sure = relative.has(word) || ((he.has(word) || she.has(word)) && speaks);
    const margin = sure ? -Infinity : margins[mention.kind];
    if (score - mention.newness < margin) return null;
    return { cluster, antecedent, because: mention.kind === 'pronoun' ? 'a pronoun for' : 'a description of' };
  }

  /** `The panel` is the one that was spoken of: the last mention of that head that says more of it. */
  function lastOfSameHead(index: number): { cluster: Cluster; antecedent: Mention; because: string } | null {
    const { looks, start } = mentions[index]!;
    for (let k = index - 1; k >= Math.max(0, index - reachOfBare); k--) {
      const antecedent = mentions[k]!;
      const cluster = home.get(antecedent);
      if (cluster === undefined || antecedent.end > start || antecedent.kind === 'pronoun') continue;
      if (antecedent.looks.head === looks.head) return { cluster, antecedent, because: 'a shorter description of' };
    }
    return null;
  }

  /** A headline may say `Pastor wants …` of whom the report then names as `Pastor Jonas Keel`. */
  function joinHeadlines(): void {
    for (const described of speaking.slice(0, mostInLead)) {
      const cluster = home.get(described);
      if (cluster === undefined || cluster.names.length > 0 || described.kind === 'pronoun') continue;
      if (described.start > leadLength || cluster.links[0]!.mention !== described) continue;
      const { head } = described.looks;
      if (!isTitle(head) && !isPerson([described], layout.types)) continue;
      const from = mentions.indexOf(described);
      const named = mentions.slice(from + 1, from + lookAhead).find((mention) => {
        const names = home.get(mention)?.names;
        return (
          names?.some((name) => name.mention === mention) === true &&
          mention.looks.bag.has(head) &&
          mention.looks.head !== head
        );
      });
      const into = named && home.get(named);
      if (named === undefined || into === undefined || head === '') continue;
      for (const link of cluster.links) {
        home.set(link.mention, into);
        into.links.push(
          link.antecedent === null ? { ...link, antecedent: named, because: 'described before being named as' } : link,
        );
      }
      cluster.links.length = 0;
    }
  }

  /** Who spoke last before a mention, the last first. */
  function lastSpeakers(mention: Mention): Cluster[] {
    // Asked from left to right, so that nobody is passed twice.
    for (; passed < speaking.length && speaking[passed]!.start < mention.start; passed++) {
      const cluster = home.get(speaking[passed]!);
      if (cluster !== undefined)
        last = [cluster, ...last.filter((other) => other !== cluster)].slice(0, salience.length);
    }
    return last;
  }

  /** What grammar forbids: a person is no `it`, whom the report calls `he` is not `she`. */
  function fits({ looks: { joined: word, head } }: Mention, cluster: Cluster): boolean {
    const known = evidenceOf(cluster);
    // A governor is no state and no place, whatever the network makes of `the governor`.
    const office = !isPronoun(word) && (isTitle(head) || head === 'official');
    if (office && (cluster.isState || known.isPlace)) return false;
    // Who governs a state for a while is not the state: another administration may say the opposite.
    const governs = head === 'administration';
    if (governs && (cluster.isState || cluster.names.some(({ words }) => stateNamed(words.join(' ')) !== null)))
      return false;
    if (known.isSeveral && (he.has(word) || she.has(word) || it.has(word))) return false;
    if (!he.has(word) && !she.has(word) && !it.has(word)) return true;
    if (he.has(word) && (known.she || known.addressedShe)) return false;
    if (she.has(word) && (known.he || known.addressedHe)) return false;
    if (known.described === 0) return it.has(word) ? !known.he && !known.she : !known.it;
    const person = (known.odds > 0 || looksPersonal(cluster)) && !cluster.isState;
    return it.has(word) ? known.odds <= 0 || cluster.isState : person;
  }

  /** What the mentions of a cluster tell of it; only those that have come since it was last asked are read. */
  function evidenceOf(cluster: Cluster): Evidence {
    const { links, names } = cluster;
    const known = evidence.get(cluster) ?? {
      isSeveral: names.length > 0 && names.every((name) => name.words.includes('and')),
      isPlace:
        names.length > 0 &&
        typeOf(
          names.map((name) => name.mention),
          layout.types,
        ) === 'place',
      read: 0,
      he: false,
      she: false,
      it: false,
      addressedHe: false,
      addressedShe: false,
      described: 0,
      odds: 0,
    };
    evidence.set(cluster, known);
    for (; known.read < links.length; known.read++) {
      const { mention } = links[known.read]!;
      known.he ||= he.has(mention.looks.joined);
      known.she ||= she.has(mention.looks.joined);
      known.it ||= it.has(mention.looks.joined);
      known.addressedShe ||= /^(?:Mrs|Ms|Miss)\b/u.test(mention.text);
      known.addressedHe ||= /^Mr\b/u.test(mention.text);
      if (mention.kind === 'pronoun') continue;
      known.described++;
      known.odds += personOdds(mention, layout.types);
    }
    return known;
  }
}

/** What the mentions of a cluster tell of it, as far as they were read. */
interface Evidence {
  readonly isSeveral: boolean;
  readonly isPlace: boolean;
  read: number;
  he: boolean;
  she: boolean;
  it: boolean;
  addressedHe: boolean;
  addressedShe: boolean;
  /** How many of its mentions are no pronouns. */
  described: number;
  /** By how much these are rather a person's than anything else's, in logits. */
  odds: number;
}
