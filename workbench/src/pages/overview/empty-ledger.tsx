import type { ReactElement } from 'react';
import { LinkButton } from '../../design/index.ts';
import { countOf } from '../../words/index.ts';

/** What a ledger without any report says, and where it leads. */
export function EmptyLedger({ failures }: { readonly failures: number }): ReactElement {
  return (
    <div className="overview-empty card">
      <h2>This ledger is empty.</h2>
      <p>
        Add news reports, and this page shows whose word they are made of: who is quoted and who is only “a source”, who
        denies what, and how much the reports state in their own voice. Every count leads to its sentences.
      </p>
      <p>
        <LinkButton look="main" href="/add">
          Add reports
        </LinkButton>
      </p>
      <p className="dim small">
        Paste a text, drop files or a folder, or give the address of a page or a feed. From the command line:{' '}
        <code>according add FOLDER --ledger FILE</code>
      </p>
      {failures > 0 && (
        <p role="alert">
          {countOf(failures, 'report')} could not be read.{' '}
          <LinkButton look="quiet" href="/add">
            See why
          </LinkButton>
        </p>
      )}
    </div>
  );
}
