import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';

/** What an address shows that is none of ours. */
export default function NotFoundPage(): ReactElement {
  return (
    <Page title="No such page">
      <EmptyState title="There is nothing at this address.">
        <Link href="/statements">Search the statements</Link> or <Link href="/documents">look through the reports</Link>
        .
      </EmptyState>
    </Page>
  );
}
