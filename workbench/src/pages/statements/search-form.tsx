import { useEffect, useRef, type ReactElement } from 'react';
import { Button } from '../../design/index.ts';
import { useAddress } from '../../url-state/index.ts';

/** Long enough that a word is not looked for letter by letter. */
const pauseMs = 350;

/** The words that are looked for: while one types, after a pause; at once on Enter. */
export function SearchForm(): ReactElement {
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
  return (
    <form
      role="search"
      className="statements-search no-print"
      onSubmit={(event) => {
        event.preventDefault();
        look('step');
      }}
    >
      <input
        ref={input}
        type="search"
        defaultValue={words}
        aria-label="Words in statements"
        placeholder="Words, or “a phrase”"
        enterKeyHint="search"
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => look('in-place'), pauseMs);
        }}
      />
      <Button look="main" type="submit">
        Search
      </Button>
      <label className="small">
        <input
          type="checkbox"
          checked={value('within') === 'content'}
          onChange={({ target }) => change({ within: target.checked ? 'content' : null })}
        />{' '}
        only in what is said, not in who says it
      </label>
    </form>
  );
}
