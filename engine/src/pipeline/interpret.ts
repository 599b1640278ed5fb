import {
  numberAttributions,
  type Attribution,
  type Entity,
  type FoundAttribution,
  type Nested,
  type Reason,
  type Statement,
} from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { extractAttributions, extractNested } from '../extract/index.ts';
import type { AttributionNetwork } from '../inference/index.ts';
import { findOccasions } from '../occasion/index.ts';
import { resolveSources } from '../resolve/index.ts';
import { segmentContents, segmentDocument, type WordPiece } from '../segment/index.ts';
import { judgeStances, type Judgement } from '../stance/index.ts';
import { readWindows } from './read-windows.ts';

/** What the stages need that lasts longer than one document. */
export interface Resources {
  readonly network: AttributionNetwork;
  readonly wordPiece: WordPiece;
}

export interface ReadingOptions {
  readonly nested?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A statement before it is compared with the others, with what the network said of it. */
export type Interpreted = FoundAttribution &
  Attribution &
  Omit<Judgement, 'reasons'> &
  Pick<Statement, 'speaker' | 'entity' | 'sourceType' | 'addressee' | 'said'> & { readonly reasons: readonly Reason[] };

/** The way of one document up to where its statements are compared with each other. */
export async function interpretDocument(
  document: Document,
  { network, wordPiece }: Resources,
  { nested = false, signal }: ReadingOptions = {},
): Promise<{ readonly attributions: readonly Interpreted[]; readonly entities: readonly Entity[] }> {
  const { maxPieces, threshold, mentions: layout } = network.manifest;
  const { text } = document;
  const { windows } = segmentDocument(document, wordPiece, maxPieces);
  const { candidates, mentions } = await readWindows(text, windows, network, signal);
  const found = extractAttributions(text, candidates, threshold);
  const inside: Nested<FoundAttribution>[] = [];
  for (const content of nested ? segmentContents(document, found, wordPiece, maxPieces) : []) {
    const { candidates: within } = await readWindows(text, content.windows, network, signal);
    inside.push(...extractNested(content.parent, within, threshold));
  }
  const attributions = numberAttributions(found, inside);
  const { entities, sources } = resolveSources(document, attributions, mentions, layout);
  const judgements = judgeStances(document, attributions);
  const occasions = findOccasions(document, attributions);
  const interpreted = attributions.map((attribution, index): Interpreted => {
    const [source, judgement, occasion] = [sources[index]!, judgements[index]!, occasions[index]!];
    const reasons = [...source.reasons, ...judgement.reasons, ...occasion.reasons];
    return { ...attribution, ...source, ...judgement, ...occasion, reasons };
  });
  return { attributions: interpreted, entities };
}
