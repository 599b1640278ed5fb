import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import type { Cluster, Link, Name } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { initials, initialsOf, isInitials } from './initials.ts';
import { joinAliases } from './join-aliases.ts';
import { joinStates } from './join-states.ts';
import { address, affinityOfAll, agreesInAddress } from './name-affinity.ts';
import { shortens } from './shorter-name.ts';
import { spellNames, type Spelling } from './spell-names.ts';

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

function nearest(names: readonly Name[], to: Name): Name {
  return names.findLast(({ start }) => start < to.start) ?? names[0]!;
}
