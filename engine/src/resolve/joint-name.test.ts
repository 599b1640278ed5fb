import { describe, expect, it } from 'vitest';
import { jointName } from './joint-name.ts';

function joint(text: string): string | null {
  const span = jointName(text, { start: 0, end: text.length });
  return span && text.slice(span.start, span.end);
}

describe('jointName', () => {
  it.each([
    ['Senator Jonas Keel of Varo and Senator Mara Lind of Tembe', 'Jonas Keel of Varo and Senator Mara Lind'],
    ['Sens. Jonas Keel (V.) and Mara Lind (T.)', 'Jonas Keel (V.) and Mara Lind'],
    ['Jonas Keel, R-Varo, and Mara Lind', 'Jonas Keel, R-Varo, and Mara Lind'],
    ['Jonas Keel, the harbour master, and Mara Lind, a baker', 'Jonas Keel, the harbour master, and Mara Lind'],
  ])('takes two persons with something between them as one string: %s', (text, expected) => {
    expect(joint(text)).toBe(expected);
  });

  it.each([
    'Jonas Keel and Mara Lind',
    'Jonas Keel, a baker and harbour pilot',
    'Jonas Keel (V.) and his advisers',
    'Keel of Varo and Lind of Tembe',
    'The Harbour Board of Varo and Mara Lind',
    'two bakers',
    '',
  ])('takes nothing else for a pair: %s', (text) => {
    expect(joint(text)).toBeNull();
  });

  it('stands hostile text', () => {
    const started = performance.now();
    for (const unit of ['A b ', 'Aa Bb, ', 'Aa Bb (', ' and '] as const) joint(`Jonas Keel ${unit.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
