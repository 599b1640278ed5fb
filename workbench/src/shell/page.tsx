import { useEffect, type ReactElement, type ReactNode } from 'react';

interface PageProps {
  /** Stands above the page and in the browser's tab. */
  readonly title: string;
  /** Shown in place of the title where it needs more than words. */
  readonly heading?: ReactNode;
  /** What can be done with the page as a whole, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its title. */
export function Page({ title, heading, actions, children }: PageProps): ReactElement {
  useEffect(() => {
    document.title = `${title} – According`;
  }, [title]);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{heading || title}</h1>
        {actions && <div className="page-actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
