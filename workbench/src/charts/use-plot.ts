import { useEffect, useState } from 'react';

type Draw = typeof import('./draw.ts');

let loaded: Draw | undefined;

/** What draws charts, once its script is there; it is loaded by pages that have any. */
export function usePlot(): Draw | undefined {
  const [draw, setDraw] = useState(loaded);
  const [problem, setProblem] = useState<Error | null>(null);
  useEffect(() => {
    if (loaded !== undefined) return;
    let left = false;
    import('./draw.ts').then(
      (module) => {
        loaded = module;
        if (!left) setDraw(module);
      },
      (error: unknown) => {
        if (!left) setProblem(error instanceof Error ? error : new Error(String(error)));
      },
    );
    return () => void (left = true);
  }, []);
  if (problem !== null) throw problem;
  return draw;
}
