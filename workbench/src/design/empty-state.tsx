import type { ReactElement, ReactNode } from 'react';

/** What stands where there is nothing: why, and what to do about it. */
export function EmptyState({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  return (
    <div className="state">
      <p className="title">{title}</p>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}
