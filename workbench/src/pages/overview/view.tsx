import type { ReactElement } from 'react';
import { Button } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';

/** Whether bars are as long as their counts, or all of one length. */
export function View(): ReactElement {
  const { value, change } = useAddress();
  const shares = value('as') === 'share';
  return (
    <span role="group" aria-label="Bars show" className="overview-view no-print">
      <Button pressed={!shares} onClick={() => change({ as: null }, 'in-place')}>
        Counts
      </Button>
      <Button pressed={shares} onClick={() => change({ as: 'share' }, 'in-place')}>
        Shares
      </Button>
    </span>
  );
}
