import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function OverviewPage(): ReactElement {
  return <Page title="Overview">{null}</Page>;
}
