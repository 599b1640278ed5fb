import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function SpeakerPage(): ReactElement {
  return <Page title="Speaker">{null}</Page>;
}
