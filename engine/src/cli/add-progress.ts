const redrawMs = 200;

/** How far adding has come, of how much. */
export interface AddState {
  readonly reports: number;
  readonly failed: number;
  /** Bytes of the inputs that were read, and all of them; 0 of 0 where nothing lies on disk. */
  readonly bytes: number;
  readonly allBytes: number;
  /** Reports that still wait in a queue. */
  readonly queued?: number;
}

/** One line on a terminal that says how far adding has come, how fast it goes and how long it will take. */
export class AddProgress {
  readonly #stream: NodeJS.WriteStream;
  readonly #on: boolean;
  readonly #began = performance.now();
  #drawn = 0;

  constructor(stream: NodeJS.WriteStream, on: boolean) {
    this.#stream = stream;
    this.#on = on;
  }

  show(state: AddState): void {
    const now = performance.now();
    if (!this.#on || now - this.#drawn < redrawMs) return;
    this.#drawn = now;
    this.#stream.write(`\r\u001b[K${progressLine(state, (now - this.#began) / 1000)}`);
  }

  clear(): void {
    if (this.#on) this.#stream.write('\r\u001b[K');
  }

  get seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }
}

/** `1,204 reports, 2 failed, 31.5 reports/s, 4 min left` */
export function progressLine({ reports, failed, bytes, allBytes, queued }: AddState, seconds: number): string {
  const rate = reports / Math.max(seconds, 0.001);
  const share = allBytes > 0 ? bytes / allBytes : 0;
  const left = share > 0.001 && share < 1 ? `, ${duration((seconds * (1 - share)) / share)} left` : '';
  const waiting = queued === undefined ? '' : `, ${queued.toLocaleString('en')} in the queue`;
  const bad = failed > 0 ? `, ${failed.toLocaleString('en')} failed` : '';
  return `${reports.toLocaleString('en')} ${reports === 1 ? 'report' : 'reports'}${bad}, ${rate.toFixed(1)} reports/s${left}${waiting}`;
}

/** Rounded to what one would say: `40 s`, `12 min`, `3.5 h`. */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
