function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

/** Words that can open a noun phrase and stand nowhere else in it. */
export const determiners = list(
  'a an the his her its their my our your this these those some several many both each every another other no various',
);

/** Pronouns that can be spoken to. */
export const objectPronouns = list('me us him her them you');

/** Words that end a noun phrase: prepositions, conjunctions, pronouns, auxiliaries, adverbs, verbs of saying. */
export const functionWords = list(`
  about above across after against ahead along alongside amid among around as at before behind below beneath beside besides
  between beyond by concerning despite down during except for from in inside into like near off on onto out outside over past
  per regarding since than through throughout till to toward towards under until up upon via with within without
  and or but nor so yet if whether because although though while whereas unless once when whenever where wherever why how
  that which who whom whose what whatever whoever
  i he she it we they you me him us them himself herself themselves myself itself
  a an the his her its their my our your this these those no every each another
  am is are was were be been being has have had having do does did will would shall should can could may might must won’t
  can’t don’t doesn’t didn’t isn’t wasn’t aren’t weren’t wouldn’t couldn’t hasn’t haven’t hadn’t won't can't don't doesn't
  didn't isn't wasn't aren't weren't wouldn't couldn't hasn't haven't hadn't not never ’s 's
  here there then again also too now just only twice ago afterward afterwards instead still even however meanwhile later
  earlier soon already perhaps maybe yesterday today tonight tomorrow all yes
  said says say saying told tells tell telling asked asks ask asking added adds adding wrote writes writing argued argues
  announced announces called calls spoke speaks went came got became made given gave took held sent seen known shown knew
  left met began saw`);

/** Words that may follow a time without making it part of something else: `said Friday that`, unlike `said Friday prayers`. */
export const followers = list(`
  that to whether if why how what when where who which he she it they we i you there a an the this these those his her its
  their our my your about after against ahead amid among as at because before between but by despite during following for
  from in into not of on over since so than through until upon via when while with without although though only saying
  outside inside near aboard alongside under ahead across adding telling citing calling urging also no all and is was were are has had would will could should`);

/** Nouns for people and bodies that can be spoken to, besides what `isPersonNoun` tells by its ending. */
export const personNouns = list(`
  agency allies ally analyst anchor army assembly associates attendee audience authorities authority aide aides backers board
  body boss bosses brother bureau cabinet caucus chairman chairwoman chair chamber chief chiefs child children church
  citizen citizens class client clients colleague colleagues columnist commission commissioner committee companies company
  congregation congress congressman congresswoman constituents coroner correspondent council couple court courts cops
  councilman crew crowd crowds customers daughter daughters delegate delegates delegation department deputies deputy
  detectives diplomats dozens electorate embassy employee employees everybody everyone executives families family
  father fbi firm firms folks followers friend friends gathering government governments governor graduates group groups
  guest guests host hosts house hundreds husband judge judges journalist journalists juries jury king kids
  lawmakers lawyer lawyers leader leaders legislature magazine magistrate magistrates mayor mayors media member members
  ministry minister ministers mission mother mp mps nation network newspaper newspapers newsroom nobody nurses officer
  officers official officials organisation organization others outlet outlets panel paper parents parliament parties
  parishioners party patients people person police politicians premier president press prosecutor prosecutors public
  publisher queen regulator regulators relatives reporter reporters republicans resident residents secretary senate
  senator senators sergeant service shareholders sister site son sons spokesman spokeswoman staff staffers states station
  student students supporter supporters team thousands tribunal troops union unions viewers volunteers voters website wife
  woman women man men workers world youth boy girl boys girls somebody someone neighbors neighbours interviewer detective
  inquest inquiry faithful democrats conservatives moderator narrator pollster witness witnesses public press pool
  nominee candidate candidates`);

const endings = /(?:ers|ors|ists|ians|crats|men|women|folk|mates|ees|ants|ents|er|or|ist|ian|man|woman|person)$/u;
const notPersons = list(`
  numbers number papers letters letter orders order matters matter powers power waters water answers answer offers offer
  computers computer others other errors error doors door factors factor sectors sector winter summer never order cover
  statements events comments documents agreements arguments payments investments elements moments treatments departments
  grants plants warrants restaurants pants consequents talents contents percents accidents incidents patents continents
  consideration center centre centers theater theatre chapter chapters quarter quarters weather dinner disorder behaviour
  behavior color colors favor favour labor honor honors corner border borders shelter fever barriers barrier river rivers
  fears fees trees degrees committees guarantees shoulders ladder filter disaster disasters murder murders transfer
  transfers paper tower towers career careers favors cheer cheers jeer jeers laughter terror horror error humor rumor rumors rumours mirror tumor anchor`);

/** Whether a noun names people or a body of people; by a list, and by endings such as those of “reporters” and “senators”. */
export function isPersonNoun(lower: string): boolean {
  return (
    personNouns.has(lower) ||
    (lower.length > 4 && endings.test(lower) && !notPersons.has(lower) && !/ments?$/u.test(lower))
  );
}

/** What one tells without telling it to anybody: `told a story`. */
export const tellable = list(`
  story stories tale tales truth truths lie lies joke jokes fib fibs secret secrets difference fortune fortunes anecdote
  anecdotes news time history half-truth half-truths untruths falsehood falsehoods version account everything something
  nothing anything much more lot same fact facts question questions whopper whoppers`);

/** Texts, recordings and turns of speech that words stand in. */
export const textNouns = list(`
  statement statements interview interviews letter letters email emails e-mail e-mails tweet tweets post posts posting
  postings message messages memo memos memorandum note op-ed op-eds column article articles essay editorial book memoir
  memoirs autobiography report filing filings documents lawsuit complaint brief motion ruling opinion decision judgment
  judgement dissent affidavit testimony deposition announcement release video podcast broadcast documentary ad
  advertisement text texts voicemail recording newsletter blog dispatch resolution bulletin indictment remarks comments
  speech speeches address monologue segment episode chat thread caption conversation conversations exchange call
  teleconference appearance appearances toast sermon homily eulogy lecture keynote presentation response reply newscast
  commentary communique communiqué`);

/** Of those, what may do without an article. */
export const bareTextNouns = list(`
  interviews remarks comments testimony tweets emails e-mails letters statements speeches filings documents posts messages
  texts postings appearances conversations`);

/** Things that happen at a place and a time, where words are spoken. */
export const eventNouns = list(`
  rally rallies event events fundraiser fund-raiser forum summit conference convention meeting meetings session ceremony
  gathering hearing hearings debate debates briefing briefings breakfast lunch luncheon dinner reception march protest
  demonstration vigil funeral memorial mass visit trip tour stop panel discussion roundtable trial inquest inquiry workshop
  seminar symposium lecture festival launch unveiling inauguration celebration commemoration talks negotiations show
  program programme interview speech address assembly commencement pageant banquet gala appearance presser call
  teleconference sermon keynote expo retreat caucus proceedings arraignment sentencing deposition telethon townhall
  broadcast newscast podcast flight`);

/** Programmes, pages and channels that words are spoken or written on. */
export const channelNouns = list(`
  call visit trip tour broadcast show program programme podcast radio television tv blog website site page account feed
  network networks air episode edition newscast channel app platform`);

const outlets = list(`
  cnn nbc abc cbs msnbc fox bbc pbs npr c-span cnbc hbo itv univision telemundo siriusxm twitter facebook instagram youtube
  snapchat reddit telegram tumblr periscope linkedin weibo whatsapp tiktok`);

/** Whether a word names a broadcaster or a network that everybody knows: `CNN`, `NBC’s`, `Twitter`. */
export function isOutlet(lower: string): boolean {
  return outlets.has(lower.replace(/['’]s$/u, ''));
}

/** Kinds of place that one speaks at or from. */
export const placeNouns = list(`
  headquarters airport hospital court courthouse church palace university college school hotel center centre stadium site scene
  station embassy base camp border hall office offices home residence library museum club arena studio studios factory plant
  farm restaurant diner park mosque synagogue temple cathedral chapel monument cemetery prison jail barracks building
  mansion house courtroom headquarters gym gymnasium auditorium theater theatre plaza square podium lectern lobby driveway
  checkpoint warehouse shipyard port harbor harbour stadium mall bar pub cafe café ranch villa compound resort tower
  crossing shelter bedside bed plane campus institute academy consulate capitol statehouse fairgrounds lawn garden tarmac
  doorstep podium mosque depot refinery pier quayside bakery`);

/** Places with a capital that take an article, or need no kind of place to be told. */
export const landmarks =
  /^(?:(?:the )?(?:White House|Pentagon|Kremlin|Vatican|United Nations|U\.N\.|Capitol|Elysee|Élysée|Oval Office|Rose Garden|State Department|Justice Department|West Bank|Bronx|Hague|Hamptons|Midwest|South|North|Bundestag|Knesset|Duma|Senate|House)|Capitol Hill|Downing Street|Wall Street|Mar-a-Lago|Ground Zero|Air Force One|Guantánamo Bay)$/u;

/** Capitalised words after “in” that are no place: languages, titles, parts of books and of the year. */
export const notPlaces = list(`
  english french german spanish russian arabic chinese mandarin japanese korean italian portuguese hebrew persian farsi turkish
  dutch greek latin polish hindi urdu swahili ukrainian cantonese swedish norwegian danish finnish
  january february march april may june july august september october november december spring summer autumn fall winter
  monday tuesday wednesday thursday friday saturday sunday chapter article section part act title genesis exodus psalms
  times post journal news magazine herald tribune review report gazette chronicle guardian telegraph mirror week today
  court day god christ jesus i politico reuters bloomberg breitbart vogue time newsweek slate salon vox axios
  obamacare brexit nato medicare medicaid democrats republicans congressional`);

/** Nouns in “-ing”, which end no noun phrase, unlike “leaving” in `reporters leaving the hall`. */
export const ingNouns = list(`
  meeting briefing hearing gathering building ruling filing posting opening recording breeding holding king ring thing
  evening morning wedding closing housing planning banking engineering polling ruling funding sentencing unveiling
  fundraising fund-raising campaigning broadcasting morning string training mining farming governing leading sitting
  outgoing incoming visiting wide-ranging breaking sweeping scathing rambling televising during`);

/** The states of America, which follow a town without a second comma: `in Salem, New Hampshire on Monday`. */
export const states =
  /^(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)$/u;

/** Nouns behind which “of” says what they were told and not who they are: `told reporters of a plan`. */
export const toldOf = list(
  'reporters journalists investigators investors lawmakers officers police detectives friends colleagues authorities',
);

/** Nouns that go on with “of” to the event itself: `a series of interviews`, `the middle of a speech`. */
export const partsOf = list(
  'series pair number string flurry round couple minutes hours handful variety set spate slew lot course midst middle end start beginning close opening conclusion',
);
