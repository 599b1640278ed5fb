/** What kind of source an attribution has; `docs/meaning.md` says what each is for. */
export const sourceTypes = [
  'person',
  'organisation',
  'government',
  'media',
  'document',
  'group',
  'unnamed',
  'author',
  'none',
] as const;
export type SourceType = (typeof sourceTypes)[number];

/** How much of a content stands in quotation marks: all, some or none of it. */
export const quotationForms = ['direct', 'mixed', 'indirect'] as const;
export type QuotationForm = (typeof quotationForms)[number];

/** What the source does with the content. */
export const stances = [
  'asserts',
  'denies',
  'doubts',
  'accuses',
  'believes',
  'intends',
  'directs',
  'asks',
  'refuses',
] as const;
export type Stance = (typeof stances)[number];

/** What the report's choice of words does to the content's standing. */
export const distances = ['neutral', 'distancing', 'endorsing'] as const;
export type Distance = (typeof distances)[number];
