import { useMemo, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { ReportReading, StatementRecord } from '../../api/index.ts';
import { Chip } from '../../design/index.ts';
import { MarkedSentence } from '../../records/index.ts';
import { statementAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';

/** What one report has one speaker say, in the words of the report; each sentence leads to its place there. */
export function Sentences({
  reading,
  ids,
  most = 3,
}: {
  readonly reading: ReportReading;
  readonly ids: readonly string[];
  /** More than these are folded away. */
  readonly most?: number;
}): ReactElement {
  const records = useMemo(() => recordsOf(reading, ids), [reading, ids]);
  const [open, folded] = [records.slice(0, most), records.slice(most)];
  const list = (some: readonly StatementRecord[]): ReactElement => (
    <ol className="compare-sentences">
      {some.map((record) => (
        <li key={record.id}>
          <Link href={statementAddress(record)}>
            <MarkedSentence record={record} />
          </Link>
          <p className="compare-about">
            <Chip.Value field="stance" value={record.stance} />
            {record.distance !== 'neutral' && <Chip.Value field="distance" value={record.distance} />}
            <Chip.Value field="quotation" value={record.quotation} />
            {record.disputedBy.length > 0 && <Chip tone="against">disputed</Chip>}
          </p>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {list(open)}
      {folded.length > 0 && (
        <details>
          <summary className="small">{countOf(folded.length, 'more statement')}</summary>
          {list(folded)}
        </details>
      )}
    </>
  );
}

function recordsOf({ report, model, statements }: ReportReading, ids: readonly string[]): StatementRecord[] {
  const asked = new Set(ids);
  return statements.filter(({ id }) => asked.has(id)).map((statement) => ({ ...statement, report, model }));
}
