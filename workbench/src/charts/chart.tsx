import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, LinkButton } from '../design/index.ts';
import { useAddress, toggled } from '../url-state/index.ts';
import { savePng, saveSvg } from './picture.ts';
import type { Series } from './series.ts';
import { stepFrom, type Move, type Stack } from './stack.ts';
import './charts.css';

export interface ChartProps {
  /** Names it in the address and in names of files. */
  readonly name: string;
  readonly title: string;
  /** What is counted, in a sentence; on saved pictures, too. */
  readonly about?: string | undefined;
  /** Where the counts can be downloaded. */
  readonly csv?: string | undefined;
}

interface FrameProps extends ChartProps {
  readonly stacks: readonly Stack[];
  readonly series: readonly Series[];
  /** Whether the title says already what the only series is. */
  readonly plain: boolean;
  /** Draws it; undefined until there is room, and the script for it. */
  readonly draw: (() => SVGSVGElement) | undefined;
  readonly height: number;
  /** Which keys go along a bar: those of rows, or those of columns. */
  readonly along: 'row' | 'column';
  readonly table: ReactNode;
  readonly note?: ReactNode;
}

const moves = {
  row: { ArrowRight: 'next', ArrowLeft: 'previous', ArrowDown: 'group-after', ArrowUp: 'group-before' },
  column: { ArrowUp: 'next', ArrowDown: 'previous', ArrowRight: 'group-after', ArrowLeft: 'group-before' },
} as const satisfies Record<string, Record<string, Move>>;

/** A picture with its key, or the same as a table; what a bar counts is a step away. */
export function Chart({
  name,
  title,
  about,
  csv,
  stacks,
  series,
  plain,
  draw,
  height,
  along,
  table,
  note,
}: FrameProps): ReactElement {
  const { values, change } = useAddress();
  const [, navigate] = useLocation();
  const holder = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState('');
  const heading = useId();
  const asTable = values('table').includes(name);
  useEffect(() => {
    if (asTable || draw === undefined || holder.current === null) return;
    const svg = draw();
    const focused = holder.current.contains(document.activeElement);
    holder.current.replaceChildren(svg);
    if (focused) svg.querySelector('a')?.focus();
  }, [draw, asTable]);
  const save = (how: typeof saveSvg): void => {
    const svg = holder.current?.querySelector('svg');
    if (svg) void how(svg, { name, title, about: about ?? '', series: plain ? [] : series });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const keys: Readonly<Record<string, Move>> = { ...moves[along], Home: 'first', End: 'last' };
    const move = keys[event.key];
    const links = [...event.currentTarget.querySelectorAll('a')];
    const at = links.indexOf(event.target as SVGAElement & HTMLAnchorElement);
    if (move === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = links[stepFrom(stacks, at, move)];
    if (next === undefined) return;
    links[at]!.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  };
  const tell = (target: EventTarget): void => {
    setTold((target instanceof Element && target.closest('a')?.getAttribute('aria-label')) || '');
  };
  return (
    <figure className="chart" aria-labelledby={heading}>
      <figcaption>
        <h2 id={heading}>{title}</h2>
        <span className="chart-actions no-print" role="group" aria-label={`${title}: as`}>
          <Button
            look="quiet"
            pressed={asTable}
            onClick={() => change({ table: toggled(values('table'), name) }, 'in-place')}
          >
            Table
          </Button>
          {!asTable && (
            <>
              <Button look="quiet" title="Save the picture as a PNG file" onClick={() => save(savePng)}>
                PNG
              </Button>
              <Button look="quiet" title="Save the picture as an SVG file" onClick={() => save(saveSvg)}>
                SVG
              </Button>
            </>
          )}
          {csv !== undefined && (
            <LinkButton
              look="quiet"
              href={csv}
              download={`according-${name}.csv`}
              title="Save the counts as a CSV file"
            >
              CSV
            </LinkButton>
          )}
        </span>
      </figcaption>
      {asTable ? (
        table
      ) : (
        <>
          {!plain && <Key series={series} />}
          <div
            ref={holder}
            className="chart-holder"
            onKeyDown={onKeyDown}
            onFocus={({ target }) => tell(target)}
            onMouseOver={({ target }) => tell(target)}
            onMouseLeave={() => setTold('')}
            onBlur={() => setTold('')}
            onClick={(event) => {
              const link = event.target instanceof Element ? event.target.closest('a') : null;
              const href = link?.getAttribute('href');
              if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0)
                return;
              event.preventDefault();
              navigate(href);
            }}
          >
            <svg width="100%" height={height} aria-hidden="true" />
          </div>
          <p className="chart-told small dim no-print" aria-hidden="true">
            {told}
          </p>
        </>
      )}
      {note !== undefined && <p className="chart-note small dim">{note}</p>}
    </figure>
  );
}

function Key({ series }: { readonly series: readonly Series[] }): ReactElement {
  return (
    <ul className="chart-key small" aria-hidden="true">
      {series.map(({ value, label, fill }) => (
        <li key={value}>
          <svg width="14" height="14">
            <rect width="14" height="14" fill={fill} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
