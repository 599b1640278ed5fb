import { useQueries } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { Link } from 'wouter';
import { answers, type ComparedSpeaker, type Comparison, type Contrast } from '../../api/index.ts';
import { Button, EmptyState, ErrorState, Live } from '../../design/index.ts';
import { reportAddress, useAddress } from '../../url-state/index.ts';
import { contrastLabels, countOf, dayOf, numberOf, titleOf } from '../../words/index.ts';
import { Alone } from './alone.tsx';
import { namesOf } from './differences.ts';
import { OwnVoice } from './own-voice.tsx';
import { SpeakerRow } from './speaker-row.tsx';

const contrasts = Object.keys(contrastLabels) as Contrast[];

/** The speakers of all reports, each with what each report has it say; those that differ most first. */
export function SideBySide({ comparison }: { readonly comparison: Comparison }): ReactElement {
  const { value, change } = useAddress();
  const { reports, speakers } = comparison;
  const names = useMemo(() => namesOf(reports), [reports]);
  const readings = useQueries({ queries: reports.map(({ id, version }) => answers.document(id, version)) });
  const failed = readings.find(({ error }) => error !== null);
  const asked = value('contrast');
  const chosen = contrasts.find((contrast) => contrast === asked) ?? null;
  const shown = chosen === null ? speakers : speakers.filter((speaker) => speaker.contrasts.includes(chosen));
  const isShared = ({ treatments }: ComparedSpeaker): boolean => treatments.filter((one) => one !== null).length > 1;
  const [shared, alone] = [shown.filter(isShared), shown.filter((speaker) => !isShared(speaker))];
  const there = readings.map(({ data }) => data);
  const columns = `compare-${reports.length}`;
  return (
    <div className={`compare ${columns}`}>
      <ul className="compare-heads" aria-label="Reports compared">
        {reports.map((report, index) => (
          <li key={report.id}>
            <p className="dim small">
              {report.publisher ?? 'no outlet'} · {dayOf(report.date)}
            </p>
            <h2>
              <Link className="said" href={reportAddress(report)}>
                {titleOf(report)}
              </Link>
            </h2>
            {reports.length > 2 && (
              <Button
                look="quiet"
                className="no-print"
                aria-label={`Take away ${names[index]}`}
                onClick={() => change({ document: reports.map(({ id }) => id).filter((id) => id !== report.id) })}
              >
                Take away
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="compare-contrasts no-print" role="group" aria-label="Show the speakers that are">
        <Button pressed={chosen === null} onClick={() => change({ contrast: null })}>
          all {numberOf(speakers.length)}
        </Button>
        {contrasts.map((contrast) => {
          const count = speakers.filter((speaker) => speaker.contrasts.includes(contrast)).length;
          const { label, hint } = contrastLabels[contrast];
          return (
            <Button
              key={contrast}
              title={hint}
              pressed={chosen === contrast}
              disabled={count === 0 && chosen !== contrast}
              onClick={() => change({ contrast: chosen === contrast ? null : contrast })}
            >
              {label} {numberOf(count)}
            </Button>
          );
        })}
      </div>
      <Live hidden>{countOf(shown.length, 'speaker')}</Live>
      {failed !== undefined && <ErrorState error={failed.error!} retry={() => void failed.refetch()} />}
      {shown.length === 0 && <EmptyState title={nothing(speakers.length, chosen)} />}
      {shared.length > 0 && <h2 className="compare-part">In {reports.length > 2 ? 'more than one' : 'both'}</h2>}
      {shared.map((speaker) => (
        <SpeakerRow key={keyOf(speaker)} speaker={speaker} reports={reports} names={names} readings={there} />
      ))}
      {alone.length > 0 && <Alone speakers={alone} reports={reports} names={names} readings={there} />}
      {chosen === null && <OwnVoice names={names} readings={there} />}
    </div>
  );
}

function keyOf({ treatments }: ComparedSpeaker): string {
  return treatments.map((treatment) => treatment?.statements[0] ?? '').join(' ');
}

function nothing(all: number, chosen: Contrast | null): string {
  if (all === 0) return 'Nobody says anything in these reports.';
  return `No speaker is ${chosen === null ? 'here' : contrastLabels[chosen].label}.`;
}
