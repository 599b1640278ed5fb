import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { Button, Field } from '../../design/index.ts';
import { useTypedWords } from '../../filters/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { countOf, numberOf } from '../../words/index.ts';

const orders = [
  { value: '', label: 'newest first' },
  { value: 'title', label: 'by title' },
  { value: 'statements', label: 'most statements first' },
];

/** Title words, outlet and dates of reports. */
export function DocumentsFilters({ all }: { readonly all: number | undefined }): ReactElement {
  const { value, change } = useAddress();
  const typed = useTypedWords();
  // Outlets by how much stands in them, statements and own voice.
  const outlets = useQuery(answers.facets({ kind: 'any', most: 200 })).data?.publisher ?? [];
  const outlet = value('publisher');
  const filtered = ['words', 'publisher', 'from', 'to'].some((name) => value(name) !== null);
  const day = (name: 'from' | 'to', label: string): ReactElement => (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="date"
          value={/^\d{4}-\d\d-\d\d$/u.test(value(name) ?? '') ? value(name)! : ''}
          onChange={({ target }) => change({ [name]: target.value }, 'in-place')}
        />
      )}
    </Field>
  );
  return (
    <search className="documents-filters no-print">
      <Field label="Words of the title">
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
      <Field label="Outlet">
        {(id) => (
          <select id={id} value={outlet ?? ''} onChange={({ target }) => change({ publisher: target.value })}>
            <option value="">all</option>
            {outlet !== null && outlets.every((other) => other.value !== outlet) && <option>{outlet}</option>}
            {outlets
              .filter((other) => other.value !== '')
              .map((other) => (
                <option key={other.value}>{other.value}</option>
              ))}
          </select>
        )}
      </Field>
      {day('from', 'From')}
      {day('to', 'To')}
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
      <p className="dim small">
        {filtered ? (
          <Button look="quiet" onClick={() => change({ words: null, publisher: null, from: null, to: null })}>
            Show all{all !== undefined && ` ${numberOf(all)}`}
          </Button>
        ) : (
          all !== undefined && countOf(all, 'report')
        )}
      </p>
    </search>
  );
}
