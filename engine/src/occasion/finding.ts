import type { Span } from '../document/index.ts';
import type { Circumstances } from './read-adjuncts.ts';
import type { Stretch } from './stretch.ts';

/** Found in one stretch of text. */
export interface Finding extends Circumstances {
  readonly stretch: Stretch;
  /** What a found thing does there: `follows “told”`. */
  readonly how: string;
  /** The words of the document that `how` speaks of. */
  readonly beside: Span | null;
}

/** Where nothing was found. */
export const nothing: Circumstances = { time: null, place: null, occasion: null, addressee: null };

/** Only the circumstances of what may hold more; none of them unless the condition holds. */
export function onlyIf(condition: boolean, { time, place, occasion, addressee }: Circumstances): Circumstances {
  return condition ? { time, place, occasion, addressee } : nothing;
}
