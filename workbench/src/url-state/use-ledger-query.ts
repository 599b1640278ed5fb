import { useMemo } from 'react';
import type { Parameters } from '../api/index.ts';
import { queryFromSearch } from './ledger-query.ts';
import { useAddress, type Address } from './use-address.ts';

/** The filters of the page's address as parameters of the server, the same object until one changes. */
export function useLedgerQuery(): readonly [Parameters, Address] {
  const address = useAddress();
  const { search } = address;
  const query = useMemo(() => queryFromSearch(search), [search]);
  return [query, address];
}
