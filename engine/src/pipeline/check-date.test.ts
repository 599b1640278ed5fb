import { expect, it } from 'vitest';
import { createDocument, noMetadata } from '../document/index.ts';
import { checkDate } from './check-date.ts';

const now = new Date('2026-03-04T12:00:00Z');

it.each([
  ['2026-03-04T11:59:00Z', 0],
  ['2026-03-05', 0],
  ['2026-03-04T23:00:00+14:00', 0],
  ['2026-03-06', 1],
  ['2062-03-04', 1],
  ['no date', 0],
  [null, 0],
])('tells whether %s has come', (date, count) => {
  const document = createDocument('It leaked.', { metadata: { ...noMetadata, date } });
  const found = checkDate(document, now);
  expect(found.diagnostics.map(({ code }) => code)).toEqual(Array(count).fill('date-in-future'));
  expect(found.date).toBe(date);
});
