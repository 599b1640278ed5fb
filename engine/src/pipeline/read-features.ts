import type { AttributionId, RoleSpans } from '../attribution/index.ts';
import { confidenceFeatures } from '../confidence/index.ts';
import { candidatePairs, EntityIndex, sideOf } from '../dispute/index.ts';
import type { Document } from '../document/index.ts';
import { interpretDocument, type Resources } from './interpret.ts';

type Features = { readonly [feature: string]: number };

/** What the regressions that a network's manifest carries see of a document: for fitting them anew. */
export interface DocumentFeatures {
  readonly attributions: readonly (RoleSpans & { readonly id: AttributionId; readonly confidence: Features })[];
  readonly pairs: readonly {
    readonly reaction: AttributionId;
    readonly claim: AttributionId;
    readonly features: Features;
  }[];
}

/** Reads a document as far as its regressions, and gives what these would be asked. */
export async function readFeatures(document: Document, resources: Resources): Promise<DocumentFeatures> {
  const { attributions, entities } = await interpretDocument(document, resources);
  const mentioned = new EntityIndex(entities);
  const sides = attributions.map((attribution) => sideOf(document.text, attribution, mentioned));
  return {
    attributions: attributions.map((attribution) => ({
      id: attribution.id,
      source: attribution.source,
      cue: attribution.cue,
      content: attribution.content,
      confidence: confidenceFeatures(attribution),
    })),
    pairs: sides.flatMap((reaction, index) =>
      candidatePairs(sides, index).map(({ claim, features }) => ({
        reaction: reaction.attribution.id,
        claim: claim.attribution.id,
        features,
      })),
    ),
  };
}
