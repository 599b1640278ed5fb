import { useEffect, useRef, type ReactElement } from 'react';
import { useLocation } from 'wouter';

/** Looks for words in all statements, from every page; `/` leads to it. */
export function SearchBox(): ReactElement | null {
  const [path, navigate] = useLocation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const box = document.querySelector<HTMLInputElement>('main input[type=search]') ?? input.current;
      if (box === null) return;
      event.preventDefault();
      box.focus();
      box.select();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  // These pages have a search box of their own, with all filters beside it.
  if (['/', '/statements', '/disputes'].includes(path)) return null;
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = input.current?.value.trim() ?? '';
        navigate(words === '' ? '/statements' : `/statements?${new URLSearchParams({ words }).toString()}`);
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label="Search statements"
        placeholder="Search statements"
        enterKeyHint="search"
      />
    </form>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:input|select|textarea)$/iu.test(target.tagName))
  );
}
