/** A state with the adjective of its people and its capital, lower case: how reports name its government. */
export interface State {
  readonly name: string;
  readonly adjective: string;
  readonly capital: string;
}

const table = `
afghanistan|afghan|kabul;albania|albanian|tirana;algeria|algerian|algiers;angola|angolan|luanda;argentina|argentine|buenos aires;armenia|armenian|yerevan;
australia|australian|canberra;austria|austrian|vienna;azerbaijan|azerbaijani|baku;bahrain|bahraini|manama;bangladesh|bangladeshi|dhaka;belarus|belarusian|minsk;
belgium|belgian|brussels;benin|beninese|porto-novo;bolivia|bolivian|la paz;bosnia|bosnian|sarajevo;botswana|botswanan|gaborone;brazil|brazilian|brasilia;
britain|british|london;bulgaria|bulgarian|sofia;burkina faso|burkinabe|ouagadougou;burundi|burundian|gitega;cambodia|cambodian|phnom penh;cameroon|cameroonian|yaounde;
canada|canadian|ottawa;chad|chadian|n'djamena;chile|chilean|santiago;china|chinese|beijing;colombia|colombian|bogota;congo|congolese|kinshasa;croatia|croatian|zagreb;
cuba|cuban|havana;cyprus|cypriot|nicosia;denmark|danish|copenhagen;ecuador|ecuadorian|quito;egypt|egyptian|cairo;el salvador|salvadoran|san salvador;
eritrea|eritrean|asmara;estonia|estonian|tallinn;ethiopia|ethiopian|addis ababa;finland|finnish|helsinki;france|french|paris;gabon|gabonese|libreville;
georgia|georgian|tbilisi;germany|german|berlin;ghana|ghanaian|accra;greece|greek|athens;guatemala|guatemalan|guatemala city;guinea|guinean|conakry;haiti|haitian|port-au-prince;
honduras|honduran|tegucigalpa;hungary|hungarian|budapest;iceland|icelandic|reykjavik;india|indian|new delhi;indonesia|indonesian|jakarta;iran|iranian|tehran;
iraq|iraqi|baghdad;ireland|irish|dublin;israel|israeli|jerusalem;italy|italian|rome;ivory coast|ivorian|yamoussoukro;jamaica|jamaican|kingston;japan|japanese|tokyo;
jordan|jordanian|amman;kazakhstan|kazakh|astana;kenya|kenyan|nairobi;kosovo|kosovan|pristina;kuwait|kuwaiti|kuwait city;kyrgyzstan|kyrgyz|bishkek;laos|laotian|vientiane;
latvia|latvian|riga;lebanon|lebanese|beirut;liberia|liberian|monrovia;libya|libyan|tripoli;lithuania|lithuanian|vilnius;luxembourg|luxembourgish|luxembourg;
madagascar|malagasy|antananarivo;malawi|malawian|lilongwe;malaysia|malaysian|kuala lumpur;mali|malian|bamako;malta|maltese|valletta;mauritania|mauritanian|nouakchott;
mexico|mexican|mexico city;moldova|moldovan|chisinau;mongolia|mongolian|ulaanbaatar;montenegro|montenegrin|podgorica;morocco|moroccan|rabat;mozambique|mozambican|maputo;
myanmar|burmese|naypyidaw;namibia|namibian|windhoek;nepal|nepalese|kathmandu;netherlands|dutch|the hague;new zealand|new zealander|wellington;nicaragua|nicaraguan|managua;
niger|nigerien|niamey;nigeria|nigerian|abuja;north korea|north korean|pyongyang;north macedonia|macedonian|skopje;norway|norwegian|oslo;oman|omani|muscat;pakistan|pakistani|islamabad;
panama|panamanian|panama city;paraguay|paraguayan|asuncion;peru|peruvian|lima;philippines|philippine|manila;poland|polish|warsaw;portugal|portuguese|lisbon;qatar|qatari|doha;
romania|romanian|bucharest;russia|russian|moscow;rwanda|rwandan|kigali;saudi arabia|saudi|riyadh;senegal|senegalese|dakar;serbia|serbian|belgrade;sierra leone|sierra leonean|freetown;
singapore|singaporean|singapore;slovakia|slovak|bratislava;slovenia|slovenian|ljubljana;somalia|somali|mogadishu;south africa|south african|pretoria;south korea|south korean|seoul;
south sudan|south sudanese|juba;spain|spanish|madrid;sri lanka|sri lankan|colombo;sudan|sudanese|khartoum;sweden|swedish|stockholm;switzerland|swiss|bern;syria|syrian|damascus;
taiwan|taiwanese|taipei;tajikistan|tajik|dushanbe;tanzania|tanzanian|dodoma;thailand|thai|bangkok;togo|togolese|lome;tunisia|tunisian|tunis;turkey|turkish|ankara;
turkmenistan|turkmen|ashgabat;uganda|ugandan|kampala;ukraine|ukrainian|kyiv;united arab emirates|emirati|abu dhabi;united kingdom|british|london;
united states|american|washington;uruguay|uruguayan|montevideo;uzbekistan|uzbek|tashkent;vatican|vatican|vatican city;venezuela|venezuelan|caracas;vietnam|vietnamese|hanoi;
yemen|yemeni|sanaa;zambia|zambian|lusaka;zimbabwe|zimbabwean|harare`;

const states: readonly State[] = table
  .trim()
  .split(/;\s*/u)
  .filter((row) => row !== '')
  .map((row) => {
    const [name, adjective, capital] = row.split('|') as [string, string, string];
    return { name, adjective, capital };
  });

const spoken: Readonly<Record<string, string>> = {
  'u.s': 'united states',
  'u.s.': 'united states',
  us: 'united states',
  usa: 'united states',
  america: 'united states',
  'u.k': 'britain',
  'u.k.': 'britain',
  uk: 'britain',
  uae: 'united arab emirates',
  holland: 'netherlands',
  burma: 'myanmar',
};
const byName = new Map(states.map((state) => [state.name, state]));

/** The state of this name, or `null`; articles and case make no difference. */
export function stateNamed(name: string): State | null {
  const bare = name.toLowerCase().replace(/^the /u, '');
  return byName.get(spoken[bare] ?? bare) ?? null;
}

/**
 * Whether an adjective belongs to a place: `Chinese` to China, and `Tembean` to Tembe, which no list knows.
 *
 * @param place - the place's name in lower case
 */
export function isAdjectiveOf(adjective: string, place: string): boolean {
  const lower = adjective.toLowerCase();
  const state = stateNamed(place);
  if (state !== null) return state.adjective === lower;
  const ending = /(?:ese|ian|ean|an|ish|i|ic|n)$/u.exec(lower);
  if (ending === null || place.length < 4) return false;
  const stem = lower.slice(0, ending.index);
  return stem.length >= 3 && place.startsWith(stem) && place.length - stem.length <= 3;
}

/** Whether a city is the capital of a state, both in lower case. */
export function isCapitalOf(city: string, place: string): boolean {
  return stateNamed(place)?.capital === city;
}
