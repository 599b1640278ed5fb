import { useEffect, useRef, type RefObject } from 'react';
import { useAddress } from '../url-state/index.ts';

/** Long enough that a word is not looked for letter by letter. */
const pauseMs = 350;

export interface TypedWords {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly words: string;
  /** Looks for what is typed after a pause. */
  readonly onInput: () => void;
  /** At once. */
  readonly look: () => void;
}

/** The words that are looked for, `words` of the address, as one types them. */
export function useTypedWords(): TypedWords {
  const { value, change } = useAddress();
  const words = value('words') ?? '';
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Back, Forward and links change the address; what is being typed stays.
    if (input.current !== null && document.activeElement !== input.current) input.current.value = words;
  }, [words]);
  const look = (how: 'step' | 'in-place'): void => {
    clearTimeout(timer.current);
    change({ words: input.current?.value.trim() }, how);
  };
  return {
    input,
    words,
    onInput: () => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => look('in-place'), pauseMs);
    },
    look: () => look('step'),
  };
}
