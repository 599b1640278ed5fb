/** At which step of the tour somebody is; null once it was left. */
export type Progress = number | null;

const name = 'according.tour';

/** What the browser remembers; the beginning where it remembers nothing, or may not. */
export function readProgress(storage: () => Pick<Storage, 'getItem'>, steps: number): Progress {
  let kept: string | null = null;
  try {
    kept = storage().getItem(name);
  } catch {
    // A browser may forbid it; the tour then comes back with the next load.
  }
  if (kept === 'left') return null;
  const step = Number(kept ?? 0);
  return Number.isInteger(step) && step >= 0 && step < steps ? step : 0;
}

/** Keeps it for the next load. */
export function keepProgress(storage: () => Pick<Storage, 'setItem'>, progress: Progress): void {
  try {
    storage().setItem(name, progress === null ? 'left' : String(progress));
  } catch {
    // As above.
  }
}
