import type { RoleSpans } from '../attribution/index.ts';
import type { WindowScores } from '../inference/index.ts';
import type { Window } from '../segment/index.ts';
import { bestLabels, type Chain } from './best-labels.ts';
import { labelSpans } from './label-spans.ts';

/** The label set of the network, in the order of its scores. */
export const labels = ['none', 'source', 'cue', 'content'] as const;

const [, sourceLabel, cueLabel, contentLabel] = [0, 1, 2, 3] as const;

/**
 * Turns one window's scores into attributions.
 *
 * Anchors are taken by falling probability. Each yields one attribution; the pieces that its cue covers are no anchors
 * any more, since they would yield the same one again. Twin of `training/according_training/decode.py`.
 */
export function decodeAttributions(window: Window, scores: WindowScores, chain: Chain): RoleSpans[] {
  const size = window.ids.length * labels.length;
  const order = [...scores.anchors.keys()].sort((a, b) => scores.probability[b]! - scores.probability[a]!);
  const taken = new Set<number>();
  const found: RoleSpans[] = [];
  for (const row of order) {
    const anchor = scores.anchors[row]!;
    if (taken.has(anchor) || window.start[anchor]! < 0) continue;
    const path = bestLabels(scores.roleScores.subarray(row * size, (row + 1) * size), chain, anchor, cueLabel);
    path.forEach((label, piece) => {
      if (label === cueLabel) taken.add(piece);
    });
    const spans = labelSpans(window, path, labels.length);
    found.push({ source: spans[sourceLabel]!, cue: spans[cueLabel]!, content: spans[contentLabel]! });
  }
  return found;
}
