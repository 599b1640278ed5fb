import type { Span } from '../document/index.ts';
import { roles, type Role, type RoleSpans } from './attribution.ts';

/**
 * Reads the inline notation that tests and documentation use:
 * `annotate('[Ms Rao](source) [said](cue) [it leaked](content).')`.
 *
 * Several attributions are told apart by a number after the role, `[Rao](source 1)`, several at once by commas,
 * `[Rao](source 1, source 2)`. Brackets nest: `[it [said](cue 2) so](content 1)`.
 *
 * @returns the text without the notation, and one set of spans per number, in order of the numbers
 * @throws {SyntaxError} where a bracket stays open or a label is none
 */
export function annotate(notation: string): { readonly text: string; readonly attributions: readonly RoleSpans[] } {
  const found = new Map<number, Record<Role, Span[]>>();
  const open: number[] = [];
  let text = '';
  for (let at = 0; at < notation.length; at++) {
    const character = notation[at]!;
    if (character === '[') open.push(text.length);
    else if (character === ']' && open.length > 0) {
      const label = /^\(([^)]*)\)/.exec(notation.slice(at + 1));
      if (label === null) throw new SyntaxError(`Expected (role) after “]” at ${at}: ${notation}`);
      const span = { start: open.pop()!, end: text.length };
      for (const part of label[1]!.split(',')) {
        const [role, number = '1'] = part.trim().split(/\s+/u);
        if (!roles.includes(role as Role)) throw new SyntaxError(`Expected source, cue or content, got “${role}”`);
        if (!/^\d+$/u.test(number)) throw new SyntaxError(`Expected a number after “${role}”, got “${number}”`);
        const attribution = found.get(Number(number)) ?? { source: [], cue: [], content: [] };
        attribution[role as Role].push(span);
        found.set(Number(number), attribution);
      }
      at += label[0].length;
    } else text += character;
  }
  if (open.length > 0) throw new SyntaxError(`Expected every “[” to be closed: ${notation}`);
  const attributions = [...found].sort(([a], [b]) => a - b).map(([, spans]) => sortSpans(spans));
  return { text, attributions };
}

function sortSpans(spans: Record<Role, Span[]>): RoleSpans {
  for (const role of roles) spans[role].sort((a, b) => a.start - b.start);
  return spans;
}
