import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { get, type Page, type SpeakerSummary } from '../../api/index.ts';
import { ErrorState } from '../../design/index.ts';
import { speakerAddress } from '../../url-state/index.ts';
import { countOf, outletLabel } from '../../words/index.ts';

interface SameDescriptionProps {
  readonly name: string;
  /** Whose is shown already; null where that has to be chosen. */
  readonly publisher: string | null;
  /** Why there is no speaker, shown where no outlet has this description either. */
  readonly error?: Error | null;
  readonly refetch?: () => void;
}

/** Other outlets that describe somebody by the same words. */
export function SameDescription({ name, publisher, error, refetch }: SameDescriptionProps): ReactElement | null {
  const words = `"${name.replaceAll('"', ' ')}"`;
  const list = useQuery({
    queryKey: ['entities', words, 'same'],
    queryFn: ({ signal }) => get<Page<SpeakerSummary>>('entities', { words, limit: 500 }, signal),
  });
  if (list.data === undefined) return null;
  const same = list.data.items.filter((other) => other.name === name && other.publisher !== publisher);
  if (same.length === 0) return error ? <ErrorState error={error} {...(refetch && { retry: refetch })} /> : null;
  return (
    <div className={publisher === null ? 'speaker-same card' : 'speaker-same'}>
      <p>
        {publisher === null
          ? `“${name}” speaks in several outlets; that need not be one person:`
          : 'So described elsewhere, too:'}
      </p>
      <ul>
        {same.map((other) => (
          <li key={other.publisher}>
            <Link href={speakerAddress(name, other.publisher)}>{outletLabel(other.publisher ?? '')}</Link>{' '}
            <span className="dim small">{countOf(other.statements, 'statement')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
