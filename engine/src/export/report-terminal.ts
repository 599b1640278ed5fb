import type { ReadDocument } from '../attribution/index.ts';
import type { Document } from '../document/index.ts';
import { excerpt } from './excerpt.ts';
import { aboutOf, headlineOf } from './heading.ts';
import { ledgerLines } from './ledger-lines.ts';
import { reportLedger, summaryOf } from './report-ledger.ts';
import { textLines } from './text-lines.ts';
import { emptyLine, layoutFor, type Layout, type Line } from './terminal-lines.ts';

export interface TerminalOptions {
  /** Columns; from 120 on, what is said and what is known of it stand side by side. */
  readonly width: number;
  readonly colour: boolean;
  /** The whole text, each paragraph with its statements below it, instead of the ledger. */
  readonly text?: boolean | undefined;
  /** Under each statement, what its speaker, stance and so on rest on. */
  readonly explain?: boolean | undefined;
}

/** Writes a report for people at a terminal: who says what, who disputes it, and what the report says itself. */
export function reportForTerminal(read: ReadDocument, options: TerminalOptions): string {
  const { width, colour, text = false, explain = false } = options;
  const { document } = read;
  const layout = layoutFor(colour);
  const ledger = reportLedger(read);
  const showing = { text: document.text, ledger, layout, width, explain };
  const heading = headingLines(document, text, layout, width);
  const lines = [
    ...heading,
    ...(heading.length > 0 ? [emptyLine] : []),
    ...(text ? textLines(showing) : ledgerLines(showing)),
    ...document.diagnostics.flatMap(({ message, span }) =>
      span === null
        ? []
        : layout([{ text: `note: ${message}: “${excerpt(document.text, span)}”`, style: 'dim' }], width),
    ),
    ...layout([{ text: summaryOf(ledger), style: 'dim' }], width),
  ];
  return lines.map((line) => line.text + '\n').join('');
}

/** Title, outlet, date, place, address; what concerns all of the report is said here, so that nobody reads a page of nonsense first. */
function headingLines(document: Document, whole: boolean, layout: Layout, width: number): Line[] {
  const headline = headlineOf(document);
  // Where the text follows, it begins with its headline itself.
  const title = headline === null || whole ? document.title : document.text.slice(headline.start, headline.end);
  const lines: Line[] = [];
  if (title !== null && !(whole && headline !== null)) lines.push(...layout([{ text: title, style: 'bold' }], width));
  const about = aboutOf(document);
  if (about.length > 0) lines.push(...layout([{ text: about.join(' · '), style: 'dim' }], width));
  if (document.url !== null) lines.push(...layout([{ text: document.url, style: 'dim' }], width));
  for (const { message, span } of document.diagnostics)
    if (span === null) lines.push(...layout([{ text: `note: ${message}`, style: 'dim' }], width));
  return lines;
}
