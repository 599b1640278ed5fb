import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { Navigation } from './navigation.tsx';
import { SearchBox } from './search-box.tsx';
import { useArrival } from './use-arrival.ts';
import './shell.css';

interface ShellProps {
  /** What stands above every page. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page. */
export function Shell({ notice, children }: ShellProps): ReactElement {
  const main = useArrival();
  return (
    <>
      <a className="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        Skip to the page
      </a>
      <header className="shell-header no-print">
        <Link className="brand" href="/">
          According
        </Link>
        <Navigation />
        <SearchBox />
      </header>
      {notice}
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
