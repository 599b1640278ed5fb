// Comes in: how often two values occur together.
// Goes out: pictures whose every bar leads to its sentences, as tables and as files, too.
export { OutletChart } from './outlet-chart.tsx';
export { TimeChart } from './time-chart.tsx';
export { ChartPatterns } from './patterns.tsx';
export { periodOf, placeInTime, withinPeriod } from './periods.ts';
export type { Measure } from './stack.ts';
