import type { Span } from '../document/index.ts';
import type { Window } from '../segment/index.ts';

/**
 * Runs of each label as spans of the document, indexed by label; label 0 stands for nothing and has none.
 *
 * A word takes the label of its first piece. A run that goes on over the end of a paragraph gives one span on each side.
 */
export function labelSpans(window: Window, labels: Uint8Array, labelCount: number): Span[][] {
  const spans: Span[][] = Array.from({ length: labelCount }, () => []);
  let current = 0;
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (current !== 0 && start >= 0) spans[current]!.push({ start, end });
    start = -1;
  };
  for (let i = 0; i < labels.length; i++) {
    const special = window.start[i]! < 0;
    const continuesWord = !special && window.first[i] === 0;
    const label = continuesWord ? current : labels[i]!;
    if (label !== current) {
      close();
      current = label;
    }
    if (special) {
      close();
      continue;
    }
    if (start < 0) start = window.start[i]!;
    end = window.end[i]!;
  }
  close();
  return spans;
}
