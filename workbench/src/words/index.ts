// Comes in: values of the engine, numbers, dates.
// Goes out: the words that people use for them.
export {
  contrastLabels,
  distanceLabels,
  kindLabels,
  quotationLabels,
  sourceTypeLabels,
  stanceLabels,
} from './labels.ts';
export { labelOf, type Label } from './labels.ts';
export { countOf, numberOf, percentOf } from './numbers.ts';
export { dayOf, instantOf, reportDateOf } from './dates.ts';
export { nameOfSpeaker, outletLabel, titleOf } from './names.ts';
