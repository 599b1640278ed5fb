import type { ReactElement } from 'react';
import type { Facets, Parameters } from '../../api/index.ts';
import { Field } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { numberOf, percentOf } from '../../words/index.ts';
import { FacetList, SpeakerFacet } from './facet-list.tsx';
import { SpeakerField } from './speaker-field.tsx';

const confidences = [0.5, 0.6, 0.7, 0.8, 0.9];

const kinds = [
  { value: '', label: 'statements' },
  { value: 'own-voice', label: 'reports’ own voice' },
  { value: 'any', label: 'both' },
];

/** Everything that narrows what is found, with how many there are of each. */
export function Filters({
  query,
  facets,
}: {
  readonly query: Parameters;
  readonly facets: Facets | undefined;
}): ReactElement {
  const { value, change } = useAddress();
  return (
    <div className="statements-facets">
      <fieldset>
        <legend>Whose word</legend>
        {kinds.map((kind) => (
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
        <label>
          <input
            type="checkbox"
            checked={value('disputed') === 'true'}
            onChange={({ target }) => change({ disputed: target.checked })}
          />
          disputed only
        </label>
      </fieldset>
      <FacetList field="stance" title="Stance" query={query} facets={facets} />
      <FacetList field="sourceType" title="Kind of source" query={query} facets={facets} />
      <FacetList field="distance" title="Distance" query={query} facets={facets} />
      <FacetList field="quotation" title="Quotation" query={query} facets={facets} />
      <FacetList field="publisher" title="Outlet" query={query} facets={facets} />
      <div className="statements-facet">
        <SpeakerField key={value('speaker') ?? ''} />
        <SpeakerFacet facets={facets} />
      </div>
      <div className="statements-facet statements-dates">
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
        <details className="statements-facet">
          <summary>Months</summary>
          <ul>
            {facets.month.toReversed().map(({ value: month, count }) => (
              <li key={month}>
                <button type="button" className="statements-value" onClick={() => change({ from: month, to: month })}>
                  <span>{month}</span>
                  <span className="dim">{numberOf(count)}</span>
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
