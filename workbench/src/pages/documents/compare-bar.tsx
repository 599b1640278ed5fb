import type { ReactElement } from 'react';
import { Button, LinkButton } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';

/** The reports that are ticked, and the way to them side by side. */
export function CompareBar({ chosen }: { readonly chosen: readonly string[] }): ReactElement | null {
  const { change } = useAddress();
  if (chosen.length === 0) return null;
  const address = `/compare?${new URLSearchParams(chosen.map((id) => ['document', id])).toString()}`;
  return (
    <div className="documents-compare card" role="status">
      {chosen.length < 2 ? (
        <span>Tick one or two more reports to compare them.</span>
      ) : (
        <LinkButton look="main" href={address}>
          Compare {countOf(chosen.length, 'report')}
        </LinkButton>
      )}
      <Button look="quiet" onClick={() => change({ document: null }, 'in-place')}>
        Untick
      </Button>
    </div>
  );
}
