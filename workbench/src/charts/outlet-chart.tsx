import { useMemo, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { PairCount } from '../api/index.ts';
import { Table } from '../design/index.ts';
import { countOf, numberOf, outletLabel, percentOf } from '../words/index.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { seriesOf, type SeriesField } from './series.ts';
import { narrowest, outletsHeight } from './sizes.ts';
import { stackOf, type Measure, type Part, type Stack } from './stack.ts';
import { usePlot } from './use-plot.ts';
import { useWidth } from './use-width.ts';

interface OutletChartProps extends ChartProps {
  readonly rows: readonly PairCount[];
  readonly field: SeriesField;
  readonly measure: Measure;
  /** What one of them is called: `statement`. */
  readonly noun: string;
  /** The sentences of an outlet, all of them or those of one value. */
  readonly hrefOf: (outlet: string, value: string | null) => string;
}

/** A bar for each outlet. */
export function OutletChart({ rows, field, measure, noun, hrefOf, ...chart }: OutletChartProps): ReactElement {
  const plot = usePlot();
  const [holder, width] = useWidth<HTMLDivElement>();
  const series = useMemo(() => seriesOf(field, rows.filter(({ count }) => count > 0).map(({ value }) => value)), [field, rows]); // prettier-ignore
  const stacks = useMemo(() => stackOf(rows, series, measure), [rows, series, measure]);
  const { title } = chart;
  const draw = useMemo(() => {
    if (plot === undefined || width < narrowest || stacks.length === 0) return undefined;
    const tell = ({ group, series: { label }, count, share }: Part): string =>
      `${outletLabel(group)}: ${label}, ${countOf(count, noun)}${series.length > 1 ? ` (${percentOf(share)})` : ''}`;
    return () =>
      plot.drawOutlets({
        stacks,
        measure,
        width,
        label: `${title}. Arrow keys lead from bar to bar.`,
        nameOf: outletLabel,
        tell,
        hrefOf: ({ group, series: { value } }) => hrefOf(group, value),
      });
  }, [plot, stacks, series, measure, width, title, noun, hrefOf]);
  const countIn = (stack: Stack, value: string): Part | undefined =>
    stack.parts.find((part) => part.series.value === value);
  return (
    <div ref={holder} className="chart-room">
      <Chart
        {...chart}
        stacks={stacks}
        series={series}
        plain={series.length === 1 && field === 'kind'}
        draw={draw}
        height={outletsHeight(stacks.length)}
        along="row"
        table={
          <Table
            caption={title}
            hideCaption
            rows={stacks}
            keyOf={({ group }) => group}
            columns={[
              { heading: 'Outlet', cell: ({ group }) => outletLabel(group) },
              {
                heading: 'All',
                number: true,
                cell: ({ group, total }) => <Link href={hrefOf(group, null)}>{numberOf(total)}</Link>,
              },
              ...series.map(({ value, label }) => ({
                heading: label,
                number: true,
                cell: (stack: Stack) => {
                  const part = countIn(stack, value);
                  if (part === undefined) return '';
                  return (
                    <Link href={hrefOf(stack.group, value)}>
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
