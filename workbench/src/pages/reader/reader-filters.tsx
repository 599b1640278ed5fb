import { useState, type ReactElement } from 'react';
import type { ReportReading } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { toggled, useAddress } from '../../url-state/index.ts';
import { countOf, labelOf, numberOf } from '../../words/index.ts';
import { leastConfidence } from './note.tsx';
import type { Party, ReadingView } from './reading-view.ts';

/** More than these are shown when asked for. */
const fewParties = 10;

/** What was found in the report, and whose or which statements to look at. */
export function ReaderFilters({
  reading,
  view,
}: {
  readonly reading: ReportReading;
  readonly view: ReadingView;
}): ReactElement | null {
  const { value, values, change } = useAddress();
  const [all, setAll] = useState(false);
  const [speaker, stances] = [value('speaker'), values('stance')];
  const byStance = [...Map.groupBy(reading.statements, ({ stance }) => stance)].sort(
    (a, b) => b[1].length - a[1].length,
  );
  const parties = [...view.parties].sort((a, b) => b.statements.length - a.statements.length);
  const few =
    all || parties.length <= fewParties + 3
      ? parties
      : parties.filter(({ name }, index) => index < fewParties || name === speaker);
  return (
    <div className="reader-found">
      <p>{summaryOf(reading, view)}</p>
      {parties.length > 1 && (
        <div className="reader-filter no-print" role="group" aria-label="Speakers">
          {few.map(({ name, statements }) => (
            <Button
              key={name}
              pressed={speaker === name}
              onClick={() => change({ speaker: speaker === name ? null : name }, 'in-place')}
            >
              {name} <span className="dim">{numberOf(statements.length)}</span>
            </Button>
          ))}
          {parties.length > few.length && (
            <Button look="quiet" onClick={() => setAll(true)}>
              {parties.length - few.length} more
            </Button>
          )}
        </div>
      )}
      {byStance.length > 1 && (
        <div className="reader-filter no-print" role="group" aria-label="Stances">
          {byStance.map(([stance, { length }]) => (
            <Button
              key={stance}
              pressed={stances.includes(stance)}
              title={labelOf('stance', stance).hint}
              onClick={() => change({ stance: toggled(stances, stance) }, 'in-place')}
            >
              {labelOf('stance', stance).label} <span className="dim">{numberOf(length)}</span>
            </Button>
          ))}
          {(speaker !== null || stances.length > 0) && (
            <Button look="quiet" onClick={() => change({ speaker: null, stance: null }, 'in-place')}>
              Show all
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function summaryOf({ statements, ownVoice }: ReportReading, { entries, parties }: ReadingView): string {
  const isNamed = ({ statements: [first] }: Party): boolean => {
    const statement = entries[first!]!.statement;
    return statement.entity !== null || statement.speaker !== null;
  };
  const named = parties.filter(isNamed).length;
  const nobody = parties.find((party) => !isNamed(party))?.statements.length ?? 0;
  const disputed = statements.filter(({ disputedBy }) => disputedBy.length > 0).length;
  const unsure = statements.filter(({ confidence }) => confidence < leastConfidence).length;
  return [
    statements.length === 0
      ? 'no statements'
      : `${countOf(statements.length, 'statement')} by ${countOf(named, 'speaker')}`,
    nobody > 0 ? `${numberOf(nobody)} with nobody named` : '',
    disputed > 0 ? `${numberOf(disputed)} disputed` : '',
    ownVoice.length > 0 ? `${countOf(ownVoice.length, 'sentence')} in the report’s own voice` : '',
    unsure > 0 ? `${numberOf(unsure)} uncertain (?)` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
