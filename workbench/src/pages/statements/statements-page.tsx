import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { EmptyState, LinkButton, ListAnswer, Live, useMedia } from '../../design/index.ts';
import { ActiveFilters, FilteredColumns } from '../../filters/index.ts';
import { Page } from '../../shell/index.ts';
import { isFiltered, useLedgerQuery } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';
import { Exports } from './exports.tsx';
import { Hits } from './hits.tsx';
import { Sorting } from './sorting.tsx';
import './statements.css';

/** All statements of the ledger: looked for by words, narrowed by what they are, taken along as a file. */
export default function StatementsPage(): ReactElement {
  const [query, { value }] = useLedgerQuery();
  const sort = value('sort');
  const group = value('group') === 'speaker' ? 'speaker' : 'report';
  const hits = useInfiniteQuery(answers.statements({ ...query, sort, limit: 50 }));
  const facets = useQuery(answers.facets({ ...query, most: 50 }));
  const narrow = useMedia('(max-width: 60rem)');
  return (
    <Page title="Statements" actions={!narrow && <Exports query={query} />}>
      <FilteredColumns query={query} facets={facets.data} label="Statements found">
        <div className="statements-bar">
          <Live>
            {facets.data !== undefined && !facets.isPlaceholderData && (
              <strong>{countOf(facets.data.count, nounOf(query['kind']), nounOf(query['kind'], true))}</strong>
            )}
          </Live>
          <Sorting />
        </div>
        <ActiveFilters query={query} />
        <ListAnswer
          of={hits}
          what="statements"
          empty={<NothingFound filtered={isFiltered(query) || 'words' in query} />}
        >
          {(items) => <Hits hits={items} group={group} />}
        </ListAnswer>
        {narrow && <Exports query={query} />}
      </FilteredColumns>
    </Page>
  );
}

function nounOf(kind: unknown, several = false): string {
  if (kind === 'own-voice') return several ? 'sentences in reports’ own voice' : 'sentence in a report’s own voice';
  if (kind === 'any') return several ? 'statements and own-voice sentences' : 'statement or own-voice sentence';
  return several ? 'statements' : 'statement';
}

function NothingFound({ filtered }: { readonly filtered: boolean }): ReactElement {
  if (filtered)
    return (
      <EmptyState title="No statement fits all of this.">
        Take a filter away, or look for fewer words. Words in “quotation marks” must stand side by side.
      </EmptyState>
    );
  return (
    <EmptyState title="There is no statement in this ledger yet.">
      <LinkButton look="main" href="/add">
        Add reports
      </LinkButton>
    </EmptyState>
  );
}
