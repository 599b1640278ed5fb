import { useId, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { ComparedSpeaker, RecordedReport, ReportReading } from '../../api/index.ts';
import { Chip } from '../../design/index.ts';
import { speakerAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';
import { Sentences } from './sentences.tsx';

interface AloneProps {
  /** Each in one of the reports. */
  readonly speakers: readonly ComparedSpeaker[];
  readonly reports: readonly RecordedReport[];
  readonly names: readonly string[];
  readonly readings: readonly (ReportReading | undefined)[];
}

/** Whom one report alone lets speak, under that report. */
export function Alone({ speakers, reports, names, readings }: AloneProps): ReactElement {
  const heading = useId();
  return (
    <section className="compare-speaker" aria-labelledby={heading}>
      <h2 id={heading}>In one report alone</h2>
      <ul className="compare-cells">
        {reports.map(({ id, publisher }, index) => {
          const own = speakers.filter(({ treatments }) => treatments[index] !== null);
          const reading = readings[index];
          return (
            <li key={id} className={own.length === 0 ? 'compare-cell absent' : 'compare-cell'}>
              <p className="compare-in dim small">
                {names[index]}: {own.length === 0 ? 'nobody' : countOf(own.length, 'speaker')}
              </p>
              {own.map((speaker) => {
                const { statements } = speaker.treatments[index]!;
                return (
                  <div key={statements[0]} className="compare-alone">
                    <div className="compare-who">
                      <h3>
                        <Link href={speakerAddress(speaker.name, publisher)}>{speaker.name}</Link>
                      </h3>
                      <Chip.Value field="sourceType" value={speaker.sourceType} />
                    </div>
                    {reading === undefined ? (
                      <p className="dim">{countOf(statements.length, 'statement')} …</p>
                    ) : (
                      <Sentences reading={reading} ids={statements} most={1} />
                    )}
                  </div>
                );
              })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
