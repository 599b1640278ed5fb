import type { Manifest } from '../inference/index.ts';
import type { Cluster, Name } from './cluster.ts';
import type { Mention } from './find-mentions.ts';
import { linkScore } from './link-score.ts';

/** Which form of address stands before a name: `he`, `she` or none. */
export function address({ mention }: Name): 'he' | 'she' | null {
  if (/^(?:Mr|Sir|Lord)\b/u.test(mention.text)) return 'he';
  return /^(?:Mrs|Ms|Miss|Lady|Dame)\b/u.test(mention.text) ? 'she' : null;
}

/** `Mrs. Keel` is not whom the report calls Mr. Keel. */
export function agreesInAddress(name: Name, { names }: Cluster): boolean {
  const own = address(name);
  return own === null || names.every((other) => address(other) === null || address(other) === own);
}

/** How many mentions of a name are asked whose it is. */
const mostAsked = 20;
/** What it tells against a cluster that a family name stands before the full one, for every one that does. */
const earliness = 3;

/** How well mentions of one name go with a cluster: the mean of their best links to its names before them. */
export function affinityOfAll(
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
