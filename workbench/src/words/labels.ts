import type { Contrast, Distance, QuotationForm, SourceType, Stance } from '../api/index.ts';

/** A value as people say it. */
export interface Label {
  readonly label: string;
  /** One line for those who meet it first. */
  readonly hint: string;
}

type Labels<Value extends string> = { readonly [value in Value]: Label };

export const sourceTypeLabels: Labels<SourceType> = {
  person: { label: 'person', hint: 'an individual with a name, however mentioned' },
  organisation: { label: 'organisation', hint: 'a party, campaign, company, church, union: neither state nor media' },
  government: { label: 'state body', hint: 'a state or a part of one: ministry, court, police, city' },
  media: { label: 'media', hint: 'a news outlet, agency or programme' },
  document: { label: 'document', hint: 'a text or data set that speaks: study, poll, law, letter' },
  group: { label: 'group', hint: 'an unnamed class of people: critics, voters, analysts' },
  unnamed: { label: 'unnamed source', hint: 'individuals who inform and are kept nameless: a source, two officials' },
  author: { label: 'the report itself', hint: 'its writer or outlet: I, we' },
  none: { label: 'nobody named', hint: 'passive or impersonal: it is believed, reportedly' },
};

export const stanceLabels: Labels<Stance> = {
  asserts: { label: 'asserts', hint: 'puts it forward: said, told, wrote' },
  denies: { label: 'denies', hint: 'rejects or opposes it: denied, rejected, disputed' },
  doubts: { label: 'doubts', hint: 'questions it without rejecting it: questioned, was sceptical' },
  accuses: { label: 'accuses', hint: 'charges somebody with it: blamed, accused, alleged' },
  believes: { label: 'believes', hint: 'holds, expects or supports it: thinks, fears, hopes' },
  intends: { label: 'intends', hint: 'commits to it or wants to do it: plans, vowed, offered' },
  directs: { label: 'demands', hint: 'asks or tells others to do it: urged, ordered, called for' },
  asks: { label: 'asks', hint: 'an open question: asked, inquired' },
  refuses: { label: 'refuses', hint: 'will not say or do it: declined to comment, did not respond' },
};

export const distanceLabels: Labels<Distance> = {
  neutral: { label: 'neutral', hint: 'the report passes it on: said, according to' },
  distancing: { label: 'at arm’s length', hint: 'the report holds it off: claimed, alleged, reportedly' },
  endorsing: { label: 'taken as true', hint: 'the report presupposes it: noted, revealed, admitted' },
};

export const quotationLabels: Labels<QuotationForm> = {
  direct: { label: 'quoted', hint: 'all of it stands in quotation marks' },
  mixed: { label: 'partly quoted', hint: 'some of it stands in quotation marks' },
  indirect: { label: 'in the report’s words', hint: 'none of it stands in quotation marks' },
};

export const kindLabels: Labels<'statement' | 'own-voice'> = {
  statement: { label: 'statement', hint: 'handed to somebody' },
  'own-voice': { label: 'own voice', hint: 'the report states it with nobody’s name on it' },
};

export const contrastLabels: Labels<Contrast> = {
  presence: { label: 'left out', hint: 'not every report has this speaker' },
  quotation: { label: 'quoted differently', hint: 'quoted in one report, in the report’s words in another' },
  stance: { label: 'other stance', hint: 'the reports have the speaker do different things' },
  distance: { label: 'other distance', hint: 'one report passes on what another holds off or takes as true' },
};

/** Kinds that only what never spoke can have. */
const otherTypes: Readonly<Record<string, Label>> = {
  place: { label: 'place', hint: 'a place' },
  other: { label: 'other', hint: 'something else' },
};

const all: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  sourceType: { ...sourceTypeLabels, ...otherTypes },
  stance: stanceLabels,
  distance: distanceLabels,
  quotation: quotationLabels,
  kind: kindLabels,
};

/** The label of a value that came as a string; a value that is newer than these pages is shown as it is. */
export function labelOf(field: 'sourceType' | 'stance' | 'distance' | 'quotation' | 'kind', value: string): Label {
  const labels = all[field]!;
  return Object.hasOwn(labels, value) ? labels[value]! : { label: value, hint: '' };
}
