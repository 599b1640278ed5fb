import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hues } from '../src/charts/series.ts';

const css = readFileSync(new URL('../src/charts/palette.css', import.meta.url), 'utf8');
const tokens = readFileSync(new URL('../src/design/tokens.css', import.meta.url), 'utf8');
type Colour = readonly [number, number, number];

/** The nth definition of a variable: light is the first, dark the second. */
function colour(name: string, scheme: 0 | 1, sheet = css): Colour {
  const found = [...sheet.matchAll(new RegExp(`--${name}: #([\\da-f]{3,6});`, 'gu'))][scheme]![1]!;
  const digits = found.length === 3 ? found.replaceAll(/./gu, '$&$&') : found;
  const linear = (at: number): number => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [linear(0), linear(2), linear(4)];
}

const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Colour, b: Colour): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light! + 0.05) / (dark! + 0.05);
};

/** How a colour looks to others: Machado, Oliveira and Fernandes (2009), severity 1. */
const sights = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  'no red': [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  'no green': [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  'no blue': [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen(sight: keyof typeof sights, [r, g, b]: Colour): Colour {
  const m = sights[sight];
  const row = (at: number): number => Math.max(0, m[at]! * r + m[at + 1]! * g + m[at + 2]! * b);
  return [row(0), row(3), row(6)];
}

/** Distance in OKLab; some 0.02 can just be told apart side by side. */
function distance(a: Colour, b: Colour): number {
  const [one, other] = [a, b].map(([r, g, bl]) => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * bl);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * bl);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * bl);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  });
  return Math.hypot(...one!.map((value, index) => value - other![index]!));
}

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('colours of charts on a %s page', (_, scheme) => {
  it.each(hues)('stand out from it: %s', (hue) => {
    expect(contrast(colour(`chart-${hue}`, scheme), colour('paper', scheme, tokens))).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.keys(sights) as (keyof typeof sights)[])('stay apart to those who see %s', (sight) => {
    const near: string[] = [];
    hues.forEach((one, index) => {
      for (const other of hues.slice(index + 1)) {
        const [a, b] = [one, other].map((hue) => seen(sight, colour(`chart-${hue}`, scheme)));
        const apart = distance(a!, b!);
        if (apart < 0.12) near.push(`${one} and ${other}: ${apart.toFixed(3)}`);
      }
    });
    expect(near).toEqual([]);
  });
});
