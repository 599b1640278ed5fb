import type { Entity, ReadDocument, SourceType, Statement } from '../attribution/index.ts';
import { overlaps, type Span } from '../document/index.ts';

/** A statement as people are shown it: with its number, and what it disputes and is disputed by as numbers. */
export interface Entry {
  /** Counts from 1, in document order. */
  readonly number: number;
  readonly statement: Statement;
  readonly speaker: Speaker;
  readonly disputes: readonly number[];
  /** What it disputes that is no statement of anybody. */
  readonly disputedSpans: readonly Span[];
  readonly disputedBy: readonly number[];
  /** The statement whose content encloses it. */
  readonly within: number | null;
}

/** Everybody who says something, with the numbers of what they say. */
export interface Speaker {
  /** Its place among the speakers. */
  readonly index: number;
  /** `null` where the report names nobody. */
  readonly name: string | null;
  readonly type: Entity['type'] | SourceType;
  /** Title or function in the report's words, the first where it gives several. */
  readonly role: Span | null;
  readonly aliases: readonly string[];
  readonly mentions: readonly Span[];
  readonly numbers: readonly number[];
}

/** A sentence or clause of the report's own. */
export interface OwnWords {
  readonly span: Span;
  readonly disputedBy: readonly number[];
}

/** What the views for people have in common: who says what, and who disputes it. */
export interface ReportLedger {
  readonly entries: readonly Entry[];
  /** In order of their first statement. Those whom the report does not name are one. */
  readonly speakers: readonly Speaker[];
  readonly ownVoice: readonly OwnWords[];
}

/** Below this a statement is shown as one to be looked at again. */
export const leastConfidence = 0.5;

/** Orders a document that was read by its speakers, and turns its disputes both ways. */
export function reportLedger({ attributions, entities, ownVoice }: ReadDocument): ReportLedger {
  const numberOf = new Map<string, number>(attributions.map(({ id }, index) => [id, index + 1]));
  const entityOf = new Map<string, Entity>(entities.map((entity) => [entity.id, entity]));
  const disputedBy = attributions.map((): number[] => []);
  const entries: Entry[] = [];
  const speakers = new Map<string | null, Speaker & { readonly numbers: number[] }>();
  attributions.forEach((statement, index) => {
    const number = index + 1;
    const key = speakerKey(statement);
    const speaker = speakers.get(key) ?? {
      ...speakerOf(statement, entityOf.get(statement.entity ?? '')),
      index: speakers.size,
      numbers: [],
    };
    speakers.set(key, speaker);
    speaker.numbers.push(number);
    const disputes: number[] = [];
    const disputedSpans: Span[] = [];
    for (const disputed of statement.disputes) {
      if (typeof disputed !== 'string') disputedSpans.push(disputed);
      else {
        const target = numberOf.get(disputed);
        if (target === undefined) continue;
        disputes.push(target);
        disputedBy[target - 1]!.push(number);
      }
    }
    disputes.sort((a, b) => a - b);
    entries.push({
      number,
      statement,
      speaker,
      disputes,
      disputedSpans,
      disputedBy: disputedBy[index]!,
      within: numberOf.get(statement.parent ?? '') ?? null,
    });
  });
  return { entries, speakers: [...speakers.values()], ownVoice: ownWords(ownVoice, entries) };
}

/** What stands at the foot of a view: `3 statements by 2 speakers · 1 dispute · 4 sentences in the report’s own voice`. */
export function summaryOf({ entries, speakers, ownVoice }: ReportLedger): string {
  const named = speakers.filter(({ name }) => name !== null).length;
  const nobody = speakers.find(({ name }) => name === null)?.numbers.length ?? 0;
  const disputes = entries.reduce((sum, entry) => sum + entry.disputes.length + entry.disputedSpans.length, 0);
  const unsure = entries.filter(({ statement }) => statement.confidence < leastConfidence).length;
  const parts = [
    entries.length === 0
      ? 'no statements'
      : count(entries.length, 'statement') + (named > 0 ? ` by ${count(named, 'speaker')}` : ''),
    nobody > 0 ? `${nobody} with nobody named` : null,
    disputes > 0 ? count(disputes, 'dispute') : null,
    ownVoice.length > 0 ? `${count(ownVoice.length, 'sentence')} in the report’s own voice` : null,
    unsure > 0 ? `${unsure} uncertain (?)` : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** How a speaker is called where the report may name nobody. */
export function nameOf({ name }: Speaker): string {
  return name ?? 'nobody named';
}

/** Whether the report says this itself, with nobody's name on it. */
export function isOwnVoice(words: Span, { ownVoice }: ReportLedger): boolean {
  return ownVoice.some(({ span }) => overlaps(span, words));
}

/** Numbers of statements by speaker, in order of their first: `1, 2 Ana Okonjo · 5 the ministry`. */
export function bySpeaker(
  numbers: readonly number[],
  { entries }: ReportLedger,
): { readonly speaker: Speaker; readonly numbers: readonly number[] }[] {
  const groups = new Map<Speaker, number[]>();
  for (const number of numbers) {
    const { speaker } = entries[number - 1]!;
    const group = groups.get(speaker);
    if (group === undefined) groups.set(speaker, [number]);
    else group.push(number);
  }
  return [...groups].map(([speaker, group]) => ({ speaker, numbers: group }));
}

function speakerKey({ entity, speaker }: Statement): string | null {
  if (entity !== null) return `entity ${entity}`;
  return speaker === null ? null : `name ${speaker}`;
}

function speakerOf({ speaker, sourceType }: Statement, entity: Entity | undefined): Omit<Speaker, 'index' | 'numbers'> {
  return {
    name: entity?.name ?? speaker,
    type: entity?.type ?? sourceType,
    role: entity?.roles[0] ?? null,
    aliases: entity?.aliases ?? [],
    mentions: entity?.mentions ?? [],
  };
}

function ownWords(ownVoice: readonly Span[], entries: readonly Entry[]): OwnWords[] {
  const disputed = entries.flatMap(({ number, disputedSpans }) => disputedSpans.map((span) => ({ number, span })));
  return ownVoice.map((span) => ({
    span,
    disputedBy: disputed.filter((dispute) => overlaps(dispute.span, span)).map(({ number }) => number),
  }));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
