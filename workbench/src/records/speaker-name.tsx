import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { StatementRecord } from '../api/index.ts';
import { speakerAddress } from '../url-state/index.ts';
import { nameOfSpeaker } from '../words/index.ts';

/** Whose word a statement is, with the way to all that they say; nobody in particular has no page. */
export function SpeakerName({ record }: { readonly record: StatementRecord }): ReactElement {
  const name = nameOfSpeaker(record);
  if (record.entity === null && record.speaker === null) return <i>{name}</i>;
  return (
    <Link className="record-speaker" href={speakerAddress(name, record.report.publisher)}>
      {name}
    </Link>
  );
}
