import { type ReactElement } from 'react';
import type { RecordedReport } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { Note } from './note.tsx';
import type { ReadingView } from './reading-view.ts';

interface SheetProps {
  readonly view: ReadingView;
  readonly report: RecordedReport;
  readonly statement: number;
  readonly open: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onChoose: (statement: number) => void;
  readonly onOpen: (statement: number) => void;
  readonly onClose: () => void;
}

/** The note of what is chosen, from the lower edge of a narrow page. */
export function Sheet({ view, report, statement, open, onStep, onChoose, onOpen, onClose }: SheetProps): ReactElement {
  return (
    <aside className="reader-sheet no-print" aria-label={`Statement ${statement + 1} of ${view.entries.length}`}>
      <div className="reader-sheet-bar">
        <Button look="quiet" onClick={() => onStep(-1)}>
          Before
        </Button>
        <Button look="quiet" onClick={() => onStep(1)}>
          Next
        </Button>
        <span role="status">
          {statement + 1} of {view.entries.length}
        </span>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      <ol
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[data-note-button]') !== null) onOpen(statement);
        }}
      >
        <Note
          entry={view.entries[statement]!}
          view={view}
          report={report}
          standing="chosen"
          open={open}
          reachable
          onChoose={onChoose}
        />
      </ol>
    </aside>
  );
}
