import { roles, type RoleSpans } from '../attribution/index.ts';
import type { Dateline, Span } from '../document/index.ts';

/** Takes the dateline out of every role: `BEIJING (Reuters) —` is the outlet's, never the source's word. */
export function clipDateline(text: string, dateline: Dateline | null, attribution: RoleSpans): RoleSpans {
  if (dateline === null || !roles.some((role) => attribution[role].some((span) => touches(span, dateline.span)))) {
    return attribution;
  }
  const clip = (spans: readonly Span[]): Span[] =>
    spans.flatMap((span) => {
      if (!touches(span, dateline.span)) return [span];
      const rest = text.slice(dateline.span.end, span.end);
      const start = span.end - rest.trimStart().length;
      return start < span.end ? [{ start, end: span.end }] : [];
    });
  return { source: clip(attribution.source), cue: clip(attribution.cue), content: clip(attribution.content) };
}

function touches(span: Span, dateline: Span): boolean {
  return span.start < dateline.end && span.end > dateline.start;
}
