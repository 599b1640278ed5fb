// Comes in: spans of a document.
// Goes out: attributions, each with its source, cue and content; and what is known of them once they were understood.
export { annotate } from './annotate.ts';
export { extent, numberAttributions, roles } from './attribution.ts';
export type {
  Attribution,
  AttributionId,
  FoundAttribution,
  MeaningScores,
  Nested,
  Role,
  RoleSpans,
} from './attribution.ts';
export type { Entity, EntityId, EntityType } from './entity.ts';
export { distances, quotationForms, sourceTypes, stances } from './meaning.ts';
export type { Distance, QuotationForm, SourceType, Stance } from './meaning.ts';
export { decisions } from './statement.ts';
export type { Decision, ReadDocument, Reason, Said, Statement, TimeOfSaying } from './statement.ts';
