import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { Loading } from './loading.tsx';

interface AnswerProps<Data> {
  readonly of: UseQueryResult<Data>;
  /** What is waited for: `the report`. */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** What `useQuery` gives: shown once it is there, and what goes on until then. */
export function Answer<Data>({
  of: { data, error, isPlaceholderData, refetch },
  what,
  children,
}: AnswerProps<Data>): ReactElement {
  if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what={what} />;
  return isPlaceholderData ? <div className="stale">{children(data)}</div> : <>{children(data)}</>;
}
