import { useId, type ReactElement } from 'react';
import { Link } from 'wouter';
import type { ComparedSpeaker, RecordedReport, ReportReading } from '../../api/index.ts';
import { Chip } from '../../design/index.ts';
import { speakerAddress } from '../../url-state/index.ts';
import { contrastLabels, countOf } from '../../words/index.ts';
import { differencesOf } from './differences.ts';
import { Sentences } from './sentences.tsx';

interface SpeakerRowProps {
  readonly speaker: ComparedSpeaker;
  readonly reports: readonly RecordedReport[];
  readonly names: readonly string[];
  /** In the order of the reports; undefined while one is on its way. */
  readonly readings: readonly (ReportReading | undefined)[];
}

/** One speaker: what differs, and the sentences of each report. */
export function SpeakerRow({ speaker, reports, names, readings }: SpeakerRowProps): ReactElement {
  const heading = useId();
  const first = speaker.treatments.findIndex((treatment) => treatment !== null);
  return (
    <section className="compare-speaker" aria-labelledby={heading}>
      <div className="compare-who">
        <h3 id={heading}>
          <Link href={speakerAddress(speaker.name, reports[first]?.publisher ?? null)}>{speaker.name}</Link>
        </h3>
        <Chip.Value field="sourceType" value={speaker.sourceType} />
      </div>
      {speaker.contrasts.length > 0 && (
        <ul className="compare-differences">
          {differencesOf(speaker, names).map(({ contrast, words }) => (
            <li key={contrast}>
              <b>{contrastLabels[contrast].label}</b> {words}
            </li>
          ))}
        </ul>
      )}
      <ul className="compare-cells">
        {speaker.treatments.map((treatment, index) => {
          const [reading, name] = [readings[index], names[index]!];
          return (
            <li key={reports[index]!.id} className={treatment === null ? 'compare-cell absent' : 'compare-cell'}>
              <p className="compare-in dim small">{name}</p>
              {treatment === null ? (
                <p className="dim">not in this report</p>
              ) : reading === undefined ? (
                <p className="dim">{countOf(treatment.statements.length, 'statement')} …</p>
              ) : (
                <Sentences reading={reading} ids={treatment.statements} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
