import type { ReadDocument, Statement } from '../attribution/index.ts';
import { judgeConfidence } from '../confidence/index.ts';
import { findDisputes } from '../dispute/index.ts';
import type { Document } from '../document/index.ts';
import { findOwnVoice } from '../voice/index.ts';
import { interpretDocument, type ReadingOptions, type Resources } from './interpret.ts';

/** The whole way of one document, in order. Its first step, `ingest`, made the document. */
export async function readDocument(
  document: Document,
  resources: Resources,
  options: ReadingOptions = {},
): Promise<ReadDocument> {
  const { name, version, confidence, disputes: rivals } = resources.network.manifest;
  const { attributions, entities } = await interpretDocument(document, resources, options);
  const ownVoice = findOwnVoice(document, attributions);
  const disputes = findDisputes(document, attributions, entities, rivals);
  const statements = attributions.map((interpreted, index): Statement => {
    // What the network said is spent; what it rests on stays in the reasons.
    const { probability: _, roleCertainty: __, meaning: ___, certainty: ____, ...known } = interpreted;
    const { against, reasons } = disputes[index]!;
    return {
      ...known,
      disputes: against,
      confidence: judgeConfidence(interpreted, confidence),
      reasons: [...known.reasons, ...reasons],
    };
  });
  return { document, attributions: statements, entities, ownVoice, model: { name, version } };
}
