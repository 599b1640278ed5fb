import type { Document, Span } from '../document/index.ts';
import { chooseAntecedent } from '../resolve/index.ts';
import { segmentDocument } from '../segment/index.ts';
import type { Resources } from './interpret.ts';
import { readWindows } from './read-windows.ts';

/** Pieces of a window: a snippet is asked about as a whole, as in training. */
const longestSnippet = 192;

/**
 * Which of some names a pronoun stands for, by the network's links alone: for measuring it on corpora that ask just this.
 *
 * @returns the name's index, or `null` where it stands for none of them
 */
export async function resolvePronoun(
  document: Document,
  pronoun: Span,
  names: readonly Span[],
  { network, wordPiece }: Resources,
): Promise<number | null> {
  const { windows } = segmentDocument(document, wordPiece, longestSnippet);
  const { mentions } = await readWindows(document.text, windows, network, undefined, [pronoun, ...names]);
  return chooseAntecedent(mentions, pronoun, names, network.manifest.mentions);
}
