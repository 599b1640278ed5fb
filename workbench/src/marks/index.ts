// Comes in: a text, and spans of it that may overlap.
// Goes out: segments that do not, and how they look.
import './marks.css';

export { paragraphsOf, segmentsOf } from './segments.ts';
export type { MarkedSpan, Segment } from './segments.ts';
