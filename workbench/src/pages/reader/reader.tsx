import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { ReportReading } from '../../api/index.ts';
import { EmptyState, Live, useMedia } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { Page } from '../../shell/index.ts';
import { labelOf, titleOf } from '../../words/index.ts';
import { Legend } from './legend.tsx';
import { Margin } from './margin.tsx';
import { MissingStatement } from './missing-statement.tsx';
import { ReaderFilters } from './reader-filters.tsx';
import { focusOn, placeOf, viewOf } from './reading-view.ts';
import { ReportHead } from './report-head.tsx';
import { ReportText, type Target } from './report-text.tsx';
import { Sheet } from './sheet.tsx';
import { useReaderKeys } from './use-reader-keys.ts';

/** As `reader.css` has it: below this there is no margin for notes. */
const narrowPage = 'screen and (max-width: 60rem)';

/** More than a window shows. */
const firstPart = { paragraphs: 15, notes: 30 };

/** The text with its notes. What is chosen in it stands in the address: `?statement=ID`. */
export function Reader({ reading }: { readonly reading: ReportReading }): ReactElement {
  const { value, values, change } = useAddress();
  const at = value('at');
  const view = useMemo(() => viewOf(reading, placeOf(at, reading.text)), [reading, at]);
  const chosenId = value('statement');
  const [pointed, setPointed] = useState<Target | null>(null);
  const [open, setOpen] = useState(false);
  const narrow = useMedia(narrowPage);

  const [speaker, stances] = [value('speaker'), values('stance').join(' ')];
  const shown = useMemo(() => {
    if (speaker === null && stances === '') return null;
    const fits = view.entries.filter(
      ({ name, statement }) =>
        (speaker === null || name === speaker) && (stances === '' || stances.split(' ').includes(statement.stance)),
    );
    return new Set(fits.map(({ index }) => index));
  }, [view, speaker, stances]);
  const indices = useMemo(
    () => view.entries.map(({ index }) => index).filter((index) => shown?.has(index) ?? true),
    [view, shown],
  );

  const chosen = useMemo(() => focusOn(view, reading, chosenId), [view, reading, chosenId]);
  const pointedId = idOf(reading, pointed);
  const focus = useMemo(() => chosen ?? focusOn(view, reading, pointedId), [chosen, view, reading, pointedId]);
  const held = chosen?.statement ?? null;

  const choose = useCallback(
    (target: Target | null, how: 'look' | 'open' = 'look') => {
      change({ statement: idOf(reading, target) }, 'in-place');
      setOpen(how === 'open');
      setPointed(null);
    },
    [change, reading],
  );
  const chooseStatement = useCallback(
    (statement: number) => {
      choose({ statement });
      reveal({ statement }, narrow);
    },
    [choose, narrow],
  );
  const toggle = useCallback(
    (statement: number) => {
      if (statement === held) return setOpen((before) => !before);
      choose({ statement }, 'open');
      reveal({ statement }, narrow);
    },
    [choose, held, narrow],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const at = held === null ? -1 : indices.indexOf(held);
      const next = indices[at < 0 ? (by > 0 ? 0 : indices.length - 1) : at + by];
      if (next === undefined) return;
      chooseStatement(next);
      if (!narrow) focusNote(next);
    },
    [held, indices, chooseStatement, narrow],
  );
  useReaderKeys({
    step,
    enter: held === null ? null : () => setOpen((before) => !before),
    release: chosenId === null ? null : () => choose(null),
  });

  // Whoever comes by an address that names a statement is led to it.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current || chosen === null) return;
    arrived.current = true;
    reveal(chosen.statement === null ? { clause: chosen.clause! } : { statement: chosen.statement }, narrow);
  }, [chosen, narrow]);
  useEffect(() => {
    if (at !== null) bringIntoSight('.reader-text .hit', narrow);
  }, [at, narrow]);

  const point = useCallback((target: Target | null) => {
    setPointed((before) => (sameTarget(before, target) ? before : target));
  }, []);
  const pointNote = useCallback(
    (statement: number | null) => point(statement === null ? null : { statement }),
    [point],
  );
  const reachable = held ?? indices[0] ?? -1;

  // What is in sight comes first, so that a long report can be read at once; the rest follows without holding anything up.
  // Whoever is led to a statement needs all of it, to be led there.
  const [arrivedWith] = useState(chosenId ?? at);
  const first = arrivedWith === null ? firstPart : { paragraphs: Infinity, notes: Infinity };
  const body = useDeferredValue(view.body, view.body.slice(0, first.paragraphs));
  const noted = useDeferredValue(indices, indices.slice(0, first.notes));

  const text = {
    text: reading.text,
    body,
    view,
    focus,
    shown,
    reachable: narrow ? reachable : -1,
    onPoint: point,
    onChoose: choose,
  };

  return (
    <Page title={titleOf(reading.report)} heading={view.headline !== null && <ReportText part="headline" {...text} />}>
      <ReportHead reading={reading} />
      <ReaderFilters reading={reading} view={view} />
      <Legend />
      {chosenId !== null && chosen === null && <MissingStatement id={chosenId} report={reading.report} />}
      <Live hidden>{announcement(view, held)}</Live>
      <div className="reader-columns">
        <ReportText part="body" {...text} />
        {indices.length === 0 ? (
          <aside aria-label="Statements">
            <EmptyState title={shown === null ? 'Nobody is said to have said anything here.' : 'No statement fits.'} />
          </aside>
        ) : (
          !narrow && (
            <Margin
              view={view}
              report={reading.report}
              indices={noted}
              chosen={chosen}
              pointed={pointed !== null && 'statement' in pointed ? pointed.statement : null}
              open={open}
              reachable={reachable}
              onPoint={pointNote}
              onChoose={chooseStatement}
              onOpen={toggle}
            />
          )
        )}
      </div>
      {narrow && held !== null && (
        <Sheet
          view={view}
          report={reading.report}
          statement={held}
          open={open}
          onStep={step}
          onChoose={chooseStatement}
          onOpen={toggle}
          onClose={() => choose(null)}
        />
      )}
      <p className="reader-origin dim">
        SHA-256 {reading.report.sha256} · read by {reading.model.name} {reading.model.version}
      </p>
    </Page>
  );
}

function idOf(reading: ReportReading, target: Target | null): string | null {
  if (target === null) return null;
  const found = 'statement' in target ? reading.statements[target.statement] : reading.ownVoice[target.clause];
  return found?.id ?? null;
}

function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  return 'statement' in a ? 'statement' in b && a.statement === b.statement : 'clause' in b && a.clause === b.clause;
}

function announcement({ entries }: ReturnType<typeof viewOf>, held: number | null): string {
  if (held === null) return '';
  const { name, statement } = entries[held]!;
  return `Statement ${held + 1} of ${entries.length}: ${name} ${labelOf('stance', statement.stance).label}: ${statement.words.content || statement.words.cue}`;
}

/** Brings the words into sight where they are not. */
function reveal(target: Target, narrow: boolean): void {
  const what = 'statement' in target ? `[data-statement="${target.statement}"]` : `[data-clause="${target.clause}"]`;
  bringIntoSight(`.reader-text ${what}`, narrow);
}

function bringIntoSight(selector: string, narrow: boolean): void {
  const place = document.querySelector(selector);
  if (!place) return;
  const { top, bottom } = place.getBoundingClientRect();
  // A sheet covers the lower half of a narrow page.
  if (top >= 60 && bottom <= innerHeight * (narrow ? 0.45 : 0.85)) return;
  scrollTo({ top: scrollY + top - innerHeight * (narrow ? 0.2 : 0.35) });
}

function focusNote(statement: number): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-note-button="${statement}"]`)?.focus({ preventScroll: true }),
  );
}
