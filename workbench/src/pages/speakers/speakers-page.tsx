import type { ReactElement } from 'react';
import { Page } from '../../shell/index.ts';

export default function SpeakersPage(): ReactElement {
  return <Page title="Speakers">{null}</Page>;
}
