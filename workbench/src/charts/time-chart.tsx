import { useMemo, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { PairCount } from '../api/index.ts';
import { Table } from '../design/index.ts';
import { countOf, numberOf, percentOf, reportDateOf } from '../words/index.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { placeInTime } from './periods.ts';
import { seriesOf, type SeriesField } from './series.ts';
import { narrowest, timesHeight } from './sizes.ts';
import { stackOf, type Measure, type Part, type Stack } from './stack.ts';
import { usePlot } from './use-plot.ts';
import { useWidth } from './use-width.ts';

interface TimeChartProps extends ChartProps {
  readonly rows: readonly PairCount[];
  readonly field: SeriesField;
  readonly measure: Measure;
  readonly noun: string;
  /** How many have no date at all. */
  readonly undated: number;
  /** The sentences of a day, a month or a year, all of them or those of one value. */
  readonly hrefOf: (date: string, value: string | null) => string;
}

/** A column thinner than this cannot be pointed at. */
const thinnestPx = 5;

/** A column for each day, month or year. */
export function TimeChart({ rows, field, measure, noun, undated, hrefOf, ...chart }: TimeChartProps): ReactElement {
  const plot = usePlot();
  const [holder, width] = useWidth<HTMLDivElement>();
  const { period, rows: placed, imprecise } = useMemo(() => placeInTime(rows, Math.max(12, (width || 600) / thinnestPx)), [rows, width]); // prettier-ignore
  const series = useMemo(() => seriesOf(field, placed.map(({ value }) => value)), [field, placed]); // prettier-ignore
  const stacks = useMemo(() => stackOf(placed, series, measure), [placed, series, measure]);
  const { title } = chart;
  const draw = useMemo(() => {
    if (plot === undefined || width < narrowest || stacks.length === 0) return undefined;
    const tell = ({ group, series: { label }, count, share }: Part): string =>
      `${reportDateOf(group)}: ${label}, ${countOf(count, noun)}${series.length > 1 ? ` (${percentOf(share)})` : ''}`;
    return () =>
      plot.drawTimes({
        stacks,
        measure,
        width,
        period,
        label: `${title}. Arrow keys lead from bar to bar.`,
        nameOf: reportDateOf,
        tell,
        hrefOf: ({ group, series: { value } }) => hrefOf(group, value),
      });
  }, [plot, stacks, series, measure, width, period, title, noun, hrefOf]);
  const hidden = undated + imprecise;
  return (
    <div ref={holder} className="chart-room">
      <Chart
        {...chart}
        stacks={stacks}
        series={series}
        plain={series.length === 1 && field === 'kind'}
        draw={draw}
        height={timesHeight}
        along="column"
        note={hidden > 0 ? `${countOf(hidden, noun)} not shown: the reports do not say when.` : undefined}
        table={
          <Table
            caption={title}
            hideCaption
            rows={stacks}
            keyOf={({ group }) => group}
            columns={[
              { heading: 'Date', cell: ({ group }) => reportDateOf(group) },
              {
                heading: 'All',
                number: true,
                cell: ({ group, total }) => <Link href={hrefOf(group, null)}>{numberOf(total)}</Link>,
              },
              ...series.map(({ value, label }) => ({
                heading: label,
                number: true,
                cell: ({ group, parts }: Stack) => {
                  const part = parts.find((one) => one.series.value === value);
                  if (part === undefined) return '';
                  return (
                    <Link href={hrefOf(group, value)}>
                      {measure === 'share' ? percentOf(part.share) : numberOf(part.count)}
                    </Link>
                  );
                },
              })),
            ]}
          />
        }
      />
    </div>
  );
}
