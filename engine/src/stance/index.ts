// Comes in: attributions, with what the network made of their meaning.
// Goes out: for each its quotation form, its stance and its distance.
export { judgeStances } from './judge-stances.ts';
export type { Judgement } from './judge-stances.ts';
export { quotationForms } from './quotation-form.ts';
