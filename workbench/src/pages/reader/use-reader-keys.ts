import { useEffect, useRef } from 'react';

interface ReaderKeys {
  readonly step: (by: 1 | -1) => void;
  /** Null where nothing is chosen. */
  readonly enter: (() => void) | null;
  readonly release: (() => void) | null;
}

/** `j` and `k` move through the statements, Enter opens what is chosen, Esc lets go. */
export function useReaderKeys(keys: ReaderKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !(target instanceof Element))
        return;
      if (target.matches('input,select,textarea,[contenteditable]')) return;
      const { step, enter, release } = latest.current;
      if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
      else if (key === 'Escape') release?.();
      // On a button or a link, Enter is that one's.
      else if (key === 'Enter' && !target.closest('button,a,summary')) enter?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
