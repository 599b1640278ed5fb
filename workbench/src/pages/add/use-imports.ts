import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { answers, importEventsAddress, send, type Import } from '../../api/index.ts';

type List = { readonly items: readonly Import[] };

export interface Imports {
  readonly list: UseQueryResult<List>;
  /** Whether what is shown of the one that runs may be out of date. */
  readonly cutOff: boolean;
  /** Takes in what the server has answered about one. */
  readonly took: (one: Import) => void;
  readonly stop: UseMutationResult<Import, Error, string>;
  readonly retry: UseMutationResult<Import, Error, string>;
}

/** The imports that the server remembers; the one that runs is told of as it goes on. */
export function useImports(): Imports {
  const client = useQueryClient();
  const list = useQuery({ ...answers.imports(), refetchOnMount: 'always' as const });
  const [cutOff, setCutOff] = useState(false);
  const took = useCallback(
    (one: Import) => {
      client.setQueryData<List>(answers.imports().queryKey, (before) => {
        const items = before?.items ?? [];
        const known = items.some(({ id }) => id === one.id);
        return { items: known ? items.map((item) => (item.id === one.id ? one : item)) : [one, ...items] };
      });
    },
    [client],
  );
  // One at a time runs, and a browser has few connections to one server.
  const running = list.data?.items.findLast(({ state }) => state === 'running')?.id ?? null;
  useEffect(() => {
    if (running === null) return undefined;
    const events = new EventSource(importEventsAddress(running));
    const hear = ({ data }: MessageEvent<string>): void => {
      setCutOff(false);
      took(JSON.parse(data) as Import);
    };
    events.addEventListener('progress', hear);
    events.addEventListener('done', (event) => {
      events.close();
      hear(event);
      // Whatever pages show of the ledger may have changed.
      void client.invalidateQueries();
    });
    events.addEventListener('error', () => {
      // The browser tries again by itself, unless the server has refused: then the list says what has become of it.
      setCutOff(true);
      if (events.readyState === EventSource.CLOSED)
        void client.invalidateQueries({ queryKey: answers.imports().queryKey });
    });
    return () => events.close();
  }, [running, client, took]);
  const stop = useMutation({ mutationFn: (id: string) => send<Import>('DELETE', `imports/${id}`), onSuccess: took });
  const retry = useMutation({
    mutationFn: (id: string) => send<Import>('POST', `imports/${id}/retry`),
    onSuccess: took,
  });
  return { list, cutOff: cutOff && running !== null, took, stop, retry };
}
