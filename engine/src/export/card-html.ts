import type { Span } from '../document/index.ts';
import { circumstances } from './circumstances.ts';
import { escapeHtml } from './escape-html.ts';
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

/** The text stands beside it: enough to know the statement again. */
const longestContent = 220;

/** A statement as a card of the list beside the text. `report` is the place of its report on the page. */
export function statementCard(text: string, entry: Entry, ledger: ReportLedger, report: number): string {
  const { number, statement, speaker } = entry;
  const { stance, distance, quotation, confidence, content, cue } = statement;
  const ids = (numbers: readonly number[]): string => numbers.map((other) => `${report}-${other}`).join(' ');
  const badges = [
    stance === 'asserts' ? '' : badge('stance', stance),
    distance === 'neutral' ? '' : badge('distance', distance),
    badge('form', quotation),
  ].join('');
  const said = circumstances(text, statement).map(escapeHtml);
  const cueWords = wordsOf(text, cue).trim();
  const contentWords = escapeHtml(cutShort(wordsOf(text, content), longestContent)) || '—';
  const lines = [
    `<p class="content">${cueWords && `<span class="cue">${escapeHtml(cueWords)}:</span> `}${contentWords}</p>`,
    said.length === 0 ? '' : `<p class="said">${said.join(' · ')}</p>`,
    entry.within === null ? '' : `<p class="said">cited within ${references([entry.within], ledger, report)}</p>`,
    disputesLine(text, entry, ledger, report),
    entry.disputedBy.length === 0
      ? ''
      : `<p class="dispute">disputed by ${references(entry.disputedBy, ledger, report)}</p>`,
    reasons(text, entry),
  ];
  const id = `${report}-${number}`;
  const label = escapeHtml(`Statement ${number}: ${nameOf(speaker)} ${stance}`);
  const unsure = confidence < leastConfidence ? ' class="unsure"' : '';
  return (
    `<li${unsure} id="r${id}" tabindex="0" aria-label="${label}" data-of="${id}" data-speaker="${report}-${speaker.index}" data-disputes="${ids(entry.disputes)}">` +
    `<p class="head"><a class="n" href="#t${id}" tabindex="-1" aria-label="${number}, in the text">${number}</a> ${speakerName(speaker)} ${typeBadge(speaker)}${badges}` +
    `<small title="confidence" class="sure">${Math.round(confidence * 100)} %${unsure && ' ?'}</small></p>` +
    `${lines.join('')}</li>`
  );
}

/** A speaker as a button of the list above the cards; choosing one dims the statements of the others. */
export function speakerButton(text: string, speaker: Speaker, report: number): string {
  const { index, role, aliases, numbers } = speaker;
  const known = [
    role && cutShort(wordsOf(text, [role]), 80),
    aliases.length > 0 ? `also: ${aliases.join(', ')}` : null,
  ].filter((part) => part !== null);
  const about = known.length === 0 ? '' : `<span class="known">${escapeHtml(known.join(' · '))}</span>`;
  return (
    `<li><button type="button" aria-pressed="false" data-choose="${report}-${index}">` +
    `${speakerName(speaker)} <b>${numbers.length}</b>${typeBadge(speaker)}${about}</button></li>`
  );
}

function speakerName(speaker: Speaker): string {
  return `<span class="name${speaker.name === null ? ' nobody' : ''}">${escapeHtml(nameOf(speaker))}</span>`;
}

function typeBadge({ name, type }: Speaker): string {
  return name === null ? '' : badge('type', type);
}

function badge(kind: string, value: string): string {
  return `<span class="badge ${kind} ${escapeHtml(value)}">${escapeHtml(value)}</span>`;
}

/** Links to other statements, each group of numbers with its speaker. */
function references(numbers: readonly number[], ledger: ReportLedger, report: number): string {
  const link = (number: number): string => `<a href="#r${report}-${number}">${number}</a>`;
  return bySpeaker(numbers, ledger)
    .map((group) => `${group.numbers.map(link).join(', ')} ${escapeHtml(nameOf(group.speaker))}`)
    .join(' · ');
}

function disputesLine(text: string, { disputes, disputedSpans }: Entry, ledger: ReportLedger, report: number): string {
  const quoted = (words: Span): string =>
    `${isOwnVoice(words, ledger) ? 'the report’s own words ' : ''}“${escapeHtml(cutShort(wordsOf(text, [words]), 100))}”`;
  const parts = [
    ...(disputes.length === 0 ? [] : [references(disputes, ledger, report)]),
    ...disputedSpans.map(quoted),
  ];
  return parts.length === 0 ? '' : `<p class="dispute">disputes ${parts.join(' · ')}</p>`;
}

function reasons(text: string, entry: Entry): string {
  const list = explanations(text, entry).map(
    ({ decided, because }) => `<li><b>${escapeHtml(decided)}</b>: ${escapeHtml(because)}</li>`,
  );
  return list.length === 0 ? '' : `<details><summary>why</summary><ul>${list.join('')}</ul></details>`;
}
