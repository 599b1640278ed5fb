import { axisX, axisY, barX, gridX, gridY, plot, rectY, ruleY, text } from '@observablehq/plot';
import { numberOf, percentOf } from '../words/index.ts';
import { timesOf, type Period } from './periods.ts';
import { outletsHeight, timesHeight } from './sizes.ts';
import type { Measure, Part, Stack } from './stack.ts';

/** How a part of a bar is told, and where it leads. */
export interface Telling {
  readonly tell: (part: Part) => string;
  readonly hrefOf: (part: Part) => string;
}

interface Drawing extends Telling {
  readonly stacks: readonly Stack[];
  readonly measure: Measure;
  readonly width: number;
  readonly label: string;
}

const fewestColumns = 8;
/** About as wide as a digit of `letters`. */
const digitPx = 7.5;
/** About half as wide as the name of a day. */
const halfNamePx = 40;
const letters = { fontSize: 12, ariaHidden: 'true' } as const;

/** A bar for each group, its name above it. */
export function drawOutlets({
  nameOf,
  ...drawing
}: Drawing & { readonly nameOf: (group: string) => string }): SVGSVGElement {
  const { stacks, measure, width, label } = drawing;
  const most = measure === 'share' ? 1 : Math.max(...stacks.map(({ total }) => total));
  const longest = Math.max(...stacks.map(({ total }) => numberOf(total).length));
  const svg = plot({
    className: 'chart-plot',
    ariaLabel: label,
    width,
    height: outletsHeight(stacks.length),
    margin: 2,
    marginBottom: 22,
    marginRight: 8,
    x: { domain: [0, most], label: null },
    y: { domain: stacks.map(({ group }) => group), padding: 0, axis: null },
    marks: [
      gridX({ ticks: ticksIn(width, most, measure), stroke: 'var(--line)', strokeOpacity: 1, ariaHidden: 'true' }),
      axisX({
        ...letters,
        ticks: ticksIn(width, most, measure),
        tickFormat: scaleFormat(measure),
        tickSize: 0,
        label: null,
        fill: 'var(--dim)',
      }),
      barX(
        stacks.flatMap(({ parts }) => parts),
        {
          x1: 'from',
          x2: 'to',
          y: 'group',
          insetTop: 20,
          insetBottom: 4,
          insetRight: 0.75,
          ...marksOf(drawing),
        },
      ),
      text(stacks, {
        ...letters,
        y: 'group',
        x: () => 0,
        text: ({ group }: Stack) => nameOf(group),
        textAnchor: 'start',
        dy: -13,
        fill: 'var(--ink)',
        lineWidth: Math.max(4, (width - 24 - longest * digitPx) / letters.fontSize - 1),
        textOverflow: 'ellipsis-end',
      }),
      text(stacks, {
        ...letters,
        y: 'group',
        frameAnchor: 'right',
        text: ({ total }: Stack) => numberOf(total),
        textAnchor: 'end',
        dy: -13,
        fill: 'var(--dim)',
      }),
    ],
  }) as SVGSVGElement;
  return finished(svg, drawing);
}

/** A column for each day, month or year. */
export function drawTimes({
  period,
  nameOf,
  ...drawing
}: Drawing & { readonly period: Period; readonly nameOf: (group: string) => string }): SVGSVGElement {
  const { stacks, measure, width, label } = drawing;
  const most = measure === 'share' ? 1 : Math.max(...stacks.map(({ total }) => total));
  const marginLeft = 12 + digitPx * Math.max(4, numberOf(Math.round(most)).length);
  const [first, last] = domainOf(stacks, period);
  // Names under the middle of their columns, as many as have room.
  const every = Math.ceil(stacks.length / Math.max(1, Math.floor((width - marginLeft) / 100)));
  const named = new Map<number, string>();
  let lastNamed = -Infinity;
  const pxPerMs = (width - marginLeft - 8) / (last.getTime() - first.getTime());
  stacks.forEach(({ group }, index) => {
    const [start, end] = timesOf(group, period);
    const middle = (start.getTime() + end.getTime()) / 2;
    if (index % every !== 0 || (middle - lastNamed) * pxPerMs < 90 || (last.getTime() - middle) * pxPerMs < halfNamePx)
      return;
    lastNamed = middle;
    named.set(middle, nameOf(group));
  });
  const svg = plot({
    className: 'chart-plot',
    ariaLabel: label,
    width,
    height: timesHeight,
    marginLeft,
    marginRight: 8,
    marginTop: 8,
    marginBottom: 26,
    x: { type: 'utc', domain: [first, last], label: null },
    y: { domain: [0, most], label: null },
    marks: [
      gridY({
        ticks: ticksIn(timesHeight, most, measure),
        stroke: 'var(--line)',
        strokeOpacity: 1,
        ariaHidden: 'true',
      }),
      axisY({
        ...letters,
        ticks: ticksIn(timesHeight, most, measure),
        tickFormat: scaleFormat(measure),
        tickSize: 0,
        label: null,
        fill: 'var(--dim)',
      }),
      axisX(
        Array.from(named.keys(), (ms) => new Date(ms)),
        {
          ...letters,
          tickFormat: (date: Date) => named.get(date.getTime()) ?? '',
          label: null,
          fill: 'var(--dim)',
          stroke: 'var(--dim)',
          strokeWidth: 0,
        },
      ),
      rectY(
        stacks.flatMap(({ parts }) => parts),
        {
          x1: ({ group }: Part) => timesOf(group, period)[0],
          x2: ({ group }: Part) => timesOf(group, period)[1],
          y1: 'from',
          y2: 'to',
          insetLeft: 0.5,
          insetRight: 0.5,
          insetTop: 0.5,
          ...marksOf(drawing),
        },
      ),
      ruleY([0], { stroke: 'var(--edge, currentColor)', ariaHidden: 'true' }),
    ],
  }) as SVGSVGElement;
  return finished(svg, drawing);
}

/** From the first column to the last; few columns are not made wider than many. */
function domainOf(stacks: readonly Stack[], period: Period): readonly [Date, Date] {
  const [start, next] = timesOf(stacks[0]!.group, period);
  const end = timesOf(stacks.at(-1)!.group, period)[1];
  const lacking = fewestColumns * (next.getTime() - start.getTime()) - (end.getTime() - start.getTime());
  if (lacking <= 0) return [start, end];
  return [new Date(start.getTime() - lacking / 2), new Date(end.getTime() + lacking / 2)];
}

function marksOf({ hrefOf, tell }: Telling) {
  return {
    fill: { value: ({ series }: Part) => series.fill, scale: null },
    href: hrefOf,
    title: tell,
  } as const;
}

function ticksIn(px: number, most: number, measure: Measure): number {
  return Math.max(1, Math.min(measure === 'share' ? 4 : most, Math.floor(px / 70)));
}

function scaleFormat(measure: Measure): (value: number) => string {
  return (value) => (measure === 'share' ? percentOf(value) : Number.isInteger(value) ? numberOf(value) : '');
}

/** Takes away what the server forbids in pages, and names every link. */
function finished(svg: SVGSVGElement, { stacks, tell }: Drawing): SVGSVGElement {
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.setAttribute('role', 'group');
  const parts = stacks.flatMap((stack) => stack.parts);
  svg.querySelectorAll('a').forEach((link, index) => {
    const href = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href');
    link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href');
    if (href !== null) link.setAttribute('href', href);
    link.setAttribute('aria-label', tell(parts[index]!));
    link.setAttribute('tabindex', index === 0 ? '0' : '-1');
  });
  return svg;
}
