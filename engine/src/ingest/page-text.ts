/** The part of the DOM that the walk needs; linkedom and browsers both offer it. */
interface WalkNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<WalkNode>;
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

/** Paragraphs of an element in reading order; white space is folded, line breaks within a paragraph become spaces. */
export function pageParagraphs(root: WalkNode): string[] {
  const paragraphs: string[] = [];
  let current = '';
  const flush = (): void => {
    const paragraph = current.replace(/[\s\u00a0]+/gu, ' ').trim();
    if (paragraph !== '') paragraphs.push(paragraph);
    current = '';
  };
  let breaks = 0;
  const walk = (node: WalkNode): void => {
    if (node.nodeType === textNode) {
      const text = node.textContent ?? '';
      if (text.trim() !== '') breaks = 0;
      current += text;
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== elementNode || leftOut.has(name)) return;
    if (name === 'BR') {
      // One line break is layout; two in a row part paragraphs.
      if (++breaks === 2) flush();
      else current += ' ';
      return;
    }
    const block = blocks.has(name);
    if (block) flush();
    for (const child of node.childNodes) walk(child);
    if (block) flush();
  };
  walk(root);
  flush();
  return paragraphs;
}

const furniture = [
  /^(read|see|watch|listen)( (more|also|next|now|this|here))+\b.{0,120}$/iu,
  /^(more|related|recommended|also) (on|from|in|stories|articles|coverage|reading|read)\b.{0,120}$/iu,
  /^(related|advertisement|advertising|sponsored|share|share this( (article|story|page))?|print|email|comments?|follow us.{0,60}|sign up.{0,120}|subscribe.{0,120}|click here.{0,120}|loading.{0,10}|photo gallery|copy link|skip to .{0,40})[.:!]?$/iu,
  /^(share|tweet|facebook|twitter|whatsapp|email|print|linkedin|reddit|telegram|x|bluesky|mastodon|copy link|[|·•, ])+$/iu,
  /^((photo|image|picture|video|credit|file photo)s?|(photo|image|video) (by|credit|courtesy))\s?[:/].{0,160}$/iu,
  /^(©|\(c\)|copyright)\s.{0,160}$/iu,
];

/** Whether a paragraph belongs to the page rather than to the report: “Read more here”, share links, credits. */
export function isFurniture(paragraph: string): boolean {
  return furniture.some((pattern) => pattern.test(paragraph));
}
