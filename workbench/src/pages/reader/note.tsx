import { memo, type ReactElement } from 'react';
import { Chip } from '../../design/index.ts';
import { countOf, percentOf } from '../../words/index.ts';
import { NoteDetails } from './note-details.tsx';
import { References } from './references.tsx';
import type { Entry, ReadingView } from './reading-view.ts';
import type { RecordedReport } from '../../api/index.ts';

/** Below this a statement is shown as one to be looked at again. */
export const leastConfidence = 0.5;

/** How a note stands to what is chosen. */
export type Standing = 'chosen' | 'pointed' | 'against' | 'by' | 'apart';

interface NoteProps {
  readonly entry: Entry;
  readonly view: ReadingView;
  readonly report: RecordedReport;
  readonly standing: Standing;
  readonly open: boolean;
  readonly reachable: boolean;
  readonly onChoose: (statement: number) => void;
}

/** A statement in the margin: who, how, and what contradicts it; everything else once it is opened. */
export const Note = memo(function Note({
  entry,
  view,
  report,
  standing,
  open,
  reachable,
  onChoose,
}: NoteProps): ReactElement {
  const { index, statement, name } = entry;
  const unsure = statement.confidence < leastConfidence;
  return (
    <li className={`reader-note ${standing}${unsure ? ' unsure' : ''}`} data-note={index}>
      <button
        type="button"
        className="reader-note-head"
        aria-expanded={open}
        aria-current={standing === 'chosen' ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        data-note-button={index}
      >
        <span className="reader-note-number">{index + 1}</span>
        <span
          className={statement.entity === null && statement.speaker === null ? 'reader-name nobody' : 'reader-name'}
        >
          {name}
        </span>
        <span className="reader-chips">
          {statement.sourceType !== 'none' && statement.sourceType !== 'person' && (
            <Chip.Value field="sourceType" value={statement.sourceType} />
          )}
          {statement.stance !== 'asserts' && <Chip.Value field="stance" value={statement.stance} />}
          {statement.distance !== 'neutral' && <Chip.Value field="distance" value={statement.distance} />}
          <span className="reader-sure" title="how sure the reading is">
            {percentOf(statement.confidence)}
            {unsure && ' ?'}
          </span>
        </span>
      </button>
      <Disputes entry={entry} view={view} onChoose={onChoose} />
      {open && <NoteDetails entry={entry} view={view} report={report} onChoose={onChoose} />}
    </li>
  );
});

function Disputes({ entry, view, onChoose }: Pick<NoteProps, 'entry' | 'view' | 'onChoose'>): ReactElement | null {
  const { disputes, disputesOwn, disputedBy } = entry;
  if (disputes.length + disputesOwn.length + disputedBy.length === 0) return null;
  return (
    <p className="reader-dispute">
      {(disputes.length > 0 || disputesOwn.length > 0) && (
        <span>
          disputes <References to={disputes} view={view} onChoose={onChoose} />
          {disputesOwn.length > 0 && (
            <>
              {disputes.length > 0 && ' and '}
              {disputesOwn.length === 1
                ? 'the report’s own words'
                : `${countOf(disputesOwn.length, 'sentence')} of the report’s own`}
            </>
          )}
        </span>
      )}
      {disputedBy.length > 0 && (
        <span>
          disputed by <References to={disputedBy} view={view} onChoose={onChoose} />
        </span>
      )}
    </p>
  );
}
