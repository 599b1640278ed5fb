import { parseHTML } from 'linkedom';

type PageDocument = ReturnType<typeof parseHTML>['document'];

const headElements = new Set('BASE LINK META NOSCRIPT SCRIPT STYLE TEMPLATE TITLE'.split(' '));
const elementNode = 1;
const textNode = 3;

/**
 * Parses a page, or a piece of one, into `html`, `head` and `body`, as browsers do.
 *
 * The HTML standard lets pages leave those three tags out; linkedom takes the first element for the root then, and what
 * stands beside it is lost to every reader.
 */
export function parsePage(html: string): PageDocument {
  const inner = html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?=[\s/>])[^>]*>|<\?xml[^>]*>/giu, '');
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const parsed = parseHTML(`<html>${inner}</html>`).document;
  let target: { appendChild(node: never): unknown } = document.head;
  const nodes = [...parsed.documentElement.childNodes]; // the list itself shrinks as nodes move
  for (const node of nodes) {
    if (node.nodeType === elementNode && !headElements.has(node.nodeName.toUpperCase())) target = document.body;
    if (node.nodeType === textNode && node.textContent?.trim()) target = document.body;
    target.appendChild(node as never);
  }
  lowerAttributes(document);
  return document;
}

/** linkedom keeps `<META NAME=…>` as it is written, and then finds no `name` there. */
function lowerAttributes(document: PageDocument): void {
  for (const element of document.querySelectorAll('*')) {
    const attributes = [...element.attributes];
    for (const { name, value } of attributes) {
      const lower = name.toLowerCase();
      if (name !== lower && !element.hasAttribute(lower)) element.setAttribute(lower, value);
    }
  }
}
