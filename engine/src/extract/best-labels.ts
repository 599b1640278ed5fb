/** Scores of a linear chain of labels, besides those that the network gives to each piece. */
export interface Chain {
  /** Score of going from the label of the row to that of the column. */
  readonly transition: readonly (readonly number[])[];
  /** Score of starting with each label. */
  readonly first: readonly number[];
}

/**
 * The labelling of a window with the highest score (Viterbi), given that piece `anchor` has label `anchorLabel`.
 *
 * @param scores - one score a piece and label: shape `[pieces, labels]`, row-major
 * @returns one label a piece
 */
export function bestLabels(scores: Float32Array, chain: Chain, anchor: number, anchorLabel: number): Uint8Array {
  const labels = chain.first.length;
  const pieces = scores.length / labels;
  const back = new Uint8Array(scores.length);
  let best = Float64Array.from(chain.first, (score, label) => score + scores[label]!);
  if (anchor === 0) best = forbidOthers(best, anchorLabel);
  for (let piece = 1; piece < pieces; piece++) {
    let next = new Float64Array(labels);
    for (let to = 0; to < labels; to++) {
      let from = 0;
      let score = -Infinity;
      for (let label = 0; label < labels; label++) {
        const candidate = best[label]! + chain.transition[label]![to]!;
        if (candidate > score) {
          score = candidate;
          from = label;
        }
      }
      back[piece * labels + to] = from;
      next[to] = score + scores[piece * labels + to]!;
    }
    if (piece === anchor) next = forbidOthers(next, anchorLabel);
    best = next;
  }
  const path = new Uint8Array(pieces);
  let label = best.indexOf(Math.max(...best));
  for (let piece = pieces - 1; piece >= 0; piece--) {
    path[piece] = label;
    label = back[piece * labels + label]!;
  }
  return path;
}

function forbidOthers(scores: Float64Array<ArrayBuffer>, label: number): Float64Array<ArrayBuffer> {
  return scores.map((score, other) => (other === label ? score : -Infinity));
}
