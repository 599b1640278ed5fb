const words = (list: string): Set<string> => new Set(list.split(/\s+/u).filter((word) => word !== ''));

/** Abbreviations that a name follows. */
export const titles = words(`
  mr mrs ms mx dr prof sen sens rep reps gov govs gen gens lt col maj capt cmdr cpl sgt pfc pvt adm brig rev fr br hon pres supt insp det
  msgr messrs mme mlle amb atty treas sra dra pte dep cllr asst assoc vice-adm lt.-gov lt.-col lt.-gen
`);

/** Abbreviations that never end a sentence. */
export const neverLast = words('vs v cf viz e.g i.e approx ca incl esp c.f eg');

/** Abbreviations that a number follows. */
export const numbered = words(
  'no nos art sec fig figs vol vols pp ch op jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Abbreviations that may end a sentence and may not. */
export const maybeAbbreviation = words(`
  inc co cos corp ltd plc llc jr sr bros esq etc al st ste mt ft dept est assn assoc univ ave blvd rd sq pkwy hwy ctr bldg intl natl govt admin div
  mfg tech ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore
  pa penn tenn tex vt va wash wis wisc wyo ont que alta sask dak
  w.va ph.d m.d b.a m.a j.d d.c u.s u.k u.n e.u u.s.a
  mon tue tues wed thu thur thurs fri sat sun
`);

/** What follows `a.m.` and `p.m.` within a sentence. */
export const timeWords = words(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
  January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST Eastern Central Mountain Pacific Greenwich
`);

/** Words that begin sentences and, in capitals, no names that an abbreviation would stand before. */
export const startsSentences = words(`
  The A An This That These Those There Here It Its It's He He's She She's They They're Their We We're Our You You're Your I I'm I've My His Her
  Who What When Where Why How Which Whether While Although Though Because Since After Before Until Unless If As Once
  And But Or Nor Yet So For In On At By To From With Without Within Under Over During Through Throughout Despite Amid Among
  Between Against About Above Across Along Around Behind Below Beyond Like Unlike Of Off
  Then Now Still Also Even Just Only However Meanwhile Moreover Furthermore Instead Later Earlier Today Tomorrow Yesterday
  Some Many Most Much More Few Several Both Each Every All Any Another Other Others Such Neither Either None Nobody Nothing No Not
  One Two Three Four Five Six Seven Eight Nine Ten Is Are Was Were Do Does Did Has Have Had Can Could Will Would Should May
  According Asked Following Last That's There's What's Perhaps Maybe Indeed Yes Ultimately Finally Recently Republicans
  Democrats Critics Officials Authorities Police Nearly Almost About Let's Let
`);
