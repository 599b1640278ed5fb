/**
 * Lines and sentences that belong to the page and not to the report: links, credits, calls to subscribe, notes on who wrote it.
 *
 * Each is looked for at the start of a line or sentence; what a report might say in earnest is left alone.
 */
const openings = new RegExp(
  `^[\\s(\\[*•▪►>–—-]{0,6}(?:${[
    'read (?:more|the|next|our|also|it|on|full|here|related|this)\\b',
    "(?:related|recommended|also read|see also|more|watch|video|listen|photos?|photo credit|image(?: credit| copyright| caption)?|picture|pictured|credits?|caption|graphic|gallery|slideshow|podcast|breaking|update[sd]?|correction|clarification|editor[’']s notes?|note|source|sources|tags?|topics?|filed under|warning|contact|share|print|e-?mail|tip)s?\\s?:",
    'click (?:here|on|to|below|through)\\b',
    '(?:you can )?(?:follow|contact|reach|e-?mail) (?:\\S+ ){1,8}(?:on (?:twitter|facebook|x|instagram)|at )',
    '(?:on twitter )?follow (?:us|me|him|her|them|@)',
    '(?:sign up|subscribe|register|log in|download|join us|like us|tune in|stay tuned|scroll (?:down|up)|continue reading|story continues|article continues|advertisement|skip (?:to|advert))\\b',
    "(?:watch|listen to|see|view|check out|take a look at|find out|learn more|get) (?:the|our|a|his|her|it|more|all|this|full|live|below|above|here|\\S+[’']s)\\b[^.]{0,80}(?:\\b(?:below|above|here|app|newsletter|podcast|video|gallery|slideshow)\\b|:?$)",
    'for more\\b',
    'this (?:article|story|post|piece|report|page|version|interview|transcript|video|column) (?:has been|have been|was|is being|will be|originally|first|appears?|appeared|contains|is (?:part|a preview|an? excerpt))\\b',
    '(?:an|a previous|a prior|the original) (?:earlier )?version of (?:this|the) (?:article|story|report|post)\\b',
    '(?:additional )?(?:reporting|writing|editing|photography|photos?|graphics?|story|video produced|translation|compiled) by\\b',
    'with (?:reporting|additional reporting|files) (?:by|from)\\b',
    '(?:all rights reserved|copyright\\b|©|\\(c\\) ?\\d{4})',
    '(?:the )?views expressed\\b',
    'we are sorry',
    '<\\/?[a-z]',
    '(?:https?:|www\\.|pic\\.twitter)',
    'h/t\\b',
    '(?:just )?(?:look at|subscribe|tune in|welcome to|listen to|watch)\\b',
    '(?:reprinted|adapted|excerpted) (?:courtesy|with|by|from)\\b',
    '(?:getty|ap|afp|reuters|epa|shutterstock|istock|alamy|courtesy|file|handout|pool|stock) (?:photos?|images?)\\b',
  ].join('|')})`,
  'iu',
);

/** “Ana Okonjo contributed to this report”, “Ana Okonjo is a reporter for the Herald”. */
const credit = / contributed (?:to this (?:report|story|article|post|piece)|reporting)\b/iu;
const note =
  /^(?:\S+ ){1,8}(?:is|are) (?:(?:an?|the) )?(?:\S+ ){0,5}(?:reporter|columnist|correspondent|editor|writer|contributor|blogger)s? (?:for|at|with|of|based)\b/iu;

/** Longest opening looked at; what such a line says, it says at once. */
const longestOpening = 240;

/** Whether a line or sentence is the page's and not the report's. */
export function isFurniture(text: string): boolean {
  const opening = text.slice(0, longestOpening);
  if (openings.test(opening) || credit.test(opening) || isByline(text)) return true;
  return note.test(opening) || !/[\p{L}\p{N}]/u.test(text);
}

/** “By Ana Okonjo, Port Vardo”, and no stop behind it. */
function isByline(text: string): boolean {
  return text.length < longestOpening && /^(?:By|by|BY) \p{Lu}/u.test(text) && !/[.!?]["”’)]?$/u.test(text);
}
