import type { Span } from '../document/index.ts';
import type { Manifest } from '../inference/index.ts';
import type { Mention } from './find-mentions.ts';
import { linkScore } from './link-score.ts';
import { stringRelation } from './mention-looks.ts';

/**
 * Which of some names a pronoun stands for, by the network's links alone; names after the pronoun may be chosen, too.
 *
 * @param mentions - of the document, among them the pronoun and the names
 * @returns the name's index, or `null` where being new is likelier than each of them
 */
export function chooseAntecedent(
  mentions: readonly Mention[],
  pronoun: Span,
  names: readonly Span[],
  layout: Manifest['mentions'],
): number | null {
  const find = ({ start, end }: Span): Mention | undefined =>
    mentions.find((mention) => mention.start === start && mention.end === end);
  const query = find(pronoun);
  if (query === undefined) return null;
  const asked = [query, ...names.map(find)]
    .filter((mention) => mention !== undefined)
    .sort((a, b) => a.start - b.start);
  let best: { readonly index: number | null; readonly score: number } = { index: null, score: query.newness };
  for (const [index, name] of names.map(find).entries()) {
    if (name === undefined) continue;
    const between = Math.abs(asked.indexOf(name) - asked.indexOf(query)) - 1;
    // Whoever is meant may be named elsewhere in words that link better.
    const alike = mentions.filter((other) => other === name || isSameName(other, name));
    for (const other of alike) {
      const score = linkScore(other, query, between, layout);
      if (score > best.score) best = { index, score };
    }
  }
  return best.index;
}

function isSameName(other: Mention, name: Mention): boolean {
  if (other.kind !== 'name') return false;
  const relation = stringRelation(other.looks, name.looks);
  return relation === 'same' || relation === 'within';
}
