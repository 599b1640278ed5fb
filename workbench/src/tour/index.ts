// Comes in: whether the ledger is that of the example reports.
// Goes out: what leads a newcomer through them, in three steps.
export { Tour } from './tour.tsx';
