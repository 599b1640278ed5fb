/** The part of the DOM that the walk needs; linkedom and browsers both offer it. */
interface WalkNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<WalkNode>;
  hasAttribute?(name: string): boolean;
}

const elementNode = 1;
const textNode = 3;

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);

/** Elements that are no part of what a report says, wherever they stand in it. */
const leftOut = new Set(
  'ASIDE AUDIO BUTTON CANVAS FIGCAPTION FIGURE FOOTER FORM HEAD IFRAME INPUT NAV NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG TEMPLATE VIDEO'.split(
    ' ',
  ),
);

/** How many elements lie within one another at the deepest place. */
export function pageDepth(root: WalkNode): number {
  let depth = 0;
  let level: WalkNode[] = [root];
  for (; level.length > 0; depth++) {
    level = level.flatMap((node) => [...node.childNodes].filter((child) => child.nodeType === elementNode));
  }
  return depth;
}

/** Paragraphs of an element in reading order; white space is folded, line breaks within a paragraph become spaces. */
export function pageParagraphs(root: WalkNode): string[] {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    // Soft hyphens and zero-width spaces are advice on where a line may end.
    const paragraph = current
      .replace(/[\u00ad\u200b\ufeff]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
    if (paragraph !== '') paragraphs.push(paragraph);
    current = '';
  };
  let breaks = 0;
  // Steps still to take, the next one last; a walk by recursion would end at some depth that broken pages do reach.
  const steps: (WalkNode | typeof flush)[] = [root];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'function') {
      step();
      continue;
    }
    const name = step.nodeName.toUpperCase();
    if (step.nodeType === textNode) {
      const text = step.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      current += text;
    } else if (step.nodeType !== elementNode || leftOut.has(name) || step.hasAttribute?.('hidden')) {
      continue;
    } else if (name === 'BR') {
      // One line break is layout; two in a row part paragraphs.
      if (++breaks === 2) flush();
      else current += ' ';
    } else {
      if (blocks.has(name)) {
        flush();
        steps.push(flush);
      }
      for (const child of [...step.childNodes].reverse()) steps.push(child);
    }
  }
  flush();
  return paragraphs;
}

const shareWords =
  'share|share (?:on|via|to|with|by)|share this(?: (?:article|story|page))?|tweet|post|facebook|twitter|x|whatsapp|email|e-mail|print|linkedin|reddit|telegram|bluesky|mastodon|threads|pinterest|messenger|copy link|link copied|save|comments?|bookmark|listen|gift this article';
const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/**
 * What pages put between the paragraphs of a report. Sentences end with a full stop and furniture seldom does; so a line
 * that could be either is kept where it ends as a sentence.
 */
const furniture = [
  // “Read more here” · “READ MORE: Ferry strike” · “See also Ferry strike”
  /^(?:read|see|watch|listen|view)(?: it)?(?: (?:more|also|next|now|this|here|on))+(?: here| next| now| story| article| interview)*\s*[.:!…>›»→]*$/iu,
  /^(?:read|see|watch|listen|view)(?: (?:more|also|next|now|this|here))+(?: here| next| now)*\s?[:|>›»→–—-].{0,160}$/iu,
  /^(?:read more|see more|see also|read also|watch more|watch now|also read|also see)\b.{0,160}[^.!?…”"’]$/iu,
  /^(?:read|see|watch|view|click here for) the (?:full|original|complete) (?:story|article|report|interview|video)\b.{0,80}$/iu,
  /^(?:more|related|recommended|also)(?: (?:on|from|in|stories|articles|coverage|reading|read|news|content|topics|links))+\b(?:.{0,120}[^.!?…”"’])?$/iu,
  /^(?:related|recommended|most read|most popular|trending|up next|what to read next|you may also like|more on this story|don’t miss|editors’ picks?|top stories|advertisement|advertising|sponsored(?: content)?|share|share this(?: (?:article|story|page))?|print|email|(?:\d+ )?comments?|loading(?:\.{3}|…)?|photo gallery|copy link|link copied!?|story continues below(?: advertisement)?|article continues (?:below|after) .{0,40}|continue reading(?: below)?|back to top|skip to (?:content|main content|main|navigation|comments))[.:!…]?$/iu,
  /^(?:follow us(?: (?:on|at|here|for|via)\b.{0,60})?|sign up (?:for|to|here|now|today)\b.{0,120}|sign up|subscribe(?: (?:to|now|today|here|for)\b.{0,120})?|click here\b.{0,120}|get our .{0,60}newsletter.{0,60}|download (?:the|our) .{0,30}\bapp\b.{0,60}|support (?:our|independent) journalism.{0,60})[.:!]?$/iu,
  new RegExp(`^(?:(?:${shareWords})[|·•,\\s]*)+$`, 'iu'),
  /^(?:(?:photo|image|picture|video|credit|file photo|photograph)s?|(?:photo|image|video|photograph) (?:by|credit|courtesy))\s?[:/].{0,160}$/iu,
  /^(?:©|\(c\)\s|copyright (?:©|\(c\)|\d{4})).{0,160}$/iu,
  // “Updated 3 March 2026, 10.15” · “Published: March 3, 2026” · “4 min read”
  new RegExp(
    `^(?:first )?(?:published|updated|last (?:updated|modified)|posted)(?: (?:on|at))?\\b[:,]?\\s.{0,20}(?:${monthName}|\\d{4}-\\d\\d-\\d\\d|\\d\\d?[:.]\\d\\d).{0,40}(?<![.!?])$`,
    'iu',
  ),
  new RegExp(
    `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\\d{1,2} ${monthName}|${monthName} \\d{1,2}),? \\d{4}(?:,? (?:at )?\\d{1,2}[:.]\\d\\d.{0,12})?$`,
    'iu',
  ),
  /^\d+[ -]min(?:ute)?s?(?: read)?$/iu,
];

/** Whether a paragraph belongs to the page rather than to the report: “Read more here”, share links, credits. */
export function isFurniture(paragraph: string): boolean {
  return furniture.some((pattern) => pattern.test(paragraph));
}
