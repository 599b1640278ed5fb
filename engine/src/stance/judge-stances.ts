import {
  distances,
  stances,
  type Distance,
  type FoundAttribution,
  type QuotationForm,
  type Reason,
  type Stance,
} from '../attribution/index.ts';
import type { Document, Span } from '../document/index.ts';
import { quotationForms } from './quotation-form.ts';

/** What an attribution's source does with its content, and how the report presents it. */
export interface Judgement {
  readonly quotation: QuotationForm;
  readonly stance: Stance;
  readonly distance: Distance;
  /** Probability of the stance, by the network; 1 where a rule decides. */
  readonly certainty: number;
  readonly reasons: readonly Reason[];
}

/** Hedges, which a rule finds: those that hold a content off, and those that report a belief. */
const holdsOff = /\b(?:reportedly|allegedly|purportedly|supposedly|apparently|seemingly|alleged|rumou?red)\b/iu;
const believing = /\b(?:believed|thought|expected|feared|understood)\b/iu;

/** By the guide these keep their distance to themselves. */
const impersonal = /^“(?:it )?(?:is|are|was|were) (?:\p{L}+ly )?(?:believed|understood|said|thought)\b/iu;

/** Judges the attributions of a document, in order. */
export function judgeStances({ text }: Document, attributions: readonly FoundAttribution[]): Judgement[] {
  const forms = quotationForms(
    text,
    attributions.map(({ content }) => content),
  );
  return attributions.map((attribution, index) => {
    const { cue, content, meaning } = attribution;
    const quotation = forms[index]!;
    const reasons: Reason[] = [
      { decision: 'quotation', because: formReason[quotation], words: content.length > 0 ? [content[0]!] : [] },
    ];
    if (meaning === null) {
      const words = cue.map(({ start, end }) => text.slice(start, end)).join(' ');
      const distance = holdsOff.test(words) ? 'distancing' : 'neutral';
      if (distance === 'distancing')
        reasons.push({ decision: 'distance', because: `“${words}” holds it off`, words: cue });
      return { quotation, stance: believing.test(words) ? 'believes' : 'asserts', distance, certainty: 1, reasons };
    }
    const [stance, certainty] = likeliest(stances, meaning.stance);
    const words = cueWords(text, cue);
    const [distance, sure] = impersonal.test(words)
      ? (['neutral', 1] as const)
      : likeliest(distances, meaning.distance);
    reasons.push({ decision: 'stance', because: `${words}: ${stance} (${percent(certainty)})`, words: cue });
    if (distance !== 'neutral') {
      reasons.push({ decision: 'distance', because: `${words}: ${distance} (${percent(sure)})`, words: cue });
    }
    return { quotation, stance, distance, certainty, reasons };
  });
}

const formReason: { readonly [form in QuotationForm]: string } = {
  direct: 'all of it stands in quotation marks',
  mixed: 'part of it stands in quotation marks',
  indirect: 'none of it stands in quotation marks',
};

function cueWords(text: string, cue: readonly Span[]): string {
  return cue.length === 0 ? 'no cue' : `“${cue.map(({ start, end }) => text.slice(start, end)).join(' … ')}”`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** The value of the highest logit, with its probability. */
function likeliest<Value>(values: readonly Value[], logits: readonly number[]): [Value, number] {
  const top = Math.max(...logits);
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0);
  return [values[logits.indexOf(top)]!, 1 / sum];
}
