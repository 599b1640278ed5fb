import type { RoleSpans } from '../attribution/index.ts';
import type { WindowScores } from '../inference/index.ts';
import type { Window } from '../segment/index.ts';
import { bestLabels, type Chain } from './best-labels.ts';
import { labelSpans } from './label-spans.ts';

/** The label set of the network, in the order of its scores. */
export const labels = ['none', 'source', 'cue', 'content'] as const;

const [, sourceLabel, cueLabel, contentLabel] = [0, 1, 2, 3] as const;

/** What the network takes for an attribution, and the probability of its anchor. */
export interface Candidate {
  readonly spans: RoleSpans;
  readonly probability: number;
}

/**
 * Turns one window's scores into candidates, by falling probability.
 *
 * Anchors are taken by falling probability. Each yields one attribution, unless its cue shares a piece with that of a
 * likelier one: then it is the same attribution over again. Twin of `training/according_training/decode.py`.
 */
export function decodeAttributions(window: Window, scores: WindowScores, chain: Chain): Candidate[] {
  const size = window.ids.length * labels.length;
  const order = [...scores.anchors.keys()].sort((a, b) => scores.probability[b]! - scores.probability[a]!);
  const taken = new Set<number>();
  const found: Candidate[] = [];
  for (const row of order) {
    const anchor = scores.anchors[row]!;
    if (taken.has(anchor) || window.start[anchor]! < 0) continue;
    const path = bestLabels(scores.roleScores.subarray(row * size, (row + 1) * size), chain, anchor, cueLabel);
    const cue = [...path.keys()].filter((piece) => path[piece] === cueLabel);
    if (cue.some((piece) => taken.has(piece))) continue;
    for (const piece of cue) taken.add(piece);
    const spans = labelSpans(window, path, labels.length);
    found.push({
      spans: { source: spans[sourceLabel]!, cue: spans[cueLabel]!, content: spans[contentLabel]! },
      probability: scores.probability[row]!,
    });
  }
  return found;
}
