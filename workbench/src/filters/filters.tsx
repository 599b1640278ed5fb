import type { ReactElement } from 'react';
import type { Facets, Parameters } from '../api/index.ts';
import { Field } from '../design/index.ts';
import { useAddress } from '../url-state/index.ts';
import { numberOf, percentOf } from '../words/index.ts';
import { FacetList, SpeakerFacet } from './facet-list.tsx';
import { SpeakerField } from './speaker-field.tsx';

const confidences = [0.5, 0.6, 0.7, 0.8, 0.9];

const kinds = [
  { value: '', label: 'statements' },
  { value: 'own-voice', label: 'reports’ own voice' },
  { value: 'any', label: 'both' },
];

/** What a page lets its readers ask for; all of it, unless it says otherwise. */
export interface Offer {
  /** Statements, own voice or both. */
  readonly kind?: boolean;
  readonly disputed?: boolean;
  /** Whether how many there are of each value is how many would be found. */
  readonly counted?: boolean;
}

interface FiltersProps {
  readonly query: Parameters;
  readonly facets: Facets | undefined;
  readonly offer?: Offer | undefined;
}

/** Everything that narrows what is found, with how many there are of each. */
export function Filters({ query, facets, offer = {} }: FiltersProps): ReactElement {
  const { kind: offersKind = true, disputed: offersDisputed = true, counted = true } = offer;
  const { value, change } = useAddress();
  const shared = { query, facets, counted };
  return (
    <div className="filters-facets">
      {(offersKind || offersDisputed) && (
        <fieldset>
          <legend>Whose word</legend>
          {offersKind &&
            kinds.map((kind) => (
              <label key={kind.value}>
                <input
                  type="radio"
                  name="kind"
                  checked={(value('kind') ?? '') === kind.value}
                  onChange={() => change({ kind: kind.value })}
                />
                {kind.label}
              </label>
            ))}
          {offersDisputed && (
            <label>
              <input
                type="checkbox"
                checked={value('disputed') === 'true'}
                onChange={({ target }) => change({ disputed: target.checked })}
              />
              disputed only
            </label>
          )}
        </fieldset>
      )}
      <FacetList field="stance" title="Stance" {...shared} />
      <FacetList field="sourceType" title="Kind of source" {...shared} />
      <FacetList field="distance" title="Distance" {...shared} />
      <FacetList field="quotation" title="Quotation" {...shared} />
      <FacetList field="publisher" title="Outlet" {...shared} />
      <div className="filters-facet">
        <SpeakerField key={value('speaker') ?? ''} />
        <SpeakerFacet facets={facets} counted={counted} />
      </div>
      <div className="filters-facet filters-dates">
        <Field label="From">
          {(id) => (
            <input
              id={id}
              type="date"
              value={dayIn(value('from'))}
              onChange={({ target }) => change({ from: target.value }, 'in-place')}
            />
          )}
        </Field>
        <Field label="To">
          {(id) => (
            <input
              id={id}
              type="date"
              value={dayIn(value('to'))}
              onChange={({ target }) => change({ to: target.value }, 'in-place')}
            />
          )}
        </Field>
      </div>
      <Field label="Confidence">
        {(id) => (
          <select
            id={id}
            value={value('minConfidence') ?? ''}
            onChange={({ target }) => change({ minConfidence: target.value })}
          >
            <option value="">any</option>
            {confidences.map((least) => (
              <option key={least} value={least}>
                {percentOf(least)} or more
              </option>
            ))}
          </select>
        )}
      </Field>
      {facets !== undefined && facets.month.length > 1 && (
        <details className="filters-facet">
          <summary>Months</summary>
          <ul>
            {facets.month.toReversed().map(({ value: month, count }) => (
              <li key={month}>
                <button type="button" className="filters-value" onClick={() => change({ from: month, to: month })}>
                  <span>{month}</span>
                  <span className="dim">{counted && numberOf(count)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What a date control can show; a month or a year alone stands among the filters above the list. */
function dayIn(date: string | null): string {
  return date !== null && /^\d{4}-\d\d-\d\d$/u.test(date) ? date : '';
}
