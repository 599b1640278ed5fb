import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { Button, Field } from '../../design/index.ts';
import { useTypedWords } from '../../filters/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { outletLabel, sourceTypeLabels } from '../../words/index.ts';

const orders = [
  { value: '', label: 'most statements first' },
  { value: 'name', label: 'by name' },
  { value: 'date', label: 'who spoke last first' },
];

/** Who speaks nowhere is no speaker. */
const kinds = Object.entries(sourceTypeLabels).filter(([kind]) => kind !== 'none');

/** Words of the name, kind of source, outlet, order. */
export function SpeakersFilters({ filtered }: { readonly filtered: boolean }): ReactElement {
  const { value, values, change } = useAddress();
  const typed = useTypedWords();
  const outlets = useQuery(answers.facets({ most: 200 })).data?.publisher ?? [];
  const [outlet = null] = values('publisher');
  return (
    <search className="speakers-filters no-print">
      <Field label="Words of the name">
        {(id) => (
          <input
            id={id}
            ref={typed.input}
            type="search"
            autoComplete="off"
            defaultValue={typed.words}
            onInput={typed.onInput}
          />
        )}
      </Field>
      <Field label="Kind of source">
        {(id) => (
          <select
            id={id}
            value={value('sourceType') ?? ''}
            onChange={({ target }) => change({ sourceType: target.value })}
          >
            <option value="">all</option>
            {kinds.map(([kind, { label }]) => (
              <option key={kind} value={kind}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Outlet">
        {(id) => (
          <select id={id} value={outlet ?? ''} onChange={({ target }) => change({ publisher: target.value })}>
            <option value="">all</option>
            {outlet !== null && outlets.every((other) => other.value !== outlet) && (
              <option value={outlet}>{outletLabel(outlet)}</option>
            )}
            {outlets.map((other) => (
              <option key={other.value}>{other.value}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Order">
        {(id) => (
          <select id={id} value={value('sort') ?? ''} onChange={({ target }) => change({ sort: target.value })}>
            {orders.map((order) => (
              <option key={order.value} value={order.value}>
                {order.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {filtered && (
        <p>
          <Button look="quiet" onClick={() => change({ words: null, sourceType: null, publisher: null })}>
            Show all
          </Button>
        </p>
      )}
    </search>
  );
}
