import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { LedgerRecord, SearchHit } from '../../api/index.ts';
import { inRows, RecordItem, ReportLine } from '../../records/index.ts';
import { speakerAddress } from '../../url-state/index.ts';
import { labelOf, nameOfSpeaker } from '../../words/index.ts';

/** What was found, under the reports they stand in or the speakers they are of. */
export function Hits({
  hits,
  group,
}: {
  readonly hits: readonly SearchHit[];
  readonly group: 'report' | 'speaker';
}): ReactElement {
  const groups = inRows(hits, ({ record }) => (group === 'report' ? record.report.id : speakerOf(record)));
  return (
    <>
      {groups.map((row) => (
        <section key={row[0]!.record.id} className="statements-group">
          <h2>
            {group === 'report' ? (
              <ReportLine report={row[0]!.record.report} />
            ) : (
              <SpeakerHeading record={row[0]!.record} />
            )}
          </h2>
          <ul>
            {row.map(({ record, matches }) => (
              <li key={`${record.id} ${record.report.id}`}>
                <RecordItem record={record} matches={matches} without={group} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function speakerOf(record: LedgerRecord): string {
  return record.kind === 'own-voice' ? labelOf('kind', 'own-voice').label : nameOfSpeaker(record);
}

function SpeakerHeading({ record }: { readonly record: LedgerRecord }): ReactElement {
  const name = speakerOf(record);
  if (record.kind === 'own-voice' || (record.entity === null && record.speaker === null)) return <i>{name}</i>;
  return <Link href={speakerAddress(name, record.report.publisher)}>{name}</Link>;
}
