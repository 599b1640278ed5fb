import type { Role } from '../attribution/index.ts';
import type { StatementRecord } from '../record/index.ts';
import { escapeHtml } from './escape-html.ts';

/** Where roles share words, the first of these is shown: it is the shortest as a rule. */
const shown: readonly Role[] = ['cue', 'source', 'content'];

/** The sentence of a statement as HTML, with the words of its roles marked; every word stands there once. */
export function markedSentence(statement: StatementRecord): string {
  const { start, text } = statement.sentence;
  const inside = (at: number): number => Math.max(0, Math.min(text.length, at - start));
  const changes: { readonly at: number; readonly role: Role; readonly by: 1 | -1 }[] = shown.flatMap((role) =>
    statement[role].flatMap((span) => [
      { at: inside(span.start), role, by: 1 as const },
      { at: inside(span.end), role, by: -1 as const },
    ]),
  );
  changes.sort((a, b) => a.at - b.at);
  const open = { source: 0, cue: 0, content: 0 };
  let html = '';
  let from = 0;
  for (const { at, role, by } of [...changes, { at: text.length, role: 'cue', by: 1 } as const]) {
    const words = escapeHtml(text.slice(from, at));
    const marked = shown.find((candidate) => open[candidate] > 0);
    if (words !== '') html += marked === undefined ? words : `<mark class="${marked}">${words}</mark>`;
    open[role] += by;
    from = at;
  }
  return html;
}
