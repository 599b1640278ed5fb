import type { ReactElement } from 'react';
import { Button } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';

const orders = [
  { value: 'relevance', label: 'best first' },
  { value: 'date', label: 'newest first' },
  { value: 'confidence', label: 'surest first' },
  { value: 'speaker', label: 'by speaker' },
] as const;

/** In which order, and under which headings. */
export function Sorting(): ReactElement {
  const { value, change } = useAddress();
  const usual = value('words') === null ? 'date' : 'relevance';
  const bySpeaker = value('group') === 'speaker';
  return (
    <div className="statements-sorting no-print">
      <span role="group" aria-label="Group by">
        <Button pressed={!bySpeaker} onClick={() => change({ group: null, sort: null })}>
          By report
        </Button>{' '}
        {/* Only in this order do all of a speaker's stand together, however long the list is. */}
        <Button pressed={bySpeaker} onClick={() => change({ group: 'speaker', sort: 'speaker' })}>
          By speaker
        </Button>
      </span>
      <select
        aria-label="Order"
        value={value('sort') ?? usual}
        onChange={({ target }) => change({ sort: target.value === usual ? null : target.value })}
      >
        {orders
          .filter((order) => order.value !== 'relevance' || usual === 'relevance')
          .map((order) => (
            <option key={order.value} value={order.value}>
              {order.label}
            </option>
          ))}
      </select>
    </div>
  );
}
