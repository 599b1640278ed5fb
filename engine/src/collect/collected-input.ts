import type { Collected } from './raw-report.ts';
import type { Progress } from './progress.ts';

/** What one input gave, with how far that brought the whole. */
export type CollectedInput = Collected & { readonly progress: Progress };
