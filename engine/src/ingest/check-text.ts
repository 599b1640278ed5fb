import { paragraphSpans, quotationsIn, type Diagnostic } from '../document/index.ts';

const commonWords = new Set(
  'the of and to in a is that for it was on with as by be at from his he but have has had not are were they which this or an their its said who will would'.split(
    ' ',
  ),
);

/** English running text has about 40 % of these words, headlines 15 %, other European languages under 5 %. */
const leastCommonShare = 0.08;
const leastWordsToJudge = 25;

/** Says what in a text will make reading difficult. */
export function checkText(text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (!/\p{L}/u.test(text)) {
    return [{ code: 'no-letters', message: 'Expected a report, got a text without a letter', span: null }];
  }
  const words = text.slice(0, 20_000).toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) => commonWords.has(word)).length;
  if (words.length >= leastWordsToJudge && common / words.length < leastCommonShare) {
    const share = `${Math.round((100 * common) / words.length)} % of the words are common English ones`;
    diagnostics.push({ code: 'not-english', message: `Expected English, got another language: ${share}`, span: null });
  }
  return [...diagnostics, ...unclosedQuotations(text)];
}

/** Quotations that nothing closes: neither their paragraph nor, as newspapers print it, a quotation that opens the next. */
function unclosedQuotations(text: string): Diagnostic[] {
  const paragraphs = paragraphSpans(text);
  return paragraphs.flatMap((paragraph, index): Diagnostic[] => {
    const open = quotationsIn(text, paragraph).find(({ closed }) => !closed);
    const next = paragraphs[index + 1];
    if (open === undefined || (next !== undefined && /[“"]/u.test(text[next.start]!))) return [];
    const { start, end } = open;
    return [{ code: 'unclosed-quotation', message: 'Expected a closing quotation mark, got the end of the paragraph', span: { start, end } }];
  });
}
