const words = (list: string): Set<string> => new Set(list.split(','));

/** Agencies and broadcasters that file under datelines, in lower case. Others are recognised by their form alone. */
const agencies = words(
  'reuters,thomson reuters foundation,ap,associated press,the associated press,afp,agence france-presse,upi,dpa,apa,epd,kna,' +
    'efe,ansa,adnkronos,lusa,belga,anp,tt,ntb,ritzau,pap,ctk,tanjug,hina,mti,xinhua,tass,itar-tass,ria novosti,interfax,' +
    'ukrinform,kyodo,kyodo news,jiji,jiji press,yonhap,kcna,cna,pti,ani,ians,app,unb,bss,bernama,antara,vna,aap,nzpa,pa,' +
    'pa media,press association,anadolu,anadolu agency,aa,irna,isna,spa,wam,mena,petra,sana,nan,sapa,canadian press,' +
    'the canadian press,cp,cnn,cnn business,cnnmoney,bbc,bbc news,cbs,cbs news,nbc news,abc news,fox news,npr,bloomberg,' +
    'bloomberg news,marketwatch,dow jones,voa,rfe/rl,rfa,rfi,dw,al jazeera,ap/reuters,reuters/ap,afp/ap,tribune news service,' +
    'new york times,the new york times,washington post,the washington post,los angeles times,religion news service,rns,' +
    'catholic news service,cns,ips,irin,stat,propublica,politico,axios,business wire,pr newswire,prnewswire,globe newswire,' +
    'globenewswire',
);

/** What stands before a dash to say what sort of report follows. */
const labels = words(
  'BREAKING,BREAKING NEWS,JUST IN,LIVE,LIVE BLOG,LIVE UPDATES,LATEST,THE LATEST,WATCH,LISTEN,READ,READ MORE,UPDATE,UPDATED,' +
    'EXCLUSIVE,OPINION,ANALYSIS,COMMENT,COMMENTARY,EDITORIAL,EDITORIALS,COLUMN,LETTER,LETTERS,CORRECTION,CLARIFICATION,' +
    'EXPLAINER,EXPLAINED,FACTBOX,FACT BOX,FACT CHECK,FACTCHECK,TIMELINE,VIDEO,VIDEOS,AUDIO,PHOTO,PHOTOS,PICTURES,GALLERY,' +
    'PODCAST,INTERVIEW,PROFILE,FEATURE,REVIEW,PREVIEW,QUIZ,POLL,NEWS,NEWS ANALYSIS,WORLD NEWS,SPORT,SPORTS,WEATHER,BUSINESS,' +
    'POLITICS,HEALTH,WORLD,SCIENCE,CULTURE,ARTS,TRAVEL,FOOD,TECH,TECHNOLOGY,OBITUARY,INSIGHT,SPECIAL REPORT,INVESTIGATION,' +
    "ALERT,WARNING,NOTE,NOTICE,EDITOR’S NOTE,EDITOR'S NOTE,SPOILER,ADVERTISEMENT,SPONSORED,QUESTION,ANSWER,SUMMARY,BRIEF," +
    'BRIEFS,ROUNDUP,WRAP,RECAP,BACKGROUND,CONTEXT,VERDICT,CLAIM,TRUE,FALSE,MISLEADING,RESULT,RESULTS,SCORE,SCORES,' +
    'MODERATOR,REPORTER,HOST,SPEAKER,INTERVIEWER,NARRATOR,BREXIT,COVID',
);

/** Bodies and things whose names are upper case and could be said as a word. Names without a vowel need no list. */
const acronyms = words(
  'NATO,FIFA,UEFA,OPEC,NASA,UNESCO,UNICEF,UNHCR,UNRWA,INTERPOL,EUROPOL,FRONTEX,ASEAN,ECOWAS,HAMAS,ISIS,ISIL,DAESH,COVID,AIDS,BRICS,' +
    'OSCE,OECD,IAEA,MERCOSUR,APEC,NAFTA,USMCA,NAACP,ACLU,USAID,FEMA,NOAA,OSHA,FINRA,NASDAQ,FTSE,IKEA,AUKUS,CARICOM,COMESA,SADC,' +
    'UNAIDS,OCHA,UNDP,WADA,AIPAC,ICANN,UNIFIL,MONUSCO,CITES,OPCW,CERN,ESA,USA,UAE,OFCOM,OFSTED,HMRC,ASIO,EBRD',
);

const personOrDay =
  /^(?:(?:The |A |An )?(?:Mr|Mrs|Ms|Mx|Dr|Sir|Dame|Lord|Lady|Prof(?:essor)?|President|Prime|Vice|Minister|Chancellor|Premier|Senator|Sen|Rep|Gov|Governor|Mayor|King|Queen|Prince|Princess|Pope|Gen|General|Col|Colonel|Capt|Captain|Sgt|Judge|Justice|Attorney|Secretary|Foreign|Deputy|Chief|Former)\b|(?:MR|MRS|MS|DR|SIR|PRESIDENT|SENATOR|MINISTER|PRIME MINISTER)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b|(?:Today|Yesterday|Tomorrow|On|In|At|By|From|Since|Until|Published|Updated|Posted|Last|First|But|And|It|He|She|We|They|This|That|These|Those|When|While|After|Before|If|As|For)\b)/u;

/** Whether an agency of this name is well known. */
export function isKnownAgency(agency: string): boolean {
  return agencies.has(agency.toLowerCase());
}

/** Whether upper-case words say what sort of report follows: `BREAKING`, `FACT CHECK`. */
export function isLabel(place: string): boolean {
  return labels.has(place);
}

/** Whether one upper-case word is, or may be, the short name of a body: `NATO`, `BWC`, `U.N.` */
export function isAcronym(place: string): boolean {
  if (/[\s,/]/u.test(place))
    return place
      .split(/[\s,/]+/u)
      .some((word) => acronyms.has(word) || /^(?:UN|EU|UK|US|U\.N\.|U\.S\.|E\.U\.)$/u.test(word));
  const letters = place.normalize('NFD').replace(/[^\p{L}]/gu, '');
  return (
    letters.length <= 3 || acronyms.has(letters) || !/[AEIOUYÆØ]/u.test(letters) || /^(?:\p{Lu}\.){2,}$/u.test(place)
  );
}

/** Whether title-case words begin as those of a person, a day or a sentence do. “The Hague” does not. */
export function isPersonOrDay(place: string): boolean {
  return personOrDay.test(place);
}
