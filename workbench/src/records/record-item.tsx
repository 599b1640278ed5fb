import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { LedgerRecord, Span } from '../api/index.ts';
import { Chip } from '../design/index.ts';
import { statementAddress } from '../url-state/index.ts';
import { countOf, dayOf, percentOf, titleOf } from '../words/index.ts';
import { MarkedSentence } from './marked-sentence.tsx';
import { SpeakerName } from './speaker-name.tsx';
import './records.css';

interface RecordItemProps {
  readonly record: LedgerRecord;
  readonly matches?: readonly Span[];
  /** What stands above it already, so that it need not be said of each. */
  readonly without?: 'report' | 'speaker' | 'both';
}

/** A statement, or a clause of own voice, in a list: its sentence, whose word it is, and where it stands. */
export function RecordItem({ record, matches = [], without }: RecordItemProps): ReactElement {
  const { report } = record;
  return (
    <div className="record">
      <p className="record-words">
        <Link href={statementAddress(record)}>
          <MarkedSentence record={record} matches={matches} />
        </Link>
      </p>
      <p className="record-about">
        {record.kind === 'own-voice' ? (
          <Chip.Value field="kind" value="own-voice" />
        ) : (
          <>
            {without !== 'speaker' && without !== 'both' && <SpeakerName record={record} />}
            {record.sourceType !== 'none' && <Chip.Value field="sourceType" value={record.sourceType} />}
            <Chip.Value field="stance" value={record.stance} />
            {record.distance !== 'neutral' && <Chip.Value field="distance" value={record.distance} />}
            <Chip.Value field="quotation" value={record.quotation} />
            {record.disputedBy.length > 0 && (
              <Chip tone="against">disputed by {countOf(record.disputedBy.length, 'statement')}</Chip>
            )}
            {record.disputes.length > 0 && (
              <Chip tone="against">disputes {countOf(record.disputes.length, 'statement')}</Chip>
            )}
            <span className="dim" title="how sure the reading is">
              {percentOf(record.confidence)}
            </span>
          </>
        )}
        {without !== 'report' && without !== 'both' && (
          <span className="record-report dim">
            {[titleOf(report), report.publisher, dayOf(report.date)].filter((part) => part !== null).join(' · ')}
          </span>
        )}
      </p>
    </div>
  );
}
