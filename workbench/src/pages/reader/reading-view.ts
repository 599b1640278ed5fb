import type { ReportReading, ReportStatement, Role, Span } from '../../api/index.ts';
import { nameOfSpeaker } from '../../words/index.ts';
import { paragraphsOf, segmentsOf, type MarkedSpan, type Segment } from '../../marks/index.ts';

const roles = ['source', 'cue', 'content'] as const satisfies readonly Role[];

/** What a segment of the text is to the page; statements and clauses by their index. */
export type Mark =
  | { readonly kind: Role; readonly statement: number }
  | { readonly kind: 'mention'; readonly entity: string }
  | { readonly kind: 'own'; readonly clause: number }
  | { readonly kind: 'place' };

/** A statement as the page shows it. */
export interface Entry {
  /** From 0, in document order; people count from 1. */
  readonly index: number;
  readonly statement: ReportStatement;
  readonly name: string;
  /** First character of its first role. */
  readonly at: number;
  /** Indices of statements, and of clauses in the report's own voice. */
  readonly disputes: readonly number[];
  readonly disputesOwn: readonly number[];
  readonly disputedBy: readonly number[];
  /** The statement whose content encloses it. */
  readonly within: number | null;
}

/** A speaker of the report, with what it says. */
export interface Party {
  readonly name: string;
  readonly statements: readonly number[];
}

export interface Paragraph extends Span {
  readonly segments: readonly Segment<Mark>[];
  /** Statements that begin in it, in order: their numbers stand before their first words. */
  readonly starts: readonly number[];
  /** All that any of its segments is part of, so that a choice elsewhere need not draw it anew. */
  readonly statements: ReadonlySet<number>;
  readonly entities: ReadonlySet<string>;
  readonly clauses: ReadonlySet<number>;
}

/** A reading made ready to be shown, worked out once for a report. */
export interface ReadingView {
  readonly entries: readonly Entry[];
  /** In order of their first statement. */
  readonly parties: readonly Party[];
  /** The first paragraph where it is the title. */
  readonly headline: Paragraph | null;
  /** All other paragraphs. */
  readonly body: readonly Paragraph[];
  /** By id of a statement, or of a clause of own voice. */
  readonly statementAt: ReadonlyMap<string, number>;
  readonly clauseAt: ReadonlyMap<string, number>;
}

/** @param place - words that the address leads to */
export function viewOf(reading: ReportReading, place: Span | null = null): ReadingView {
  const { statements, ownVoice, entities, text, report } = reading;
  const statementAt = new Map(statements.map(({ id }, index) => [id, index]));
  const clauseAt = new Map(ownVoice.map(({ id }, index) => [id, index]));
  const indices = (ids: readonly string[], places: ReadonlyMap<string, number>): number[] =>
    ids.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  const disputesOwn = statements.map((): number[] => []);
  ownVoice.forEach(({ disputedBy }, clause) => {
    for (const by of indices(disputedBy, statementAt)) disputesOwn[by]!.push(clause);
  });
  const entries = statements.map((statement, index) => ({
    index,
    statement,
    name: nameOfSpeaker(statement),
    at: Math.min(...roles.flatMap((role) => statement[role].map(({ start }) => start)), text.length),
    disputes: indices(statement.disputes, statementAt),
    disputesOwn: disputesOwn[index]!,
    disputedBy: indices(statement.disputedBy, statementAt),
    within: statement.parent === null ? null : (statementAt.get(statement.parent) ?? null),
  }));
  const spans: MarkedSpan<Mark>[] = [];
  for (const { statement, index } of entries)
    for (const kind of roles)
      for (const { start, end } of statement[kind]) spans.push({ start, end, mark: { kind, statement: index } });
  for (const { id, mentions } of entities)
    for (const { start, end } of mentions) spans.push({ start, end, mark: { kind: 'mention', entity: id } });
  ownVoice.forEach(({ span: { start, end } }, clause) => spans.push({ start, end, mark: { kind: 'own', clause } }));
  if (place !== null) spans.push({ ...place, mark: { kind: 'place' } });
  const [first, ...others] = paragraphsIn(text, spans, entries);
  const hasHeadline = first !== undefined && text.slice(first.start, first.end) === report.title;
  return {
    entries,
    parties: partiesOf(entries),
    headline: hasHeadline ? first : null,
    body: hasHeadline || first === undefined ? others : [first, ...others],
    statementAt,
    clauseAt,
  };
}

function partiesOf(entries: readonly Entry[]): Party[] {
  const parties = new Map<string, number[]>();
  for (const { name, index } of entries) {
    const theirs = parties.get(name);
    if (theirs === undefined) parties.set(name, [index]);
    else theirs.push(index);
  }
  return Array.from(parties, ([name, statements]) => ({ name, statements }));
}

function paragraphsIn(text: string, spans: readonly MarkedSpan<Mark>[], entries: readonly Entry[]): Paragraph[] {
  const places = paragraphsOf(text);
  const inOrder = [...entries].sort((a, b) => a.at - b.at);
  let next = 0;
  return segmentsOf(places, spans).map((segments, index) => {
    const { start, end } = places[index]!;
    const [starts, statements, entities, clauses] = [
      [] as number[],
      new Set<number>(),
      new Set<string>(),
      new Set<number>(),
    ];
    for (; next < inOrder.length && inOrder[next]!.at < end; next++) starts.push(inOrder[next]!.index);
    for (const { marks } of segments)
      for (const mark of marks)
        if (mark.kind === 'mention') entities.add(mark.entity);
        else if (mark.kind === 'own') clauses.add(mark.clause);
        else if (mark.kind !== 'place') statements.add(mark.statement);
    return { start, end, segments, starts, statements, entities, clauses };
  });
}

/** What is chosen, and what is lit up with it. */
export interface Focus {
  readonly statement: number | null;
  readonly clause: number | null;
  /** The speaker of the statement. */
  readonly entity: string | null;
  /** What the statement contradicts, and what contradicts it or the clause. */
  readonly against: ReadonlySet<number>;
  readonly againstOwn: ReadonlySet<number>;
  readonly by: ReadonlySet<number>;
}

/** What lights up with the statement or the clause of this id; null where the reading has none. */
export function focusOn(view: ReadingView, reading: ReportReading, id: string | null): Focus | null {
  if (id === null) return null;
  const index = view.statementAt.get(id);
  if (index !== undefined) {
    const { statement, disputes, disputesOwn, disputedBy } = view.entries[index]!;
    return {
      statement: index,
      clause: null,
      entity: statement.entity?.id ?? null,
      against: new Set(disputes),
      againstOwn: new Set(disputesOwn),
      by: new Set(disputedBy),
    };
  }
  const clause = view.clauseAt.get(id);
  if (clause === undefined) return null;
  const by = reading.ownVoice[clause]!.disputedBy.flatMap((other) => view.statementAt.get(other) ?? []);
  return { statement: null, clause, entity: null, against: new Set(), againstOwn: new Set(), by: new Set(by) };
}

/** Whether anything in a paragraph looks different under this focus. */
export function touches({ statements, entities, clauses }: Paragraph, focus: Focus): boolean {
  const meets = (ones: ReadonlySet<number>, others: ReadonlySet<number>): boolean => {
    for (const one of ones) if (others.has(one)) return true;
    return false;
  };
  return (
    (focus.statement !== null && statements.has(focus.statement)) ||
    (focus.clause !== null && clauses.has(focus.clause)) ||
    (focus.entity !== null && entities.has(focus.entity)) ||
    meets(focus.against, statements) ||
    meets(focus.by, statements) ||
    meets(focus.againstOwn, clauses)
  );
}

/** The words that `at=START-END` names; null where it names none of this text. */
export function placeOf(at: string | null, text: string): Span | null {
  const found = /^(\d{1,9})-(\d{1,9})$/u.exec(at ?? '');
  if (found === null) return null;
  const [start, end] = [Number(found[1]), Number(found[2])];
  return start < end && end <= text.length ? { start, end } : null;
}
