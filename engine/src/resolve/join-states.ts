import { countWhile, type Span } from '../document/index.ts';
import type { Cluster } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { isAdjectiveOf, isCapitalOf, stateNamed } from './states.ts';

const government = /^(?:government|authorities|regime|administration)$/u;
/** A people's adjective before what only a state has: `the Ardovian army`. */
const ofState =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{2,20}(?=\s(?:government|authorities|regime|army|military|police|parliament|president|prime minister|foreign minister|state|citizens|territory)(?![\p{L}\p{N}]))/gu;

/**
 * Makes one of a state and its government, where the report makes the state speak: `China said`, `the Chinese government`, `the
 * authorities`, `Beijing’s rule`.
 *
 * @param merge - puts the mentions of one cluster into another
 */
export function joinStates(
  text: string,
  clusters: readonly Cluster[],
  mentions: readonly Mention[],
  sources: readonly Span[],
  merge: (from: Cluster, into: Cluster, because: string) => void,
): void {
  const speaking = new Set(sources.map(({ start, end }) => `${start} ${end}`));
  const speaks = ({ links }: Cluster): boolean =>
    links.some(({ mention: { start, end } }) => speaking.has(`${start} ${end}`));
  const capitals = new Set([...text.matchAll(ofState)].map(([word]) => word));
  // `the Tembe government` makes a state of Tembe.
  const governed = new Set(
    mentions
      .filter(({ looks: { words } }) => words.length > 1 && government.test(words.at(-1)!))
      .map(({ looks }) => looks.words[0]!),
  );
  const states = clusters.filter((cluster) => speaks(cluster) && isState(cluster, governed, capitals));
  if (states.length === 0) return;
  for (const state of states) state.isState = true;
  const spellings = new Map(
    states.map((state) => [state, [...new Set(state.names.map(({ words }) => words.join(' ')))]]),
  );
  for (const [state, spelling] of spellings) {
    // Only states that a list knows have a capital.
    if (!spelling.some((name) => stateNamed(name) !== null)) continue;
    for (const other of clusters.slice()) {
      if (other === state || spellings.has(other)) continue;
      const isCapital = other.names.some(({ words }) => spelling.some((name) => isCapitalOf(words.join(' '), name)));
      // A city is its government where it acts, and a place elsewhere.
      const acts = speaks(other) || other.names.some(({ end }) => /^[’']s?\s/u.test(text.slice(end, end + 3)));
      if (isCapital && acts) merge(other, state, 'the capital of');
    }
  }
  const byWhose = new Map<string, Cluster | undefined>();
  const namedBefore = statesByName(states);
  const taken = new Set(clusters.flatMap(({ links }) => links.map(({ mention }) => mention)));
  for (const mention of mentions) {
    const { words } = mention.looks;
    if (mention.kind === 'pronoun' || taken.has(mention) || !government.test(words.at(-1) ?? '')) continue;
    const whose = words.slice(0, -1).join(' ');
    if (!byWhose.has(whose)) {
      const isWhose = (name: string): boolean => name === whose || isAdjectiveOf(whose, name);
      byWhose.set(
        whose,
        states.find((state) => spellings.get(state)!.some(isWhose)),
      );
    }
    const named = byWhose.get(whose);
    // `the authorities` alone are those of the state that spoke last.
    const last = whose === '' ? lastBefore(namedBefore, mention) : undefined;
    const state = named ?? last;
    if (state === undefined) continue;
    state.links.push({ mention, antecedent: state.links[0]!.mention, because: 'the government of' });
  }
}

/** A state shows by the adjective of its people or by its government in the report, else by the list of states. */
function isState({ names }: Cluster, governed: ReadonlySet<string>, capitals: ReadonlySet<string>): boolean {
  const spellings = new Set(names.filter(({ words }) => words.length <= 3).map(({ words }) => words.join(' ')));
  return [...spellings].some((name) => {
    if (stateNamed(name) !== null || [...capitals].some((word) => isAdjectiveOf(word, name))) return true;
    return governed.has(name);
  });
}

/** The names of states with whose they are, by their start. */
function statesByName(states: readonly Cluster[]): { readonly start: number; readonly state: Cluster }[] {
  return states
    .flatMap((state) => state.names.map(({ start }) => ({ start, state })))
    .sort((a, b) => a.start - b.start);
}

function lastBefore(names: ReturnType<typeof statesByName>, { start }: Mention): Cluster | undefined {
  return names[countWhile(names, (name) => name.start < start) - 1]?.state;
}
