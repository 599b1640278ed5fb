import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { overviewTableAddress, type Overview, type Parameters } from '../../api/index.ts';
import { Chip, LinkButton, Table } from '../../design/index.ts';
import { speakerAddress, statementsAddress } from '../../url-state/index.ts';
import { numberOf } from '../../words/index.ts';

/** Whoever says most of what is found. */
export function MostHeard({
  overview: { speakers },
  query,
}: {
  readonly overview: Overview;
  readonly query: Parameters;
}): ReactElement | null {
  const most = speakers[0]?.count ?? 0;
  if (most === 0) return null;
  return (
    <div className="overview-heard">
      <div className="overview-bar">
        <h2>Most heard</h2>
        <span className="no-print">
          <LinkButton
            look="quiet"
            href={overviewTableAddress('speakers', query)}
            download="according-speakers.csv"
            title="Save the counts as a CSV file"
          >
            CSV
          </LinkButton>
          <LinkButton look="quiet" href="/speakers">
            All speakers
          </LinkButton>
        </span>
      </div>
      <Table
        caption="Most heard"
        hideCaption
        rows={speakers}
        keyOf={({ value }) => value}
        columns={[
          { heading: 'Speaker', cell: ({ value }) => <Link href={speakerAddress(value)}>{value}</Link> },
          { heading: 'Kind', cell: ({ sourceType }) => <Chip.Value field="sourceType" value={sourceType} /> },
          {
            heading: 'Statements',
            number: true,
            cell: ({ value, count }) => (
              <Link href={statementsAddress({ ...query, speaker: null, speakerName: value })}>{numberOf(count)}</Link>
            ),
          },
          {
            heading: <span className="hidden">As a bar</span>,
            cell: ({ count }) => (
              <svg className="overview-heard-bar" width="100%" height="12" aria-hidden="true">
                <rect width={`${(count / most) * 100}%`} height="12" rx="2" fill="var(--chart-blue)" />
              </svg>
            ),
          },
        ]}
      />
    </div>
  );
}
