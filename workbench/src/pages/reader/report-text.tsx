import { memo, type HTMLAttributes, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { ParagraphText } from './paragraph.tsx';
import { touches, type Focus, type Paragraph, type ReadingView } from './reading-view.ts';

/** Something in the text that can be pointed at. */
export type Target = { readonly statement: number } | { readonly clause: number };

interface ReportTextProps {
  readonly text: string;
  readonly view: ReadingView;
  /** The headline, or all the rest. */
  readonly part: 'headline' | 'body';
  /** The paragraphs of the body that are shown yet. */
  readonly body: readonly Paragraph[];
  readonly focus: Focus | null;
  readonly shown: ReadonlySet<number> | null;
  readonly reachable: number;
  readonly onPoint: (target: Target | null) => void;
  readonly onChoose: (target: Target | null) => void;
}

/** The report as it was printed, with everything marked that somebody is said to have said. */
export const ReportText = memo(function ReportText(props: ReportTextProps): ReactElement {
  const { text, view, part, body, focus, shown, reachable, onPoint, onChoose } = props;
  const attributes: HTMLAttributes<HTMLElement> = {
    className: `reader-text said${focus === null ? '' : ' picked'}`,
    onMouseOver: (event) => onPoint(targetOf(event.target)),
    onMouseLeave: () => onPoint(null),
    onClick: ({ target }: MouseEvent) => {
      if (getSelection()?.isCollapsed !== false) onChoose(targetOf(target));
    },
  };
  const show = (paragraph: Paragraph): ReactNode => (
    <ParagraphText
      text={text}
      paragraph={paragraph}
      entries={view.entries}
      focus={focus !== null && touches(paragraph, focus) ? focus : null}
      shown={shown}
      reachable={paragraph.starts.includes(reachable) ? reachable : null}
    />
  );
  if (part === 'headline') return <span {...attributes}>{view.headline !== null && show(view.headline)}</span>;
  return (
    <article {...attributes}>
      {body.map((paragraph) => (
        <p key={paragraph.start}>{show(paragraph)}</p>
      ))}
    </article>
  );
});

function targetOf(target: EventTarget): Target | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-statement],[data-clause]') : null;
  if (element === null) return null;
  const { statement, clause } = element.dataset;
  return statement === undefined ? { clause: Number(clause) } : { statement: Number(statement) };
}
