import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function AddPage(): ReactElement {
  return <Page title="Add reports">{null}</Page>;
}
