import type { ReactElement } from 'react';

/** Shown while something is on its way; not at all where it comes at once. */
export function Loading({ what }: { readonly what: string }): ReactElement {
  return (
    <div className="state loading" role="status">
      Loading {what} …
    </div>
  );
}
