import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function DocumentsPage(): ReactElement {
  return <Page title="Reports">{null}</Page>;
}
