import type { FoundAttribution, MeaningScores } from '../attribution/index.ts';
import type { Manifest, WindowScores } from '../inference/index.ts';
import type { Window } from '../segment/index.ts';
import { bestLabels } from './best-labels.ts';
import { labelSpans } from './label-spans.ts';

/** The label set of the network, in the order of its scores. */
export const labels = ['none', 'source', 'cue', 'content'] as const;

const [, sourceLabel, cueLabel, contentLabel] = [0, 1, 2, 3] as const;

/** What the network takes for an attribution. */
export interface Candidate extends FoundAttribution {
  readonly probability: number;
}

/**
 * Turns one window's scores into candidates, by falling probability.
 *
 * Anchors are taken by falling probability. Each yields one attribution, unless its cue shares a piece with that of a
 * likelier one: then it is the same attribution over again. Twin of `training/according_training/decode.py`.
 */
export function decodeAttributions(
  window: Window,
  scores: WindowScores,
  manifest: Pick<Manifest, 'transition' | 'first' | 'meaning'>,
): Candidate[] {
  const size = window.ids.length * labels.length;
  const order = [...scores.anchors.keys()].sort((a, b) => scores.probability[b]! - scores.probability[a]!);
  const taken = new Set<number>();
  const found: Candidate[] = [];
  for (const row of order) {
    const anchor = scores.anchors[row]!;
    if (taken.has(anchor) || window.start[anchor]! < 0) continue;
    const roleScores = scores.roleScores.subarray(row * size, (row + 1) * size);
    const path = bestLabels(roleScores, manifest, anchor, cueLabel);
    const cue = [...path.keys()].filter((piece) => path[piece] === cueLabel);
    if (cue.some((piece) => taken.has(piece))) continue;
    for (const piece of cue) taken.add(piece);
    const spans = labelSpans(window, path, labels.length);
    found.push({
      source: spans[sourceLabel]!,
      cue: spans[cueLabel]!,
      content: spans[contentLabel]!,
      probability: scores.probability[row]!,
      roleCertainty: certaintyOf(roleScores, path),
      meaning: meaningOf(scores.meaning, row, manifest.meaning),
    });
  }
  return found;
}

/** One anchor's row of meaning, cut into its parts. */
function meaningOf(meaning: Float32Array, row: number, layout: Manifest['meaning']): MeaningScores {
  const { stances, distances, sourceTypes, link } = layout;
  let at = row * (stances.length + distances.length + sourceTypes.length + 2 * link);
  const take = (count: number): Float32Array => meaning.slice(at, (at += count));
  return {
    stance: [...take(stances.length)],
    distance: [...take(distances.length)],
    sourceType: [...take(sourceTypes.length)],
    react: take(link),
    claim: take(link),
  };
}

/** Mean probability, by the pieces' own scores, of the labels of those pieces that have a role. */
function certaintyOf(roleScores: Float32Array, path: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (const [piece, label] of path.entries()) {
    if (label === 0) continue;
    let total = 0;
    for (let other = 0; other < labels.length; other++) {
      total += Math.exp(roleScores[piece * labels.length + other]! - roleScores[piece * labels.length + label]!);
    }
    sum += 1 / total;
    count++;
  }
  return sum / count;
}
