import { cutShort, wordsOf } from './excerpt.ts';
import { explanations } from './explanation.ts';
import {
  bySpeaker,
  isOwnVoice,
  leastConfidence,
  nameOf,
  type Entry,
  type ReportLedger,
  type Speaker,
} from './report-ledger.ts';
import { noBreak, type Layout, type Line, type Part, type Style } from './terminal-lines.ts';

/** The styles of what several views show; what they say is said in words as well, for terminals without colour. */
export const styles = {
  speaker: ['bold', 'cyan'],
  stance: ['bold', 'magenta'],
  distance: ['bold', 'yellow'],
  cue: ['yellow'],
  content: ['green'],
  dispute: ['red'],
  aside: ['dim'],
} as const satisfies Record<string, Style>;

/** What a view of statements is made from. */
export interface Showing {
  readonly text: string;
  readonly ledger: ReportLedger;
  readonly layout: Layout;
  readonly width: number;
  readonly explain: boolean;
}

const separator: Part = { text: ' · ', style: 'dim' };

/** Joins groups of parts with a dot between them. */
export function dotted(groups: readonly (readonly Part[])[]): Part[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [separator, ...group]));
}

/** The number by which a statement is referred to, with a question mark where it is uncertain. */
export function numberMark({ number, statement }: Entry): string {
  return `${number}${statement.confidence < leastConfidence ? '?' : ''}`;
}

/** `1, 2 Ana Okonjo`: numbers never stand without their speaker. */
export function reference(numbers: readonly number[], speaker: Speaker): string {
  return `${numbers.join(`,${noBreak}`)}${noBreak}${nameOf(speaker)}`;
}

/** One line for what it disputes and one for what disputes it, where there is any. */
export function disputeLines({ text, ledger, layout }: Showing, entry: Entry, width: number): Line[] {
  const targets = [
    ...bySpeaker(entry.disputes, ledger).map(({ speaker, numbers }) => reference(numbers, speaker)),
    ...entry.disputedSpans.map(
      (words) =>
        `${isOwnVoice(words, ledger) ? 'the report’s own words ' : ''}“${cutShort(wordsOf(text, [words]), 120)}”`,
    ),
  ];
  return [
    ...(targets.length === 0
      ? []
      : layout([{ text: `✗ disputes ${targets.join(' · ')}`, style: styles.dispute }], width)),
    ...disputedByLines(ledger, layout, entry.disputedBy, width),
  ];
}

/** One line that names who disputes it, where anybody does. */
export function disputedByLines(
  ledger: ReportLedger,
  layout: Layout,
  numbers: readonly number[],
  width: number,
): Line[] {
  if (numbers.length === 0) return [];
  const by = bySpeaker(numbers, ledger).map((group) => reference(group.numbers, group.speaker));
  return layout([{ text: `✗ disputed by ${by.join(' · ')}`, style: styles.dispute }], width);
}

/** A line for each reason, where they were asked for. */
export function reasonLines({ text, layout, explain }: Showing, entry: Entry, width: number): Line[] {
  if (!explain) return [];
  return explanations(text, entry).flatMap(({ decided, because }) =>
    layout([{ text: `↳ ${decided}: ${because}`, style: styles.aside }], width),
  );
}
