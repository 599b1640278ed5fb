import { roles, type RoleSpans } from '../attribution/index.ts';
import { paragraphSpans, quotationsIn, type Span } from '../document/index.ts';
import { SpanIndex } from './span-index.ts';

/**
 * Lets a quotation that a paragraph leaves open go on in the next one, as newspapers print a long quotation: no closing
 * mark at the end of the paragraph, an opening mark at the start of the next.
 *
 * The next paragraph's quotation becomes a further piece of the same content, unless some attribution has it already.
 */
export function continueQuotations<Found extends RoleSpans>(text: string, attributions: readonly Found[]): Found[] {
  const taken = new SpanIndex(attributions.flatMap((found) => roles.flatMap((role) => found[role])));
  const contents = new SpanIndex(
    attributions.flatMap(({ content }, owner) => content.map(({ start, end }) => ({ start, end, owner }))),
  );
  const ownerOf = (open: Span): number | null => {
    // Give or take a mark.
    const owners = contents.overlapping(open).filter(({ end }) => open.end - end <= 1);
    return owners.sort((a, b) => a.owner - b.owner)[0]?.owner ?? null;
  };
  const further = attributions.map((): Span[] => []);
  /** Whose content the last paragraph left open. */
  let owner: number | null = null;
  for (const paragraph of paragraphSpans(text)) {
    const quotations = quotationsIn(text, paragraph);
    const [first, last] = [quotations[0], quotations.at(-1)];
    let goesOn = false;
    if (owner !== null && first?.start === paragraph.start && taken.overlapping(first).length === 0) {
      further[owner]!.push({ start: first.start, end: first.end });
      goesOn = first === last;
    }
    if (last === undefined || last.closed) owner = null;
    else if (!goesOn) owner = ownerOf(last);
  }
  return attributions.map((found, index) =>
    further[index]!.length === 0 ? found : { ...found, content: [...found.content, ...further[index]!] },
  );
}
