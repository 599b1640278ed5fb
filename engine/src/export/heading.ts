import { paragraphSpans, type Document, type Span } from '../document/index.ts';
import { readableDate } from './circumstances.ts';

const longestHeadline = 120;

/** The paragraph that is the report's headline, or `null`: its title, or where none is known a short first line. */
export function headlineOf({ text, title }: Document, paragraphs = paragraphSpans(text)): Span | null {
  const first = paragraphs[0];
  if (first === undefined) return null;
  const isTitle =
    title === null
      ? paragraphs.length > 1 && first.end - first.start <= longestHeadline
      : text.slice(first.start, first.end) === title;
  return isTitle ? first : null;
}

/** Outlet, date, authors, and where the report was filed from, as far as they are known. */
export function aboutOf({ text, publisher, date, authors, dateline }: Document): string[] {
  const known = [publisher, date && readableDate(date), authors.join(', ') || null, dateline && filed(text, dateline)];
  return known.filter((part) => part !== null);
}

function filed(text: string, { place, agency }: NonNullable<Document['dateline']>): string {
  const by = agency === null ? '' : ` by ${text.slice(agency.start, agency.end)}`;
  return `filed from ${text.slice(place.start, place.end)}${by}`;
}
