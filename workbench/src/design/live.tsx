import type { ReactElement, ReactNode } from 'react';

/** A line that screen readers tell whenever it changes; seen, too, unless it is `hidden`. */
export function Live({
  hidden = false,
  children,
}: {
  readonly hidden?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div role="status" className={hidden ? 'hidden' : undefined}>
      {children}
    </div>
  );
}
