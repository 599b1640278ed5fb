import type { RoleSpans } from '../attribution/index.ts';
import { alignAttributions, jaccard, type RoleTokens } from './align.ts';
import type { ScoredText, TokenSet } from './scored-text.ts';

/** Places in the lists of reference attributions and of attributions found. */
export type Pair = readonly [gold: number, found: number];

/** One annotator's attributions of a document beside those found in it, and which belong together. */
export interface DocumentMatch {
  readonly text: ScoredText;
  readonly gold: readonly RoleSpans[];
  readonly found: readonly RoleSpans[];
  readonly goldTokens: readonly RoleTokens[];
  readonly foundTokens: readonly RoleTokens[];
  /** Tokens without the punctuation at the edges. */
  readonly goldCore: readonly RoleTokens[];
  readonly foundCore: readonly RoleTokens[];
  /** In order of the reference's attributions. */
  readonly pairs: readonly Pair[];
}

/** Pairs the attributions found in a document with one annotator's. */
export function matchDocument(
  text: ScoredText,
  gold: readonly RoleSpans[],
  found: readonly RoleSpans[],
): DocumentMatch {
  const tokens = by((spans) => text.tokens(spans));
  const core = by((spans) => text.core(spans));
  const [goldTokens, foundTokens] = [gold.map(tokens), found.map(tokens)];
  return {
    text,
    gold,
    found,
    goldTokens,
    foundTokens,
    goldCore: gold.map(core),
    foundCore: found.map(core),
    pairs: alignAttributions(goldTokens, foundTokens),
  };
}

/** `full_relaxed`: cues overlap (or one side has none), contents agree by half, and sources overlap (or both have none). */
export function isRelaxedMatch({ goldCore, foundCore }: DocumentMatch, [i, j]: Pair): boolean {
  const [gold, found] = [goldCore[i]!, foundCore[j]!];
  const cues = gold.cue.size === 0 || found.cue.size === 0 || !gold.cue.isDisjointFrom(found.cue);
  const sources = gold.source.size === 0 && found.source.size === 0 ? true : !gold.source.isDisjointFrom(found.source);
  return cues && jaccard(gold.content, found.content) >= 0.5 && sources;
}

function by(set: (spans: RoleSpans['cue']) => TokenSet): (attribution: RoleSpans) => RoleTokens {
  return ({ source, cue, content }) => ({ source: set(source), cue: set(cue), content: set(content) });
}
