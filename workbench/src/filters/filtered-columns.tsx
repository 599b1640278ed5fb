import type { ReactElement, ReactNode } from 'react';
import type { Facets, Parameters } from '../api/index.ts';
import { useMedia } from '../design/index.ts';
import { Filters, type Offer } from './filters.tsx';
import { SearchForm } from './search-form.tsx';
import './filters.css';

interface FilteredColumnsProps {
  readonly query: Parameters;
  readonly facets: Facets | undefined;
  readonly offer?: Offer;
  /** What stands beside the filters. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What is found, with the words that are looked for above it and the filters beside it. */
export function FilteredColumns({ query, facets, offer, label, children }: FilteredColumnsProps): ReactElement {
  const narrow = useMedia('(max-width: 60rem)');
  const filters = <Filters query={query} facets={facets} offer={offer} />;
  return (
    <>
      <SearchForm />
      <div className="filters-columns">
        <aside className="filters-aside no-print" aria-label="Filters">
          {narrow ? (
            <details>
              <summary className="button">Filters</summary>
              {filters}
            </details>
          ) : (
            filters
          )}
        </aside>
        <section aria-label={label}>{children}</section>
      </div>
    </>
  );
}
