// Comes in: a document and attributions in it.
// Goes out: whom each of them addresses, and when, where and on what occasion it was said.
export { findOccasion, findOccasions } from './find-occasion.ts';
export type { Occasion } from './find-occasion.ts';
