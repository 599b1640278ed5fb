import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RecordedReport } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { speakerAddress } from '../../url-state/index.ts';
import { labelOf, percentOf, reportDateOf } from '../../words/index.ts';
import { linkToWords, webAddress } from './original-link.ts';
import type { Entry, ReadingView } from './reading-view.ts';
import { References } from './references.tsx';

interface NoteDetailsProps {
  readonly entry: Entry;
  readonly view: ReadingView;
  readonly report: RecordedReport;
  readonly onChoose: (statement: number) => void;
}

/** What a statement was understood as, on which words that rests, and where to go from here. */
export function NoteDetails({ entry, view, report, onChoose }: NoteDetailsProps): ReactElement {
  const { statement, name, within } = entry;
  const { words, said, sentence } = statement;
  const named = statement.entity !== null || statement.speaker !== null;
  const cue = words.cue === '' ? 'no cue beside it' : `“${words.cue}”`;
  const address = webAddress(report.url);
  return (
    <div className="reader-details">
      <dl>
        <Row term="speaker">
          {words.source === '' ? 'not named at this place' : <>“{words.source}”</>}
          {words.source !== '' && words.source !== name && named && <> is {name}</>},{' '}
          {labelOf('sourceType', statement.sourceType).hint}
        </Row>
        <Row term={labelOf('stance', statement.stance).label}>
          {cue}: {labelOf('stance', statement.stance).hint}
        </Row>
        <Row term={labelOf('distance', statement.distance).label}>{labelOf('distance', statement.distance).hint}</Row>
        <Row term={labelOf('quotation', statement.quotation).label}>
          {labelOf('quotation', statement.quotation).hint}
        </Row>
        {statement.addressee !== null && <Row term="to">{statement.addressee}</Row>}
        {said !== null && <Circumstances said={said} text={sentence} />}
        {within !== null && (
          <Row term="within">
            <References to={[within]} view={view} onChoose={onChoose} />
          </Row>
        )}
        <Row term="confidence">
          {percentOf(statement.confidence)}: of statements like this, about that many are right
        </Row>
      </dl>
      <p className="reader-ways no-print">
        {named && <Link href={speakerAddress(name, report.publisher)}>All by {name}</Link>}
        {address !== null && (
          <a href={linkToWords(address, sentence.text)} rel="noopener noreferrer" target="_blank">
            At these words on the original page
          </a>
        )}
        <CopyLink />
      </p>
    </div>
  );
}

function Row({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Said = NonNullable<Entry['statement']['said']>;

function Circumstances({
  said,
  text: { start, text },
}: {
  readonly said: Said;
  readonly text: Entry['statement']['sentence'];
}): ReactElement {
  // What lies outside the statement's own sentences is told by its date alone.
  const wordsAt = (span: { readonly start: number; readonly end: number } | null): string | null => {
    if (span === null || span.start < start || span.end > start + text.length) return null;
    return text.slice(span.start - start, span.end - start);
  };
  const time = said.time === null ? null : wordsAt(said.time.span);
  const date = said.time?.date ?? null;
  const when = [time, date === null ? null : reportDateOf(date)].filter((part) => part !== null).join(', ');
  const place = wordsAt(said.place);
  const occasion = wordsAt(said.occasion);
  return (
    <>
      {when !== '' && <Row term="when">{when}</Row>}
      {place !== null && <Row term="where">{place}</Row>}
      {occasion !== null && <Row term="occasion">{occasion}</Row>}
    </>
  );
}

/** Copies the address of this page, which bears the statement. */
function CopyLink(): ReactElement {
  const [done, setDone] = useState(false);
  const copy = (): void => {
    // Without a secure connection browsers offer no clipboard; the address bar has the same.
    void navigator.clipboard?.writeText(location.href).then(() => setDone(true));
  };
  return (
    <Button look="quiet" onClick={copy}>
      <span role="status">{done ? 'Link copied' : 'Copy link'}</span>
    </Button>
  );
}
