import { paragraphSpans, quotationsIn, type Diagnostic } from '../document/index.ts';

const englishWords = new Set(
  'the of and to in a is that for it was on with as by be at from his he but have has had not are were they which this or an their its said who will would'.split(
    ' ',
  ),
);

/** Frequent words of languages near to English in script, without those that English has too. */
const foreignWords = new Set(
  (
    'der das und ist nicht ein eine einen dem von zu auf für sich dass sie wir sind wurde werden haben nach bei auch über ' + // German
    'le les des du et est une dans qui que pas sur au aux avec ce cette sont été plus ont il elle selon ' + // French
    'el los las del y es una por para su se lo como más pero fue según han sus este esta ha ' + // Spanish
    'di il che della dei gli nel alla anche sono più delle non stato dal ' + // Italian
    'os das dos não uma com por foi são ao pela mais ' + // Portuguese
    'het een zijn dat niet voor op aan wordt werd ook naar deze heeft hebben ' + // Dutch
    've bir bu için ile da de olarak olan daha çok gibi kadar sonra dedi ' + // Turkish
    'och att det som är på för av med till inte har jag ikke og af til ' + // Swedish, Danish, Norwegian
    'w na z się nie że jest od po są '
  ) // Polish
    .trim()
    .split(/\s+/u),
);

/** English running text has about 40 % of these words, headlines 15 %, other European languages under 8 %. */
const leastEnglishShare = 0.08;
const leastWordsToJudge = 25;
/** With fewer words than that, so many must be another language's, and more than are English. */
const leastForeignWords = 3;
/** Letters of another script tell the language by themselves; a name or two in it do not. */
const leastLettersToJudge = 8;

/** Says what in a text will make reading difficult. */
export function checkText(text: string): Diagnostic[] {
  if (!/\p{L}/u.test(text)) {
    return [{ code: 'no-letters', message: 'Expected a report, got a text without a letter', span: null }];
  }
  const language = notEnglish(text.slice(0, 20_000));
  const diagnostics: Diagnostic[] =
    language === null
      ? []
      : [{ code: 'not-english', message: `Expected English, got another language: ${language}`, span: null }];
  return [...diagnostics, ...unclosedQuotations(text)];
}

/** Why a text is not English, or `null` where it is, or is too short to tell. */
function notEnglish(text: string): string | null {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= leastLettersToJudge && latin < letters / 2) {
    return `${percent(1 - latin / letters)} of the letters are of another script`;
  }
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const english = words.filter((word) => englishWords.has(word)).length;
  const foreign = words.filter((word) => foreignWords.has(word.normalize('NFC'))).length;
  const few = words.length >= leastWordsToJudge && english / words.length < leastEnglishShare;
  if (few || (foreign >= leastForeignWords && foreign > 1.5 * english)) {
    return `${percent(english / words.length)} of the words are common English ones`;
  }
  return null;
}

/** Quotations that nothing closes: neither their paragraph nor, as newspapers print it, a quotation that opens the next. */
function unclosedQuotations(text: string): Diagnostic[] {
  const paragraphs = paragraphSpans(text);
  return paragraphs.flatMap((paragraph, index): Diagnostic[] => {
    const open = quotationsIn(text, paragraph).find(({ closed }) => !closed);
    const next = paragraphs[index + 1];
    if (open === undefined || (next !== undefined && /[“„"]/u.test(text[next.start]!))) return [];
    const { start, end } = open;
    return [
      {
        code: 'unclosed-quotation',
        message: 'Expected a closing quotation mark, got the end of the paragraph',
        span: { start, end },
      },
    ];
  });
}
