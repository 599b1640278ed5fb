import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function ReaderPage(): ReactElement {
  return <Page title="Report">{null}</Page>;
}
