import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function ComparePage(): ReactElement {
  return <Page title="Compare">{null}</Page>;
}
