import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { DisputeRecord, LedgerRecord } from '../../api/index.ts';
import { Chip } from '../../design/index.ts';
import { MarkedSentence, SpeakerName } from '../../records/index.ts';
import { statementAddress } from '../../url-state/index.ts';
import { percentOf } from '../../words/index.ts';

/** What is contradicted, and what contradicts it. */
export function Pair({ item: { statement, disputed } }: { readonly item: DisputeRecord }): ReactElement {
  return (
    <div className="disputes-pair">
      <div className="disputes-side">
        {disputed === null ? (
          <p className="dim">
            Words of the report that no statement stands for. <Link href={statementAddress(statement)}>Read them</Link>
          </p>
        ) : (
          <Side record={disputed} />
        )}
      </div>
      <p className="disputes-between">
        <span aria-hidden="true">←</span>
        <span className="hidden">is contradicted by</span>
      </p>
      <div className="disputes-side disputes-contradicts">
        <Side record={statement} />
      </div>
    </div>
  );
}

function Side({ record }: { readonly record: LedgerRecord }): ReactElement {
  return (
    <>
      <p className="record-about">
        {record.kind === 'own-voice' ? (
          <Chip.Value field="kind" value="own-voice" />
        ) : (
          <>
            <SpeakerName record={record} />
            {record.sourceType !== 'none' && <Chip.Value field="sourceType" value={record.sourceType} />}
            <Chip.Value field="stance" value={record.stance} />
            <Chip.Value field="quotation" value={record.quotation} />
            <span className="dim" title="how sure the reading is">
              {percentOf(record.confidence)}
            </span>
          </>
        )}
      </p>
      <p className="record-words">
        <Link href={statementAddress(record)}>
          <MarkedSentence record={record} />
        </Link>
      </p>
    </>
  );
}
