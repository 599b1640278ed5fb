import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { answers, type ReportSummary } from '../../api/index.ts';
import { EmptyState, LinkButton, ListAnswer, Table } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { reportAddress, useAddress } from '../../url-state/index.ts';
import { dayOf, numberOf, titleOf } from '../../words/index.ts';
import { CompareBar } from './compare-bar.tsx';
import { DocumentsFilters } from './documents-filters.tsx';
import './documents.css';

/** The reports of the ledger, to be read or compared. */
export default function DocumentsPage(): ReactElement {
  const { value, values, change } = useAddress();
  const filters = { words: value('words'), publisher: values('publisher'), from: value('from'), to: value('to') };
  const filtered = Object.values(filters).some((filter) => filter !== null && filter.length > 0);
  const list = useInfiniteQuery(answers.documents({ ...filters, sort: value('sort'), limit: 50 }));
  const ledger = useQuery(answers.ledger());
  const chosen = values('document');
  const choose = (id: string): void =>
    change({ document: chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id] }, 'in-place');
  return (
    <Page
      title="Reports"
      actions={
        <LinkButton look="main" href="/add">
          Add reports
        </LinkButton>
      }
    >
      <DocumentsFilters all={ledger.data?.reports} />
      <CompareBar chosen={chosen} />
      <ListAnswer of={list} what="reports" empty={<NoReports filtered={filtered} />}>
        {(reports) => (
          <Table
            caption="Reports"
            hideCaption
            rows={reports}
            keyOf={({ id }) => id}
            columns={[
              { heading: 'Report', cell: (report) => <Title report={report} /> },
              { heading: 'Outlet', cell: ({ publisher }) => publisher ?? <span className="dim">not known</span> },
              { heading: 'Date', cell: ({ date }) => <span className="documents-date">{dayOf(date)}</span> },
              { heading: 'Statements', number: true, cell: ({ statements }) => numberOf(statements) },
              { heading: 'Disputed', number: true, cell: ({ disputed }) => (disputed === 0 ? '' : numberOf(disputed)) },
              { heading: 'Own voice', number: true, cell: ({ ownVoice }) => numberOf(ownVoice) },
              {
                heading: 'Compare',
                cell: (report) => (
                  <input
                    type="checkbox"
                    aria-label={`Compare “${titleOf(report)}”`}
                    checked={chosen.includes(report.id)}
                    disabled={chosen.length >= mostCompared && !chosen.includes(report.id)}
                    onChange={() => choose(report.id)}
                  />
                ),
              },
            ]}
          />
        )}
      </ListAnswer>
    </Page>
  );
}

/** As many as stand side by side. */
const mostCompared = 3;

function Title({ report }: { readonly report: ReportSummary }): ReactElement {
  return (
    <span className="documents-title">
      <Link href={reportAddress(report)}>{titleOf(report)}</Link>
      {report.versions > 1 && (
        <>
          {' '}
          <Link className="small" href={`${reportAddress(report)}&compare=1`}>
            {numberOf(report.versions)} versions
          </Link>
        </>
      )}
    </span>
  );
}

function NoReports({ filtered }: { readonly filtered: boolean }): ReactElement {
  if (filtered)
    return <EmptyState title="No report fits.">Take a filter away, or look for fewer words of the title.</EmptyState>;
  return (
    <EmptyState title="There is no report in this ledger yet.">
      <LinkButton look="main" href="/add">
        Add reports
      </LinkButton>
    </EmptyState>
  );
}
