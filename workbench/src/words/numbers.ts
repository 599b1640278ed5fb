const number = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const plural = new Intl.PluralRules('en');

/** A number as the reader's locale writes it. */
export function numberOf(value: number): string {
  return number.format(value);
}

/** A share, 0 to 1, as a percentage. */
export function percentOf(share: number): string {
  return percent.format(share);
}

/** A number with its noun: `1 statement`, `1,204 statements`. */
export function countOf(value: number, noun: string, nouns = `${noun}s`): string {
  return `${number.format(value)} ${plural.select(value) === 'one' ? noun : nouns}`;
}
