import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { answers, type FacetCount, type Facets, type Parameters } from '../api/index.ts';
import { Button } from '../design/index.ts';
import { toggled, useAddress } from '../url-state/index.ts';
import { labelOf, numberOf, outletLabel } from '../words/index.ts';

type FacetField = 'sourceType' | 'stance' | 'distance' | 'quotation' | 'publisher';

/** More values than these are shown when asked for. */
const fewValues = 7;

interface FacetListProps {
  readonly field: FacetField;
  readonly title: string;
  readonly query: Parameters;
  readonly facets: Facets | undefined;
  readonly counted: boolean;
}

/** The values of a field, each with how many there are, to be ticked. */
export function FacetList({ field, title, query, facets, counted }: FacetListProps): ReactElement | null {
  const { values, change } = useAddress();
  const [all, setAll] = useState(false);
  const chosen = values(field);
  // Where one is ticked, the counts of the others are those that ticking them, too, would bring in.
  const others = useQuery({
    ...answers.facets({ ...query, [field]: undefined, most: 50 }),
    enabled: chosen.length > 0,
  });
  const source = chosen.length > 0 ? others.data : facets;
  const counts = withChosen(source?.[field] ?? [], chosen);
  if (counts.length === 0) return null;
  const few =
    all || counts.length <= fewValues + 1
      ? counts
      : counts.filter(({ value }, index) => index < fewValues || chosen.includes(value));
  return (
    <fieldset className="filters-facet">
      <legend>{title}</legend>
      {few.map(({ value, count }) => (
        <label key={value} title={hintOf(field, value)}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => change({ [field]: toggled(chosen, value) })}
          />
          <span>{facetLabel(field, value)}</span>
          <span className="dim">{count === null || !counted ? '' : numberOf(count)}</span>
        </label>
      ))}
      {few.length < counts.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {numberOf(counts.length - few.length)} more
        </Button>
      )}
    </fieldset>
  );
}

/** Speakers that say most of what is found; one can be chosen. */
export function SpeakerFacet({
  facets,
  counted,
}: {
  readonly facets: Facets | undefined;
  readonly counted: boolean;
}): ReactElement | null {
  const { value, change } = useAddress();
  const [all, setAll] = useState(false);
  const chosen = value('speakerName');
  const counts = (facets?.speaker ?? []).filter((count) => count.value !== '');
  const speakers = withChosen(counts, chosen === null ? [] : [chosen]);
  if (speakers.length === 0) return null;
  const few = all ? speakers : speakers.slice(0, fewValues);
  return (
    <>
      <ul aria-label="Speakers">
        {few.map(({ value: name, count }) => (
          <li key={name}>
            <button
              type="button"
              className="filters-value"
              aria-pressed={name === chosen}
              onClick={() => change({ speakerName: name === chosen ? null : name })}
            >
              <span>{name}</span>
              <span className="dim">{count === null || !counted ? '' : numberOf(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {few.length < speakers.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {numberOf(speakers.length - few.length)} more
        </Button>
      )}
    </>
  );
}

/** How a value is called where it can be ticked; outlets have their own names. */
export function facetLabel(field: FacetField, value: string): string {
  if (field === 'publisher') return outletLabel(value);
  return labelOf(field, value).label;
}

function hintOf(field: FacetField, value: string): string | undefined {
  return field === 'publisher' ? undefined : labelOf(field, value).hint;
}

/** The counts, and what is chosen although there is none of it, so that it can be taken away. */
function withChosen(
  counts: readonly FacetCount[],
  chosen: readonly string[],
): { value: string; count: number | null }[] {
  const missing = chosen.filter((value) => counts.every((other) => other.value !== value));
  return [...counts, ...missing.map((value) => ({ value, count: null }))];
}
