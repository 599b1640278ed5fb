import { useLayoutEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import type { RecordedReport } from '../../api/index.ts';
import { disputeLines, linePath } from './dispute-lines.ts';
import { Note, type Standing } from './note.tsx';
import { placeNotes } from './place-notes.ts';
import type { Focus, ReadingView } from './reading-view.ts';

/** Between two notes, in pixels. */
const gap = 6;

interface MarginProps {
  readonly view: ReadingView;
  readonly report: RecordedReport;
  /** Statements with a note, in order. */
  readonly indices: readonly number[];
  readonly chosen: Focus | null;
  readonly pointed: number | null;
  readonly open: boolean;
  readonly reachable: number;
  readonly onPoint: (statement: number | null) => void;
  readonly onChoose: (statement: number) => void;
  /** Chosen again by its note's head. */
  readonly onOpen: (statement: number) => void;
}

/** Notes beside the text, each near its words, with lines between what contradicts each other. */
export function Margin(props: MarginProps): ReactElement {
  const { view, report, indices, chosen, pointed, open, reachable, onPoint, onChoose, onOpen } = props;
  const list = useRef<HTMLOListElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const pinned = chosen?.statement ?? null;
  const drawn = disputeLines(view, indices);

  useLayoutEffect(() => {
    const [notes, svg] = [list.current, lines.current];
    if (notes === null || svg === null) return;
    const arrange = (): void => arrangeNotes(notes, svg, pinned);
    arrange();
    const observer = new ResizeObserver(arrange);
    // Whatever moves words, moves or widens the columns: the fonts, the window, a filter that takes another line.
    observer.observe(notes.closest('.page')!);
    return () => observer.disconnect();
  }, [indices, pinned, open]);

  const noteAt = (event: MouseEvent): number | null => {
    const note = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-note]') : null;
    return note === null ? null : Number(note.dataset['note']);
  };
  return (
    <aside
      className="reader-margin"
      aria-label="Statements"
      onMouseOver={(event) => onPoint(noteAt(event))}
      onMouseLeave={() => onPoint(null)}
    >
      <svg ref={lines} className="reader-lines" aria-hidden="true">
        {drawn.map((line) => (
          <path
            key={line.key}
            data-from={line.from}
            data-to={line.to}
            data-own={line.own}
            className={
              line.from === pinned || line.to === pinned || (line.own !== undefined && line.own === chosen?.clause)
                ? 'lit'
                : undefined
            }
          />
        ))}
      </svg>
      <ol
        ref={list}
        onClick={(event) => {
          const head = event.target instanceof Element ? event.target.closest('[data-note-button]') : null;
          const index = noteAt(event);
          if (head !== null && index !== null) onOpen(index);
        }}
      >
        {indices.map((index) => (
          <Note
            key={index}
            entry={view.entries[index]!}
            view={view}
            report={report}
            standing={standingOf(index, chosen, pointed)}
            open={open && index === pinned}
            reachable={index === reachable}
            onChoose={onChoose}
          />
        ))}
      </ol>
    </aside>
  );
}

function standingOf(index: number, chosen: Focus | null, pointed: number | null): Standing {
  if (chosen?.statement === index) return 'chosen';
  if (chosen?.against.has(index)) return 'against';
  if (chosen?.by.has(index)) return 'by';
  return pointed === index ? 'pointed' : 'apart';
}

/** Measures everything, then moves everything: the browser lays the page out once, however many notes there are. */
function arrangeNotes(notes: HTMLElement, svg: SVGSVGElement, pinned: number | null): void {
  const items = [...notes.children] as HTMLElement[];
  const top = notes.getBoundingClientRect().top;
  const middleOf = (element: Element): number => {
    const { top: from } = element.getBoundingClientRect();
    return from - top;
  };
  const numbers = new Map<number, number>();
  for (const number of document.querySelectorAll<HTMLElement>('.reader-text .reader-number'))
    numbers.set(Number(number.dataset['statement']), middleOf(number));
  const clauses = new Map<string, number>();
  for (const { dataset } of svg.querySelectorAll<SVGPathElement>('path[data-own]')) {
    const clause = document.querySelector(`.reader-text [data-clause="${dataset['own']}"]`);
    if (clause !== null) clauses.set(dataset['own']!, middleOf(clause) + 12);
  }
  const measured = items.map((item) => ({
    index: Number(item.dataset['note']),
    wanted: Math.max(0, (numbers.get(Number(item.dataset['note'])) ?? 0) - 8),
    height: item.offsetHeight,
  }));
  const pinnedAt = measured.findIndex(({ index }) => index === pinned);
  const tops = placeNotes(measured, gap, pinnedAt < 0 ? null : pinnedAt);

  const heads = new Map<number, number>();
  items.forEach((item, place) => {
    item.style.transform = `translateY(${Math.round(tops[place]!)}px)`;
    heads.set(measured[place]!.index, tops[place]! + 16);
  });
  const last = measured.at(-1);
  const height = last === undefined ? 0 : tops.at(-1)! + last.height;
  notes.style.height = `${height}px`;
  svg.style.height = `${height}px`;
  for (const path of svg.querySelectorAll<SVGPathElement>('path')) {
    const { from, to, own } = path.dataset;
    const start = heads.get(Number(from));
    const end = own === undefined ? heads.get(Number(to)) : clauses.get(own);
    if (start === undefined || end === undefined) path.removeAttribute('d');
    else path.setAttribute('d', linePath(start, end, own === undefined ? 'note' : 'text'));
  }
}
