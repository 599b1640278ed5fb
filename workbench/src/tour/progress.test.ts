import { describe, expect, it } from 'vitest';
import { keepProgress, readProgress, type Progress } from './progress.ts';

function storage(kept: Record<string, string> = {}) {
  return () => ({
    getItem: (name: string): string | null => kept[name] ?? null,
    setItem: (name: string, value: string): void => void (kept[name] = value),
  });
}

const forbidden = (): never => {
  throw new DOMException('no', 'SecurityError');
};

describe('how far the tour is', () => {
  it.each<Progress>([0, 2, null])('is remembered: %s', (progress) => {
    const kept = storage();
    keepProgress(kept, progress);
    expect(readProgress(kept, 4)).toBe(progress);
  });

  it.each(['4', '-1', '1.5', 'x', ''])('is the beginning where “%s” is remembered', (value) => {
    expect(readProgress(storage({ 'according.tour': value }), 4)).toBe(0);
  });

  it('is the beginning where the browser remembers nothing, or may not', () => {
    expect(readProgress(storage(), 4)).toBe(0);
    expect(readProgress(forbidden, 4)).toBe(0);
    expect(() => keepProgress(forbidden, 1)).not.toThrow();
  });
});
