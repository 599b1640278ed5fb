import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf } from './calibration.ts';

describe('calibrationOf', () => {
  it('is null where there is nothing to calibrate', () => {
    expect(calibrationOf([])).toBeNull();
  });

  it('is 0 where confidence is the share right', () => {
    const predictions = Array.from({ length: 100 }, (_, i) => ({ confidence: 0.8, right: Number(i % 5 > 0) }));
    expect(calibrationOf(predictions)!.ece).toBe(0);
  });

  it('is the distance between the two where somebody is always too sure', () => {
    const predictions = Array.from({ length: 100 }, (_, i) => ({ confidence: 0.9, right: i % 2 }));
    expect(calibrationOf(predictions)).toEqual({
      ece: 0.4,
      bins: Array.from({ length: 10 }, () => ({ confidence: 0.9, right: 0.5, count: 10 })),
    });
  });

  it('puts as many into each bin, however confidence lies', () => {
    const predictions = Array.from({ length: 25 }, (_, i) => ({ confidence: 1 - 1 / (i + 2), right: 1 }));
    expect(calibrationOf(predictions)!.bins.map(({ count }) => count)).toEqual([2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
  });

  it('has a bin for each of fewer than ten predictions', () => {
    const two = [
      { confidence: 0.7, right: 1 },
      { confidence: 0.2, right: 0 },
    ];
    expect(calibrationOf(two)).toEqual({
      ece: 0.25,
      bins: [
        { confidence: 0.2, right: 0, count: 1 },
        { confidence: 0.7, right: 1, count: 1 },
      ],
    });
  });

  it('has bins in order of confidence that hold every prediction once', () => {
    const prediction = fc.record({
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      right: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(prediction, { minLength: 1, maxLength: 60 }), (predictions) => {
        const { ece, bins } = calibrationOf(predictions)!;
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(predictions.length);
        expect(bins.map(({ confidence }) => confidence)).toEqual(
          bins.map(({ confidence }) => confidence).toSorted((a, b) => a - b),
        );
        expect(ece).toBeGreaterThanOrEqual(0);
        expect(ece).toBeLessThanOrEqual(1);
      }),
    );
  });
});
