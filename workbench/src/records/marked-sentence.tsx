import type { ReactElement } from 'react';
import type { LedgerRecord, Span } from '../api/index.ts';
import { segmentsOf, type MarkedSpan } from '../marks/index.ts';

type Mark = 'source' | 'cue' | 'content' | 'own' | 'hit';

/** The sentence of a record: source, cue and content marked, and the words that were looked for. */
export function MarkedSentence({
  record,
  matches = [],
}: {
  readonly record: LedgerRecord;
  readonly matches?: readonly Span[];
}): ReactElement {
  const { start, text } = record.kind === 'statement' ? record.sentence : record.span;
  const spans: MarkedSpan<Mark>[] = matches.map((match) => ({
    start: match.start,
    end: match.end,
    mark: 'hit' as const,
  }));
  if (record.kind === 'own-voice') spans.push({ start: 0, end: text.length, mark: 'own' });
  else
    for (const role of ['source', 'cue', 'content'] as const)
      for (const span of record[role])
        spans.push({ start: Math.max(0, span.start - start), end: span.end - start, mark: role });
  const [segments = []] = segmentsOf([{ start: 0, end: text.length }], spans);
  return (
    <span className="said">
      {segments.map((segment) => {
        const words = text.slice(segment.start, segment.end);
        const classes = [...new Set(segment.marks)].filter((mark) => mark !== 'hit').join(' ');
        const isHit = segment.marks.includes('hit');
        return isHit ? (
          <mark key={segment.start} className={`hit ${classes}`.trimEnd()}>
            {words}
          </mark>
        ) : (
          <span key={segment.start} className={classes || undefined}>
            {words}
          </span>
        );
      })}
    </span>
  );
}
