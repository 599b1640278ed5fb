import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function StatementsPage(): ReactElement {
  return <Page title="Statements">{null}</Page>;
}
