import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { answers, type ReportReading } from '../../api/index.ts';
import { Answer, Button, EmptyState } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { countOf, instantOf, titleOf } from '../../words/index.ts';
import { ReportHead } from './report-head.tsx';
import { versionPieces, type VersionPiece } from './version-pieces.ts';

/** A version of a report beside the one before it, with what changed marked. */
export function CompareVersions({ reading }: { readonly reading: ReportReading }): ReactElement {
  const { report, versions } = reading;
  const place = versions.findIndex(({ number }) => number === report.version);
  const [before, after] = [versions[place - 1], versions[place]];
  const changes = after?.changes ?? null;
  return (
    <Page title={titleOf(report)}>
      <ReportHead reading={reading} />
      {before === undefined || after === undefined || changes === null ? (
        <EmptyState title="There is no earlier version to compare with." />
      ) : (
        <Compared reading={reading} before={before} after={after} changes={changes} />
      )}
    </Page>
  );
}

type Version = ReportReading['versions'][number];

interface ComparedProps {
  readonly reading: ReportReading;
  readonly before: Version;
  readonly after: Version;
  readonly changes: NonNullable<Version['changes']>;
}

function Compared({ reading, before, after, changes }: ComparedProps): ReactElement {
  const { value, change } = useAddress();
  const beside = value('view') !== 'inline';
  const old = useQuery(answers.versionText(reading.report.id, before.number));
  return (
    <section aria-label={`Version ${before.number} and version ${after.number}`}>
      <p className="reader-compare-bar">
        <span>
          {changes.length === 0 ? 'The texts are the same' : countOf(changes.length, 'change')} from version{' '}
          {before.number} (seen {instantOf(before.seenAt)}) to version {after.number} (seen {instantOf(after.seenAt)})
        </span>
        <span className="no-print" role="group" aria-label="Show changes">
          <Button pressed={beside} onClick={() => change({ view: null })}>
            Side by side
          </Button>{' '}
          <Button pressed={!beside} onClick={() => change({ view: 'inline' })}>
            In one text
          </Button>
        </span>
      </p>
      <Answer of={old} what="the earlier version">
        {({ text }) => (
          <Texts
            before={text}
            after={reading.text}
            changes={changes}
            beside={beside}
            numbers={[before.number, after.number]}
          />
        )}
      </Answer>
    </section>
  );
}

interface TextsProps {
  readonly before: string;
  readonly after: string;
  readonly changes: ComparedProps['changes'];
  readonly beside: boolean;
  readonly numbers: readonly [number, number];
}

function Texts({ before, after, changes, beside, numbers }: TextsProps): ReactElement {
  const pieces = useMemo(() => versionPieces(before, after, changes), [before, after, changes]);
  if (!beside)
    return (
      <article className="reader-version said">
        <Pieces pieces={pieces} />
      </article>
    );
  return (
    <div className="reader-two">
      <article className="reader-version said" aria-label={`Version ${numbers[0]}`}>
        <Pieces pieces={pieces.filter(({ kind }) => kind !== 'added')} />
      </article>
      <article className="reader-version said" aria-label={`Version ${numbers[1]}`}>
        <Pieces pieces={pieces.filter(({ kind }) => kind !== 'removed')} />
      </article>
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly VersionPiece[] }): ReactElement {
  return (
    <>
      {pieces.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        return kind === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
      })}
    </>
  );
}
