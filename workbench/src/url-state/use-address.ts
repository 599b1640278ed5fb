import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { searchOf, type Parameters } from '../api/index.ts';

/** Parameters to set; undefined, null, '' and false take one away. Those not named stay. */
export type Changes = Parameters;

export interface Address {
  readonly search: URLSearchParams;
  /** The first value of a parameter. */
  readonly value: (name: string) => string | null;
  readonly values: (name: string) => readonly string[];
  /**
   * Changes parameters: as a step that the Back button undoes, or, for what changes with every key or is merely looked
   * at, in place.
   */
  readonly change: (changes: Changes, how?: 'step' | 'in-place') => void;
  /** The address with these changes, for a link. */
  readonly with: (changes: Changes) => string;
}

/** The parameters of the page's address, and how to change them. */
export function useAddress(): Address {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (changes: Changes, how: 'step' | 'in-place' = 'step') =>
      setSearch((before) => changed(before, changes), { replace: how === 'in-place' }),
    [setSearch],
  );
  return useMemo(
    () => ({
      search,
      value: (name) => search.get(name),
      values: (name) => search.getAll(name),
      change,
      with: (changes) => `?${changed(search, changes).toString()}`,
    }),
    [search, change],
  );
}

function changed(before: URLSearchParams, changes: Changes): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const name of Object.keys(changes)) after.delete(name);
  for (const [name, value] of searchOf(changes)) after.append(name, value);
  return after;
}
