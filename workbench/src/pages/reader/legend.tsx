import type { ReactElement } from 'react';

/** What the colours mean, and which keys there are. */
export function Legend(): ReactElement {
  return (
    <p className="reader-legend no-print">
      <span>
        <span className="source">source</span> <span className="cue">cue</span> <span className="content">content</span>{' '}
        <span className="own">the report’s own voice</span>
      </span>
      <span className="reader-keys">
        <kbd>j</kbd> and <kbd>k</kbd> move, <kbd>Enter</kbd> shows why, <kbd>Esc</kbd> lets go
      </span>
    </p>
  );
}
