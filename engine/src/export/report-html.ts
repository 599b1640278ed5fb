import { createHash } from 'node:crypto';
import type { ReadDocument } from '../attribution/index.ts';
import { paragraphSpans } from '../document/index.ts';
import { speakerButton, statementCard } from './card-html.ts';
import { escapeHtml } from './escape-html.ts';
import { excerpt } from './excerpt.ts';
import { aboutOf, headlineOf } from './heading.ts';
import { reportLedger, summaryOf } from './report-ledger.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { markedParagraphs } from './text-html.ts';

/** Tells a page of ours from other files. */
export const pageMark = '<meta name="generator" content="According">';

/**
 * Writes one self-contained page of several reports: the text with its statements marked, and beside it a card for each,
 * with its speaker, its meaning and what it disputes. `#r0-4` in its address is statement 4 of the first report. Nothing is
 * loaded from anywhere; without scripts it is still readable.
 */
export function reportsAsHtml(reports: readonly ReadDocument[]): string {
  const title = reports.length === 1 ? (reports[0]!.document.title ?? 'Report') : `${reports.length} reports`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – According</title>
<style>${pageStyle}</style>
</head>
<body>
<header><strong>According</strong> <span>who says so?</span>
<ul class="legend" aria-label="Legend"><li><mark class="source">source</mark></li><li><mark class="cue">cue</mark></li><li><mark class="content">content</mark></li><li><span class="own">the report’s own voice</span></li></ul>
<span class="hint">Point at a statement, or press <kbd>j</kbd> and <kbd>k</kbd>; <kbd>Enter</kbd> shows why, <kbd>Esc</kbd> lets go.</span></header>
${reports.map(reportSection).join('\n')}
<script>${pageScript}</script>
</body>
</html>
`;
}

/** Should anything of a report ever be taken for markup, it could still load nothing and run nothing. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(pageScript).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function reportSection(read: ReadDocument, report: number): string {
  const { document, model } = read;
  const { text } = document;
  const ledger = reportLedger(read);
  const paragraphs = paragraphSpans(text);
  const marked = markedParagraphs(text, paragraphs, ledger, report);
  const headline = headlineOf(document, paragraphs);
  const opening = paragraphs[0];
  const title = document.title ?? (opening === undefined ? 'Report' : excerpt(text, opening));
  const heading = headline === null ? escapeHtml(title) : marked[0]!;
  const body = (headline === null ? marked : marked.slice(1)).map((html) => `<p>${html}</p>`);
  const url = document.url !== null && /^https?:/iu.test(document.url) ? document.url : null;
  const link = url === null ? '' : ` <a href="${escapeHtml(url)}" rel="noreferrer">original page</a>`;
  const notes = document.diagnostics.map(({ message, span }) => {
    const where = span === null ? '' : `: “${excerpt(text, span)}”`;
    return `<li>${escapeHtml(message + where)}</li>`;
  });
  const speakers = ledger.speakers.map((speaker) => speakerButton(text, speaker, report));
  const cards = ledger.entries.map((entry) => statementCard(text, entry, ledger, report));
  return `<section>
<h1>${heading}</h1>
<p class="about">${escapeHtml(aboutOf(document).join(' · '))}${link}</p>
<p class="summary">${escapeHtml(summaryOf(ledger))}</p>
<div class="columns">
<article>${body.join('\n')}</article>
<aside aria-label="Statements">
${speakers.length > 0 ? `<h2>Speakers</h2>\n<ul class="speakers">${speakers.join('\n')}</ul>` : ''}
<h2>Statements</h2>
<ol class="cards">${cards.join('\n')}</ol>
</aside>
</div>
${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}
<p class="origin">SHA-256 ${document.sha256} · read by ${escapeHtml(model.name)} ${escapeHtml(model.version)}</p>
</section>`;
}
