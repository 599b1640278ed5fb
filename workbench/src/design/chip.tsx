import type { ReactElement, ReactNode } from 'react';
import { labelOf } from '../words/index.ts';

type Tone = 'plain' | 'against' | 'hedge' | 'own';

/** A word about something: its colour only repeats what the word says. */
export function Chip({
  tone,
  hint,
  children,
}: {
  readonly tone?: Tone;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <span className={tone === undefined ? 'chip' : `chip ${tone}`} title={hint}>
      {children}
    </span>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  denies: 'against',
  doubts: 'against',
  accuses: 'against',
  refuses: 'against',
  distancing: 'hedge',
  endorsing: 'hedge',
  'own-voice': 'own',
};

type Field = Parameters<typeof labelOf>[0];

/** A value of the engine in a chip, in people's words. */
Chip.Value = function ValueChip({ field, value }: { readonly field: Field; readonly value: string }): ReactElement {
  const { label, hint } = labelOf(field, value);
  const tone = tones[value] ?? (field === 'stance' ? 'plain' : undefined);
  return (
    <Chip hint={hint} {...(tone && { tone })}>
      {label}
    </Chip>
  );
};
