import type { SourceType } from '../attribution/index.ts';
import { stateNamed } from './states.ts';

/** Head nouns, in lower case, that tell what kind of source a phrase or a name is. Singular; a plural is told by its `s`. */
const heads: { readonly [type in SourceType]?: string } = {
  government:
    'government administration ministry department agency court senate house congress parliament assembly legislature council cabinet ' +
    'authority army navy military police police-force bureau treasury embassy consulate kremlin pentagon state nation country kingdom city county ' +
    'municipality province republic regulator prosecutor judge jury tribunal commission subcommittee panel white-house fbi cia nsa epa sec irs nasa nypd ' +
    'geological-survey coast-guard border-patrol supreme-court security-council justice-department regime junta monarchy',
  organisation:
    'campaign party company firm corporation union federation association institute institution foundation forum organisation organization charity ' +
    'church bank club league pac super-pac camp committee coalition movement brigade front militia university college school hospital think-tank ' +
    'nonprofit ngo business startup airline retailer manufacturer bloc alliance center centre board imf nato un eu opec aclu naacp nra dnc rnc gop',
  media:
    'newspaper magazine network broadcaster outlet newsroom editorial-board cnn msnbc nbc abc cbs bbc npr reuters bloomberg politico breitbart ' +
    'times post journal tribune herald gazette chronicle guardian telegraph mirror courier observer examiner news hill yorker website radio',
  document:
    'poll survey study report lawsuit suit complaint filing indictment memo memorandum letter e-mail email statement document book bill law amendment treaty ' +
    'constitution ad advert advertisement commercial photo picture video footage tape transcript article column essay op-ed post tweet petition ruling ' +
    'data statistic figure record index average resolution plan budget census audit analysis dossier leaflet poster banner sign film documentary ballot ' +
    'message note manifesto paper white-paper voice-over finding result caucus primary inquiry review',
  unnamed:
    'official aide adviser advisor source insider staffer operative spokesman spokeswoman spokesperson diplomat friend associate witness',
  group:
    'critic voter analyst expert supporter opponent republican democrat conservative liberal activist protester resident lawmaker researcher scientist ' +
    'scholar economist observer advocate delegate leader american percent half majority people evangelical reader student worker family parent',
};

const typeOfHead = new Map(
  Object.entries(heads).flatMap(([type, words]) => words.split(' ').map((word) => [word, type as SourceType] as const)),
);

/** What the words of a name or phrase say of its type, or `null` where they say nothing. */
export function typeByWords(words: readonly string[], head: string): SourceType | null {
  if (stateNamed(words.join(' ')) !== null) return 'government';
  const lower = head.toLowerCase();
  const at = words.findLastIndex((word) => word.toLowerCase() === lower);
  const pair = at > 0 ? `${words[at - 1]!.toLowerCase()}-${lower}` : '';
  for (const word of [pair, lower]) {
    const found = typeOfHead.get(word) ?? typeOfHead.get(singular(word));
    if (found !== undefined) return found;
  }
  return null;
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/u.test(word)) return word.slice(0, -2);
  return word.replace(/men$/u, 'man').replace(/s$/u, '');
}
