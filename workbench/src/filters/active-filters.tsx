import type { ReactElement } from 'react';
import type { Parameters } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { toggled, useAddress, type Changes } from '../url-state/index.ts';
import { percentOf, reportDateOf } from '../words/index.ts';
import { facetLabel } from './facet-list.tsx';

interface ActiveFilter {
  readonly label: string;
  /** What takes it away. */
  readonly without: Changes;
}

/** What narrows the list now, each to be taken away again. */
export function ActiveFilters({ query }: { readonly query: Parameters }): ReactElement | null {
  const { values, change } = useAddress();
  const active: ActiveFilter[] = [];
  for (const field of ['stance', 'sourceType', 'distance', 'quotation', 'publisher'] as const)
    for (const value of values(field))
      active.push({ label: facetLabel(field, value), without: { [field]: toggled(values(field), value) } });
  const words = (name: string, say: (value: string) => string): void => {
    const value = query[name];
    if (typeof value === 'string') active.push({ label: say(value), without: { [name]: null } });
  };
  words('speaker', (value) => `speaker: ${value}`);
  words('speakerName', (value) => `by ${value === '' ? 'nobody named' : value}`);
  words('from', (value) => `from ${reportDateOf(value)}`);
  words('to', (value) => `to ${reportDateOf(value)}`);
  words('minConfidence', (value) => `${percentOf(Number(value))} sure or more`);
  words('report', (value) => `in report ${value}`);
  words('versions', (value) => `${value} versions`);
  words('readings', (value) => `${value} readings`);
  if (query['disputed'] === true) active.push({ label: 'disputed', without: { disputed: null } });
  if (active.length === 0) return null;
  const none = Object.assign(
    {},
    ...active.map(({ without }) => Object.fromEntries(Object.keys(without).map((name) => [name, null]))),
  ) as Changes;
  return (
    <ul className="filters-active" aria-label="Filters in use">
      {active.map(({ label, without }, index) => (
        <li key={index}>
          <Button onClick={() => change(without)} aria-label={`Without: ${label}`}>
            {label} <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <Button look="quiet" onClick={() => change(none)}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
}
