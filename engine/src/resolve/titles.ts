/** Words that stand before a person's name and are no part of it, in lower case; also what a list of them may end in. */
const titles = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince princess pope bishop archbishop cardinal ' +
    'father sister brother rabbi imam sheikh ayatollah mufti rev reverend pastor saint st ' +
    'president vice-president premier chancellor minister ministers secretary undersecretary governor gov lt lieutenant ' +
    'senator sen sens representative rep reps congressman congresswoman congressperson delegate del assemblyman assemblywoman lawmaker mp mep councillor councilman councilwoman alderman ' +
    'mayor commissioner ambassador envoy consul attorney prosecutor judge justice magistrate sheriff marshal ' +
    'general gen colonel col major maj captain capt sergeant sgt corporal private admiral adm commander cmdr officer inspector detective superintendent constable chief ' +
    'speaker leader whip chair chairman chairwoman chairperson director deputy spokesman spokeswoman spokesperson ' +
    'ceo cfo coo cto founder co-founder editor reporter correspondent columnist anchor host producer analyst adviser advisor strategist manager ' +
    'coach economist lawyer nominee candidate aide treasurer dean provost principal ' +
    'actor actress filmmaker singer rapper comedian author novelist writer poet blogger commentator pundit pollster activist historian professor ' +
    'billionaire businessman businesswoman tycoon mogul magnate industrialist entrepreneur investor icon rival counsel secretary-general contributor surrogate dj'
  ).split(' '),
);

/** Titles that only a person bears, so that they tell one where the network does not. */
const honorifics = new Set('mr mrs ms miss dr sen rep gov sir sheriff pastor rev president pope prof'.split(' '));

/** Titles that are part of a name where only one word follows: `Pope Francis`. */
const crowns = new Set('pope king queen prince princess saint st sister father emperor sultan'.split(' '));

/** Titles that are family names as well: `Charlie King`, `Mr. Pope`. */
const familyNames = new Set(
  'king pope judge bishop dean marshal major prince baron general chance lord page price speaker coach'.split(' '),
);

/** Words that count or point and stand before a name only by chance: `Some Democrats`. */
const determiners = new Set(
  'the a an some other many most several both all those these few two three four five six another every each no such among our his her its their my fellow'.split(
    ' ',
  ),
);

/** Adjectives of party and people that stand before a name: `Republican Donald Trump`. */
const adjectives = new Set(
  'republican democrat democratic libertarian conservative liberal labour independent socialist green gop'.split(' '),
);

export function isTitle(word: string): boolean {
  return (
    titles.has(word.toLowerCase().replace(/\.$/u, '')) ||
    /-(?:born|winner|winning|nominee|nominated|based)$/u.test(word)
  );
}

export function isHonorific(word: string): boolean {
  return honorifics.has(word.toLowerCase().replace(/\.$/u, ''));
}

export function isCrown(word: string): boolean {
  return crowns.has(word.toLowerCase().replace(/\.$/u, ''));
}

/** Whether a name that ends in this title word is a description and names nobody. */
export function endsInTitle(words: readonly string[], isAddressed: boolean): boolean {
  const last = words.at(-1)!;
  if (!isTitle(last)) return false;
  return (
    !familyNames.has(last.toLowerCase()) || (words.length === 1 && !isAddressed) || words.slice(0, -1).some(isTitle)
  );
}

export function isDeterminer(word: string): boolean {
  return determiners.has(word.toLowerCase());
}

export function isPartyAdjective(word: string): boolean {
  return adjectives.has(word.toLowerCase());
}
