import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, type ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { Button, EmptyState, LinkButton, ListAnswer, Loading } from '../../design/index.ts';
import { ActiveFilters, FilteredColumns } from '../../filters/index.ts';
import { inRows, ReportLine } from '../../records/index.ts';
import { Page } from '../../shell/index.ts';
import { isFiltered, useLedgerQuery } from '../../url-state/index.ts';
import { isAgainst } from './is-against.ts';
import { Pair } from './pair.tsx';
import './disputes.css';

/** Who contradicts whom, both in their sentences. */
export default function DisputesPage(): ReactElement {
  const [asked, { search, change }] = useLedgerQuery();
  const query = useMemo(() => {
    const { kind: _kind, ...others } = asked;
    return others;
  }, [asked]);
  const against = search.get('against');
  const pairs = useInfiniteQuery(answers.disputes({ ...query, limit: against === null ? 50 : 500 }));
  const facets = useQuery(answers.facets({ ...query, most: 50 }));
  const ledger = useQuery(answers.ledger());
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = pairs;
  // The server does not look for whose words are contradicted: that is picked out here, of as many as it takes to find one.
  const found = data?.pages.some(({ items }) => items.some((item) => isAgainst(item, against))) ?? false;
  const seeks = against !== null && data !== undefined && !found && hasNextPage && !isError;
  useEffect(() => {
    if (seeks && !isFetching) void fetchNextPage();
  }, [seeks, isFetching, fetchNextPage]);
  const none = (
    <NoDisputes
      filtered={against !== null || isFiltered(query) || 'words' in query}
      empty={ledger.data?.reports === 0}
    />
  );
  return (
    <Page title="Disputes">
      <FilteredColumns
        query={query}
        facets={facets.data}
        offer={{ kind: false, disputed: false, counted: false }}
        label="Disputes found"
      >
        <p className="dim small">
          On the left what is contradicted, on the right what contradicts it, in the same report. Words and filters are
          those of the right.
        </p>
        <ActiveFilters query={query} />
        {against !== null && (
          <p className="disputes-against">
            <Button onClick={() => change({ against: null })} title="Take this away">
              against {against === '' ? 'a report’s own voice, or nobody named' : against}{' '}
              <span aria-hidden="true">×</span>
            </Button>
          </p>
        )}
        <ListAnswer of={pairs} what="disputes" empty={none}>
          {(all) => {
            const items = all.filter((item) => isAgainst(item, against));
            if (items.length === 0) return seeks ? <Loading what="disputes" /> : none;
            return inRows(items, ({ statement: { report } }) => `${report.id} ${report.version}`).map((row) => (
              <section key={`${row[0].statement.id} ${row[0].disputed?.id}`} className="disputes-report">
                <h2>
                  <ReportLine report={row[0].statement.report} />
                </h2>
                <ul>
                  {row.map((item) => (
                    <li key={`${item.statement.id} ${item.disputed?.id}`}>
                      <Pair item={item} />
                    </li>
                  ))}
                </ul>
              </section>
            ));
          }}
        </ListAnswer>
      </FilteredColumns>
    </Page>
  );
}

function NoDisputes({ filtered, empty }: { readonly filtered: boolean; readonly empty: boolean }): ReactElement {
  if (filtered)
    return (
      <EmptyState title="No dispute fits all of this.">
        Take a filter away, or look for fewer words. Words and filters are those of the statement that contradicts.
      </EmptyState>
    );
  if (!empty)
    return (
      <EmptyState title="Nobody contradicts anybody in these reports.">
        A dispute is found where a report has one speaker deny, doubt or oppose what another says, or what the report
        itself states.
      </EmptyState>
    );
  return (
    <EmptyState title="There is no report in this ledger yet.">
      <LinkButton look="main" href="/add">
        Add reports
      </LinkButton>
    </EmptyState>
  );
}
