import type { Series } from './series.ts';

interface Caption {
  /** The name of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly series: readonly Series[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const font = 'system-ui, sans-serif';
const marginPx = 16;
/** Sharp in print at the width of a page. */
const scale = 3;
/** Browsers draw no larger pictures. */
const mostPx = 16_000;

/** Saves a chart as an SVG file that needs nothing else, for white paper. */
export function saveSvg(svg: SVGSVGElement, caption: Caption): void {
  save(new Blob([textOf(pictureOf(svg, caption))], { type: 'image/svg+xml' }), `according-${caption.name}.svg`);
}

/** Saves a chart as a PNG file. */
export async function savePng(svg: SVGSVGElement, caption: Caption): Promise<void> {
  const picture = pictureOf(svg, caption);
  const [width, height] = [Number(picture.getAttribute('width')), Number(picture.getAttribute('height'))];
  const address = URL.createObjectURL(new Blob([textOf(picture)], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const times = Math.min(scale, mostPx / width, mostPx / height);
    const canvas = Object.assign(document.createElement('canvas'), { width: width * times, height: height * times });
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (png !== null) save(png, `according-${caption.name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The chart with its title, key and origin, all colours written out. */
function pictureOf(svg: SVGSVGElement, { title, about, series }: Caption): SVGSVGElement {
  const width = Number(svg.getAttribute('width')) + 2 * marginPx;
  const inner = width - 2 * marginPx;
  const picture = element('svg', { 'font-family': font });
  const defs = document.querySelector('.chart-patterns defs')?.cloneNode(true);
  if (defs !== undefined) picture.append(defs);
  const background = element('rect', { fill: 'var(--paper)', width });
  picture.append(background);
  let y = marginPx + 14;
  const line = (words: string, size: number, weight: string, fill: string): void => {
    for (const part of linesOf(words, `${weight} ${size}px ${font}`, inner)) {
      const text = element('text', { x: marginPx, y, 'font-size': size, 'font-weight': weight, fill });
      text.textContent = part;
      picture.append(text);
      y += size * 1.4;
    }
  };
  line(title, 16, '700', 'var(--ink)');
  if (about !== '') line(about, 12, '400', 'var(--dim)');
  if (series.length > 0) {
    let x = marginPx;
    y += 4;
    for (const { label, fill } of series) {
      const wide = 20 + widthOf(label, `12px ${font}`) + 14;
      if (x > marginPx && x + wide > width - marginPx) {
        x = marginPx;
        y += 18;
      }
      const text = element('text', { x: x + 18, y, 'font-size': 12, fill: 'var(--ink)' });
      text.textContent = label;
      picture.append(element('rect', { x, y: y - 11, width: 13, height: 13, fill }), text);
      x += wide;
    }
    y += 12;
  }
  const plot = svg.cloneNode(true) as SVGSVGElement;
  // A picture leads nowhere: what is in its links stays.
  for (const link of plot.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  plot.removeAttribute('class');
  // Numbers at its ends reach beyond it.
  plot.setAttribute('overflow', 'visible');
  plot.setAttribute('x', String(marginPx));
  plot.setAttribute('y', String(y));
  picture.append(plot);
  const height = y + Number(svg.getAttribute('height')) + marginPx;
  background.setAttribute('height', String(height));
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    picture.setAttribute(name, String(value));
  writeOutColours(picture);
  return picture;
}

function writeOutColours(picture: SVGSVGElement): void {
  const paper = Object.assign(document.createElement('div'), { className: 'chart-picture hidden' });
  paper.append(picture);
  document.body.append(paper);
  for (const part of picture.querySelectorAll('*'))
    for (const name of ['fill', 'stroke'] as const)
      if (/var\(|currentColor/u.test(part.getAttribute(name) ?? ''))
        part.setAttribute(name, getComputedStyle(part).getPropertyValue(name));
  paper.remove();
  picture.setAttribute('fill', '#1c2430');
}

function element<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

function linesOf(words: string, letters: string, widthPx: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/u)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && widthOf(longer, letters) <= widthPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

let canvas: CanvasRenderingContext2D | null = null;

function widthOf(words: string, letters: string): number {
  canvas ??= document.createElement('canvas').getContext('2d')!;
  canvas.font = letters;
  return canvas.measureText(words).width;
}

function textOf(picture: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(picture);
}

function save(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
