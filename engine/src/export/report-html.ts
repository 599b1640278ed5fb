import { roles, type ExtractedDocument } from '../attribution/index.ts';
import { paragraphSpans, type Document, type Span } from '../document/index.ts';
import { excerpt } from './excerpt.ts';
import { markedStretches, markRanges, type MarkedStretch } from './marks.ts';
import { pageMark, pageScript, pageStyle } from './report-page.ts';

const longestHeadline = 120;

/**
 * Writes one self-contained page of several reports: the text with its attributions highlighted, and beside it the list of
 * them. Hovering or focusing one shows its parts. Nothing is loaded from anywhere; without scripts it is still readable.
 */
export function reportsAsHtml(extracted: readonly ExtractedDocument[]): string {
  const title = extracted.length === 1 ? (extracted[0]!.document.title ?? 'Report') : `${extracted.length} reports`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – According</title>
<style>${pageStyle}</style>
</head>
<body>
<header><strong>According</strong> <span>who says so?</span>
<ul class="legend"><li><mark class="source">source</mark><li><mark class="cue">cue</mark><li><mark class="content">content</mark></ul>
<span class="hint">Point at an attribution to see its parts, or press j and k.</span></header>
${extracted.map(reportSection).join('\n')}
<script>${pageScript}</script>
</body>
</html>
`;
}

function reportSection({ document, attributions, model }: ExtractedDocument, report: number): string {
  const slice = ({ start, end }: Span): string => document.text.slice(start, end);
  const ranges = markRanges(attributions);
  const marked = (span: Span): string =>
    markedStretches(span, ranges)
      .map((stretch) => markUp(escape(slice(stretch)), stretch, report))
      .join('');
  const paragraphs = paragraphSpans(document.text);
  const headline = findHeadline(document, paragraphs);
  const heading = headline !== null ? marked(headline) : escape(document.title ?? excerptOf(document.text, paragraphs));
  const about = [document.publisher, document.date, document.authors.join(', ') || null, filed(document)].filter(
    (x) => x !== null,
  );
  const link = document.url !== null && /^https?:/u.test(document.url) ? document.url : null;
  const body = paragraphs
    .filter((paragraph) => paragraph !== headline)
    .map((paragraph) => `<p>${marked(paragraph)}</p>`);
  const items = attributions.map((attribution, index) => {
    const parts = roles.map((role) => {
      const words = attribution[role].map((span) => escape(slice(span))).join(' <i>…</i> ');
      return `<dt>${role}</dt><dd class="${role}">${words || '<i>none</i>'}</dd>`;
    });
    return `<li tabindex="0" id="r${report}-${index + 1}" data-of="${report}-${index + 1}"><dl>${parts.join('')}</dl></li>`;
  });
  const notes = document.diagnostics.map(({ message, span }) => {
    const where = span === null ? '' : `: “${escape(excerpt(document.text, span))}”`;
    return `<li>${escape(message)}${where}</li>`;
  });
  return `<section>
<h1>${heading}</h1>
<p class="about">${escape(about.join(' · '))}${link === null ? '' : ` <a href="${escape(link)}" rel="noreferrer">original page</a>`}</p>
<div class="columns">
<article>${body.join('\n')}</article>
<aside aria-label="Attributions"><h2>${attributions.length === 1 ? '1 attribution' : `${attributions.length} attributions`}</h2><ol>${items.join('\n')}</ol></aside>
</div>
${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}
<p class="origin">SHA-256 ${document.sha256} · read by ${escape(model.name)} ${escape(model.version)}</p>
</section>`;
}

/** The paragraph that is the report's headline, or `null`: its title, or where none is known a short first line. */
function findHeadline({ text, title }: Document, paragraphs: readonly Span[]): Span | null {
  const first = paragraphs[0];
  if (first === undefined) return null;
  const isTitle =
    title === null
      ? paragraphs.length > 1 && first.end - first.start <= longestHeadline
      : text.slice(first.start, first.end) === title;
  return isTitle ? first : null;
}

function excerptOf(text: string, paragraphs: readonly Span[]): string {
  return paragraphs[0] === undefined ? 'Report' : excerpt(text, paragraphs[0]);
}

function filed({ text, dateline }: Document): string | null {
  if (dateline === null) return null;
  const { place, agency } = dateline;
  const by = agency === null ? '' : ` by ${text.slice(agency.start, agency.end)}`;
  return `filed from ${text.slice(place.start, place.end)}${by}`;
}

/** A stretch's words in an element that says which roles of which attributions it plays. */
function markUp(html: string, { marks }: MarkedStretch, report: number): string {
  if (marks.length === 0) return html;
  const classes = [...new Set(marks.map(({ role }) => role))].join(' ');
  const ids = [...new Set(marks.map(({ index }) => `${report}-${index + 1}`))].join(' ');
  return `<mark class="${classes}" data-in="${ids}">${html}</mark>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character]!);
}
