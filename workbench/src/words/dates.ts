/** A date of ISO 8601 in parts: year, and month, day, time and zone as far as it has them. */
const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/u;

const formats = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The date of a report as precise as the report gives it, in its own time zone: what was printed on the morning of the 4th
 * is not of the 3rd for a reader overseas.
 */
export function reportDateOf(date: string | null): string {
  if (date === null) return 'no date';
  const found = parts.exec(date);
  if (found === null) return date;
  const [, year, month, day, hours, minutes, zone] = found;
  const precision = hours ? 'time' : day ? 'day' : month ? 'month' : 'year';
  const shown = format(precision, wallTime(year, month, day, hours, minutes));
  if (zone === undefined) return shown;
  return `${shown} ${zone === 'Z' ? 'UTC' : zone}`;
}

/** The day alone, for narrow columns. */
export function dayOf(date: string | null): string {
  return date === null ? 'no date' : reportDateOf(date.slice(0, 10));
}

/** A moment, such as when a report was added, in the reader's own time. */
export function instantOf(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

function wallTime(year = '1970', month = '01', day = '01', hours = '00', minutes = '00'): Date {
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes)));
}

function format(precision: keyof typeof formats, date: Date): string {
  let formatter = formatters.get(precision);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(undefined, { ...formats[precision], timeZone: 'UTC' });
    formatters.set(precision, formatter);
  }
  return formatter.format(date);
}
