import type { ReactElement } from 'react';
import { Button } from '../design/index.ts';
import { useAddress } from '../url-state/index.ts';
import { useTypedWords } from './use-typed-words.ts';

/** The words that are looked for: while one types, after a pause; at once on Enter. */
export function SearchForm(): ReactElement {
  const { value, change } = useAddress();
  const { input, words, onInput, look } = useTypedWords();
  return (
    <form
      role="search"
      className="filters-search no-print"
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <input
        ref={input}
        type="search"
        defaultValue={words}
        aria-label="Words in statements"
        placeholder="Words, or “a phrase”"
        enterKeyHint="search"
        onInput={onInput}
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
