import type { Distance, QuotationForm, SourceType, Stance } from '../attribution/index.ts';
import type { Flag } from './schema.ts';

/** What a statement is counted and filtered by, beside its report and its speaker. */
export interface Traits {
  readonly kind: 'statement' | 'own-voice';
  readonly disputed: Flag;
  readonly source_type: string | null;
  readonly stance: string | null;
  readonly distance: string | null;
  readonly quotation: string | null;
}

/** A statement as its reading's sheet has it. */
export interface Mark {
  readonly traits: Traits;
  /** 48 bits; 0 where nobody is named. */
  readonly speakerId: number;
}

// Numbers stand in ledgers: a new value takes a new number, none is ever given again. 0 is null.
const sourceTypes = {
  person: 1,
  organisation: 2,
  government: 3,
  media: 4,
  document: 5,
  group: 6,
  unnamed: 7,
  author: 8,
  none: 9,
} satisfies Record<SourceType, number>;
const stances = {
  asserts: 1,
  denies: 2,
  doubts: 3,
  accuses: 4,
  believes: 5,
  intends: 6,
  directs: 7,
  asks: 8,
  refuses: 9,
} satisfies Record<Stance, number>;
const distances = { neutral: 1, distancing: 2, endorsing: 3 } satisfies Record<Distance, number>;
const quotations = { direct: 1, mixed: 2, indirect: 3 } satisfies Record<QuotationForm, number>;

/** The traits that have values, by the bits of a code that hold each; below them the kind and whether it is disputed. */
const parts = {
  source_type: { shift: 2, bits: 4, numbers: sourceTypes as Readonly<Record<string, number>> },
  stance: { shift: 6, bits: 4, numbers: stances as Readonly<Record<string, number>> },
  distance: { shift: 10, bits: 3, numbers: distances as Readonly<Record<string, number>> },
  quotation: { shift: 13, bits: 3, numbers: quotations as Readonly<Record<string, number>> },
} as const;

export type TraitName = keyof typeof parts;

/** How many codes there can be: 16 bits. */
export const codeCount = 2 ** 16;

export const bytesPerMark = 8;

/** A statement's traits as a number below `codeCount`. */
export function codeOf(traits: Traits): number {
  let code = (traits.kind === 'own-voice' ? 1 : 0) | (traits.disputed << 1);
  for (const name of Object.keys(parts) as TraitName[]) {
    const value = traits[name];
    const { shift, numbers } = parts[name];
    if (value !== null && Object.hasOwn(numbers, value)) code |= numbers[value]! << shift;
  }
  return code;
}

/** The same in SQL, of the columns of a table that has them. */
export function codeExpression(table: string): string {
  const each = (Object.keys(parts) as TraitName[]).map((name) => {
    const { shift, numbers } = parts[name];
    const cases = Object.entries(numbers).map(([value, number]) => `when '${value}' then ${number << shift}`);
    return `(case ${table}.${name} ${cases.join(' ')} else 0 end)`;
  });
  return `(case ${table}.kind when 'own-voice' then 1 else 0 end) + 2 * ${table}.disputed + ${each.join(' + ')}`;
}

/** Whether a code in SQL has one of these values of a trait. */
export function hasTrait(code: string, name: TraitName, values: readonly string[]): string {
  const { shift, bits, numbers } = parts[name];
  const wanted = values.filter((value) => Object.hasOwn(numbers, value)).map((value) => numbers[value]!);
  return wanted.length === 0 ? '1 = 0' : `((${code} >> ${shift}) & ${2 ** bits - 1}) in (${wanted.join()})`;
}

/** The traits that a code stands for. */
export function traitsOf(code: number): Traits {
  const value = (name: TraitName): string | null => {
    const { shift, bits, numbers } = parts[name];
    const number = (code >> shift) & (2 ** bits - 1);
    return Object.keys(numbers).find((each) => numbers[each] === number) ?? null;
  };
  return {
    kind: (code & 1) === 1 ? 'own-voice' : 'statement',
    disputed: (code & 2) === 2 ? 1 : 0,
    source_type: value('source_type'),
    stance: value('stance'),
    distance: value('distance'),
    quotation: value('quotation'),
  };
}

/** Marks one behind the other, in Base64: for each the code in two bytes, the speaker in six. */
export function packMarks(marks: readonly Mark[]): string {
  const bytes = Buffer.alloc(marks.length * bytesPerMark);
  marks.forEach(({ traits, speakerId }, index) => {
    bytes.writeUInt16LE(codeOf(traits), index * bytesPerMark);
    bytes.writeUIntLE(speakerId, index * bytesPerMark + 2, 6);
  });
  return bytes.toString('base64');
}

/** Eight bytes a number, in Base64. */
export function packConfidences(confidences: readonly number[]): string {
  const bytes = Buffer.alloc(confidences.length * 8);
  confidences.forEach((confidence, index) => bytes.writeDoubleLE(confidence, index * 8));
  return bytes.toString('base64');
}
