import type { RoleSpans } from '../attribution/index.ts';

const naming = /(?:^|\s)(?:known|referred to) as$/iu;

/** Leaves out what only gives a name, `X, also known as Y`: nobody says anything there. Called something by somebody is another matter. */
export function dropNamings<Found extends RoleSpans>(text: string, attributions: readonly Found[]): Found[] {
  return attributions.filter(({ source, cue }) => {
    const last = cue.at(-1);
    return source.length > 0 || last === undefined || !naming.test(text.slice(last.start, last.end));
  });
}
