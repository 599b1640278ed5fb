import { roles, type ExtractedDocument } from '../attribution/index.ts';
import { paragraphSpans, type Span } from '../document/index.ts';
import { markedStretches } from './marks.ts';
import { pageScript, pageStyle } from './report-page.ts';

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
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – According</title>
<style>${pageStyle}</style>
</head>
<body>
<header><strong>According</strong> <span>who says so?</span>
<ul class="legend"><li><mark class="source">source</mark><li><mark class="cue">cue</mark><li><mark class="content">content</mark></ul></header>
${extracted.map(reportSection).join('\n')}
<script>${pageScript}</script>
</body>
</html>
`;
}

function reportSection({ document, attributions, model }: ExtractedDocument, report: number): string {
  const paragraphs = paragraphSpans(document.text);
  const headline = document.title ?? document.text.slice(paragraphs[0]?.start, paragraphs[0]?.end).slice(0, 120);
  const about = [document.publisher, document.date, document.authors.join(', ') || null].filter((x) => x !== null);
  const link = document.url !== null && /^https?:/u.test(document.url) ? document.url : null;
  const slice = ({ start, end }: Span): string => document.text.slice(start, end);
  const body = paragraphs.map((paragraph) => {
    const stretches = markedStretches(paragraph, attributions).map((stretch) => {
      const text = escape(slice(stretch));
      if (stretch.marks.length === 0) return text;
      const classes = [...new Set(stretch.marks.map(({ role }) => role))].join(' ');
      const ids = [...new Set(stretch.marks.map(({ index }) => `${report}-${index + 1}`))].join(' ');
      return `<mark class="${classes}" data-in="${ids}">${text}</mark>`;
    });
    return `<p>${stretches.join('')}</p>`;
  });
  const items = attributions.map((attribution, index) => {
    const parts = roles.map((role) => {
      const words = attribution[role].map((span) => escape(slice(span))).join(' <i>…</i> ');
      return `<dt>${role}</dt><dd class="${role}">${words || '<i>none</i>'}</dd>`;
    });
    return `<li tabindex="0" id="r${report}-${index + 1}" data-of="${report}-${index + 1}"><dl>${parts.join('')}</dl></li>`;
  });
  const notes = document.diagnostics.map(({ message }) => `<li>${escape(message)}</li>`);
  return `<section>
<h1>${escape(headline)}</h1>
<p class="about">${escape(about.join(' · '))}${link === null ? '' : ` <a href="${escape(link)}" rel="noreferrer">original page</a>`}</p>
<div class="columns">
<article>${body.join('\n')}</article>
<aside aria-label="Attributions"><h2>${attributions.length} attributions</h2><ol>${items.join('\n')}</ol></aside>
</div>
${notes.length > 0 ? `<ul class="notes">${notes.join('')}</ul>` : ''}
<p class="origin">SHA-256 ${document.sha256} · read by ${escape(model.name)} ${escape(model.version)}</p>
</section>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character]!);
}
