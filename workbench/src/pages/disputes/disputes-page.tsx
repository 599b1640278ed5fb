import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function DisputesPage(): ReactElement {
  return <Page title="Disputes">{null}</Page>;
}
