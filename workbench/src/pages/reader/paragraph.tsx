import { memo, type ReactElement } from 'react';
import type { Entry, Focus, Mark, Paragraph } from './reading-view.ts';
import type { Segment } from '../../marks/index.ts';

interface ParagraphProps {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly entries: readonly Entry[];
  /** Null where nothing in this paragraph is lit. */
  readonly focus: Focus | null;
  /** Statements that a filter leaves; null where there is none. */
  readonly shown: ReadonlySet<number> | null;
  /** The statement whose number the Tab key reaches, if it starts here. */
  readonly reachable: number | null;
}

/** The words of a paragraph of the report, cut into segments. Drawn anew only where something in it lights up or goes out. */
export const ParagraphText = memo(function ParagraphText(props: ParagraphProps): ReactElement {
  const { text, paragraph, entries, focus, shown, reachable } = props;
  const { segments, starts } = paragraph;
  let next = 0;
  const parts: ReactElement[] = [];
  for (const { start, end, marks } of segments) {
    for (; next < starts.length && entries[starts[next]!]!.at < end; next++) {
      const entry = entries[starts[next]!]!;
      if (shown !== null && !shown.has(entry.index)) continue;
      parts.push(
        <button
          key={`n${entry.index}`}
          type="button"
          className="reader-number"
          data-statement={entry.index}
          data-n={entry.index + 1}
          tabIndex={reachable === entry.index ? 0 : -1}
          aria-label={`Statement ${entry.index + 1}, ${entry.name}`}
          aria-pressed={focus?.statement === entry.index}
        />,
      );
    }
    const words = text.slice(start, end);
    const classes = classesOf(marks, focus, shown);
    const inside = innermost(marks, shown);
    parts.push(
      classes === '' ? (
        <span key={start}>{words}</span>
      ) : (
        <span key={start} className={classes} data-statement={inside.statement} data-clause={inside.clause}>
          {words}
        </span>
      ),
    );
  }
  return <>{parts}</>;
});

function innermost(
  marks: Segment<Mark>['marks'],
  shown: ReadonlySet<number> | null,
): { statement?: number; clause?: number } {
  for (const mark of marks.toReversed()) {
    if (mark.kind === 'own') return { clause: mark.clause };
    if (mark.kind !== 'mention' && mark.kind !== 'place' && (shown === null || shown.has(mark.statement)))
      return { statement: mark.statement };
  }
  return {};
}

function classesOf(marks: Segment<Mark>['marks'], focus: Focus | null, shown: ReadonlySet<number> | null): string {
  if (marks.length === 0) return '';
  const classes = new Set<string>();
  let held = false;
  for (const mark of marks) {
    if (mark.kind === 'own') {
      classes.add('own');
      if (focus?.clause === mark.clause) classes.add('on-own');
      if (focus?.againstOwn.has(mark.clause)) classes.add('against');
    } else if (mark.kind === 'place') classes.add('hit');
    else if (mark.kind === 'mention') {
      if (focus !== null && focus.entity === mark.entity) classes.add('who');
    } else {
      if (shown === null || shown.has(mark.statement)) classes.add(mark.kind);
      if (focus === null) continue;
      if (focus.statement === mark.statement) {
        classes.add(`on-${mark.kind}`);
        held = true;
      } else if (focus.against.has(mark.statement) && mark.kind === 'content') classes.add('against');
      else if (focus.by.has(mark.statement) && mark.kind !== 'source') classes.add('by');
    }
  }
  // Words that both statements share are those of the one that is looked at.
  if (held) classes.delete('against');
  return [...classes].join(' ');
}
