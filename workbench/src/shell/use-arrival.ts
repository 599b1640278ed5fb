import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';

/**
 * Does what a browser does when a new page opens: starts at its top, with the keyboard in it. Going back keeps the place
 * where one was.
 */
export function useArrival(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const last = useRef(path);
  const pushed = useRef(false);
  useEffect(() => {
    // Wouter tells of its steps by these events; Back and Forward give `popstate` instead.
    const onPush = (): void => void (pushed.current = true);
    const onPop = (): void => void (pushed.current = false);
    addEventListener('pushState', onPush);
    addEventListener('popstate', onPop);
    return () => {
      removeEventListener('pushState', onPush);
      removeEventListener('popstate', onPop);
    };
  }, []);
  useEffect(() => {
    if (path === last.current) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    if (pushed.current) scrollTo({ top: 0, behavior: 'instant' });
  }, [path]);
  return main;
}
