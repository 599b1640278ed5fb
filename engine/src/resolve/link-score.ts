import type { Manifest } from '../inference/index.ts';
import type { Mention } from './find-mentions.ts';
import { distanceBucket, mentionKinds, stringRelation, stringRelations } from './mention-looks.ts';

/**
 * How well a mention refers back to an earlier one, as a logit beside the later one's `newness`: the network's query and key, and what
 * their looks and their distance are worth. Start-to-end coreference (Kirstain et al., ACL 2021).
 *
 * @param between - mentions that stand between the two
 */
export function linkScore(
  earlier: Mention,
  later: Mention,
  between: number,
  { looks, distance }: Manifest['mentions'],
): number {
  let product = 0;
  for (let i = 0; i < later.query.length; i++) product += later.query[i]! * earlier.key[i]!;
  const [from, to] = [mentionKinds.indexOf(earlier.kind), mentionKinds.indexOf(later.kind)];
  const relation = stringRelations.indexOf(stringRelation(earlier.looks, later.looks));
  return (
    product / Math.sqrt(later.query.length) + looks[from]![to]![relation]! + distance[to]![distanceBucket(between)]!
  );
}
