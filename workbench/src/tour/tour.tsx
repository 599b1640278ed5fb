import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Link, useLocation } from 'wouter';
import { answers } from '../api/index.ts';
import { Button, LinkButton, useMedia } from '../design/index.ts';
import { keepProgress, readProgress, type Progress } from './progress.ts';
import { shown } from './shown.ts';
import { stopsOf } from './stops.ts';
import './tour.css';

const storage = (): Storage => localStorage;
const steps = 4;

/** Says that what one looks at are the example reports, and leads through them; nothing on any other ledger. */
export function Tour(): ReactElement | null {
  const ledger = useQuery(answers.ledger());
  return ledger.data?.example === true ? <ExampleNotice /> : null;
}

function ExampleNotice(): ReactElement {
  const [progress, setProgress] = useState<Progress>(() => readProgress(storage, steps));
  const [, navigate] = useLocation();
  const words = useRef<HTMLDivElement>(null);
  const go = (next: Progress, address: string | null = null): void => {
    setProgress(next);
    keepProgress(storage, next);
    if (address !== null) navigate(address);
    // A page that opens takes the keyboard; whoever goes on with the tour wants it here.
    if (next !== null) setTimeout(() => words.current?.focus({ preventScroll: true }), 60);
    else document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  };
  if (progress === null)
    return (
      <aside className="tour-left no-print" aria-label="Examples">
        <span>Invented example reports.</span>
        <Button look="quiet" onClick={() => go(0)}>
          Show the tour again
        </Button>
        <Link href="/add">Add your own</Link>
      </aside>
    );
  return <Step step={progress} words={words} go={go} />;
}

interface StepProps {
  readonly step: number;
  readonly words: RefObject<HTMLDivElement | null>;
  readonly go: (next: Progress, address?: string | null) => void;
}

function Step({ step, words, go }: StepProps): ReactElement {
  const id = useId();
  const narrow = useMedia('screen and (max-width: 60rem)');
  const reports = useInfiniteQuery(answers.documents({ limit: 100 })).data?.pages[0]?.items ?? [];
  const first = reports.find(({ url }) => url === shown.report)?.id;
  const document = useQuery({ ...answers.document(first ?? ''), enabled: first !== undefined });
  const reading = document.data ?? null;
  const stops = stopsOf({ reports, reading, narrow });
  const to = (next: number): void => go(next, stops[next]!.address);
  const stop = stops[step]!;
  const isLast = step === steps - 1;
  return (
    <aside
      className="tour no-print"
      aria-label="Tour"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        go(null);
      }}
    >
      <div
        className="tour-words"
        ref={words}
        tabIndex={-1}
        role="group"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
      >
        <p className="tour-title" id={`${id}-title`}>
          {step > 0 && <span className="dim">Step {step} of 3. </span>}
          {stop.title}
        </p>
        <p id={`${id}-text`}>{stop.text}</p>
      </div>
      <div className="tour-actions">
        {step > 1 && <Button onClick={() => to(step - 1)}>Back</Button>}
        {isLast ? (
          <LinkButton look="main" href="/add" onClick={() => go(null)}>
            Add your own reports
          </LinkButton>
        ) : (
          <Button look="main" onClick={() => to(step + 1)} disabled={reports.length === 0 || document.isLoading}>
            {step === 0 ? 'Show me' : 'Next'}
          </Button>
        )}
        <Button look="quiet" onClick={() => go(null)}>
          {isLast ? 'Done' : 'Leave the tour'}
        </Button>
      </div>
    </aside>
  );
}
