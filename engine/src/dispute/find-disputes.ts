import { extent, stances, type AttributionId, type Entity, type Reason } from '../attribution/index.ts';
import { encloses, overlaps, type Document, type Span } from '../document/index.ts';
import { EntityIndex } from './entity-index.ts';
import { probabilityOf, type Logistic } from '../inference/index.ts';
import { disputeFeatures, rebuts, sideOf, type JudgedAttribution, type Side } from './dispute-features.ts';

/** What one attribution contradicts. */
export interface Disputed {
  readonly against: readonly (AttributionId | Span)[];
  readonly reasons: readonly Reason[];
}

/** How many attributions back, and ahead, a claim may stand from what contradicts it. */
const [reachBack, reachAhead] = [25, 4];

/** Words of a content that only points: `a claim`, `the charge that`. */
const fewWords = 1;

/** Finds, for each attribution of a document in order, which others it contradicts. */
export function findDisputes(
  { text }: Document,
  attributions: readonly JudgedAttribution[],
  entities: readonly Entity[],
  model: Logistic & { readonly threshold: number },
): Disputed[] {
  const mentioned = new EntityIndex(entities);
  const sides = attributions.map((attribution) => sideOf(text, attribution, mentioned));
  return sides.map((reaction, index): Disputed => {
    const against: AttributionId[] = [];
    const reasons: Reason[] = [];
    const pairs = candidatePairs(sides, index);
    const meant = claimsMeant(
      reaction,
      pairs.map(({ claim }) => claim),
    );
    for (const { claim, features } of pairs) {
      const probability = meant === null ? probabilityOf(model, features) : Number(meant.includes(claim));
      if (probability < model.threshold) continue;
      against.push(claim.attribution.id);
      const { cue, content } = reaction.attribution;
      const because = `contradicts ${claim.attribution.id}${claim.attribution.speaker === null ? '' : `, ${claim.attribution.speaker}`} (${Math.round(100 * probability)} %)`;
      reasons.push({ decision: 'disputes', because, words: [...cue, ...content.slice(0, 1)] });
    }
    return { against, reasons };
  });
}

/**
 * The claims that a denial itself says it means, or `null` where it does not say: those of whoever it names (`disputed the ministry’s
 * assertions`), and with `a claim that Keel denies` the one just before it.
 */
function claimsMeant(
  { attribution, cue, points, mentions, words, stanceShares, start }: Side,
  claims: readonly Side[],
): Side[] | null {
  if (!points || (!rebuts.test(cue) && stanceShares[stances.indexOf('denies')]! < 0.5)) return null;
  const before = claims.filter((claim) => claim.start < start);
  const named = before.filter(
    ({ attribution: { entity } }) => entity !== null && entity !== attribution.entity && mentions.has(entity),
  );
  if (named.length > 0) return named;
  const last = before.at(-1);
  return words.size <= fewWords && last !== undefined ? [last] : null;
}

/** The claims that a reaction may be about, each with the features of the pair. */
export function candidatePairs(
  sides: readonly Side[],
  index: number,
): { readonly claim: Side; readonly features: { readonly [feature: string]: number } }[] {
  const reaction = sides[index]!;
  const pairs = [];
  const from = Math.max(0, index - reachBack);
  for (let other = from; other < Math.min(sides.length, index + reachAhead + 1); other++) {
    const claim = sides[other]!;
    // What lies inside the reaction's own words is not what it reacts to.
    // Who takes back what he said does not contradict somebody, and where it looks so it is most often one and the same claim.
    const [a, c] = [reaction.attribution, claim.attribution];
    if (a.entity !== null && a.entity === c.entity) continue;
    if (other === index || isWithin(claim, reaction) || isWithin(reaction, claim)) continue;
    pairs.push({ claim, features: disputeFeatures(reaction, claim, index - other) });
  }
  return pairs;
}

function isWithin(inner: Side, outer: Side): boolean {
  const at = extent(inner.attribution);
  return (
    at !== null &&
    outer.attribution.content.some(
      (span) => encloses(span, at) || (overlaps(span, at) && inner.attribution.parent === outer.attribution.id),
    )
  );
}
