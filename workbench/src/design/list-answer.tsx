import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { Page } from '../api/index.ts';
import { Button } from './button.tsx';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

interface ListAnswerProps<Item> {
  readonly of: UseInfiniteQueryResult<InfiniteData<Page<Item>>>;
  /** What it is a list of, in the plural: `statements`. */
  readonly what: string;
  /** What stands there where nothing is found. */
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** What `useInfiniteQuery` gives: the items so far, and a button for more. */
export function ListAnswer<Item>({ of: list, what, empty, children }: ListAnswerProps<Item>): ReactElement {
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData } = list;
  const retry = (): void => void list.refetch();
  const more = (): void => void list.fetchNextPage();
  if (data === undefined) return error === null ? <Loading what={what} /> : <ErrorState error={error} retry={retry} />;
  if (isPlaceholderData && error !== null) return <ErrorState error={error} retry={retry} />;
  const items = data.pages.flatMap((page) => page.items);
  return (
    <div className={isPlaceholderData ? 'stale' : undefined} aria-busy={isPlaceholderData || isFetchingNextPage}>
      {items.length === 0 ? empty : children(items)}
      {error !== null && <ErrorState error={error} retry={more} />}
      {hasNextPage && error === null && (
        <p className="more no-print">
          <Button onClick={more} disabled={isFetchingNextPage}>
            {isFetchingNextPage ? 'Loading …' : `More ${what}`}
          </Button>
        </p>
      )}
    </div>
  );
}
