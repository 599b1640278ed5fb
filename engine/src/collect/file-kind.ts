/** What a file holds, as far as it decides who reads it. */
export type FileKind =
  | { readonly kind: 'report' | 'jsonl' | 'json' | 'csv' | 'tsv' | 'xlsx' | 'zip' | 'gzip' }
  | { readonly kind: 'web'; readonly format: 'feed' | 'sitemap' | 'url-list' | 'warc' }
  /** `what` completes “got …”. */
  | { readonly kind: 'unsupported'; readonly what: string };

const kinds: Readonly<Record<string, FileKind>> = {
  jsonl: { kind: 'jsonl' },
  ndjson: { kind: 'jsonl' },
  json: { kind: 'json' },
  csv: { kind: 'csv' },
  tsv: { kind: 'tsv' },
  tab: { kind: 'tsv' },
  xlsx: { kind: 'xlsx' },
  xlsm: { kind: 'xlsx' },
  zip: { kind: 'zip' },
  gz: { kind: 'gzip' },
  warc: { kind: 'web', format: 'warc' },
  rss: { kind: 'web', format: 'feed' },
  atom: { kind: 'web', format: 'feed' },
  urls: { kind: 'web', format: 'url-list' },
};

/** Formats that people will try and that would be read as garbage. */
const unsupported: Readonly<Record<string, string>> = {
  doc: 'a Word document; save it as PDF or text',
  docx: 'a Word document; save it as PDF or text',
  odt: 'an OpenDocument text; save it as PDF or text',
  rtf: 'rich text; save it as PDF or text',
  epub: 'an e-book',
  ppt: 'slides',
  pptx: 'slides',
  xls: 'an old Excel workbook; save it as .xlsx or .csv',
  ods: 'an OpenDocument spreadsheet; save it as .xlsx or .csv',
  parquet: 'a Parquet file; save it as .csv or .jsonl',
  tgz: 'a tar archive; unpack it and name its folder',
  tar: 'a tar archive; unpack it and name its folder',
  mht: 'a web archive of a browser; save the page as HTML',
  mhtml: 'a web archive of a browser; save the page as HTML',
  eml: 'an e-mail; save its text',
};

/** Bytes that no text starts with. */
const signatures: readonly (readonly [bytes: string, what: string])[] = [
  ['d0cf11e0a1b11ae1', 'an old Office file; save it as PDF, .xlsx or text'],
  ['53514c69746520666f726d6174203300', 'an SQLite database'],
  ['377abcaf271c', 'a 7z archive; unpack it and name its folder'],
  ['526172211a07', 'a RAR archive; unpack it and name its folder'],
  ['425a68', 'a bzip2 file; unpack it'],
  ['fd377a585a00', 'an xz file; unpack it'],
  ['28b52ffd', 'a Zstandard file; unpack it'],
  ['50415231', 'a Parquet file; save it as .csv or .jsonl'],
];

/**
 * Tells what a file is: by bytes that only one format begins with, else by its ending, else by what its beginning says.
 *
 * @param head - the first bytes; a few thousand are enough
 */
export function fileKind(name: string, head: Uint8Array): FileKind {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const start = Buffer.from(head.subarray(0, 16)).toString('hex');
  if (start.startsWith('1f8b')) return packedKind(name);
  if (start.startsWith('504b0304') || start.startsWith('504b0506')) return zippedKind(ending, head);
  const signed = signatures.find(([bytes]) => start.startsWith(bytes));
  if (signed !== undefined && hasBinary(head)) return { kind: 'unsupported', what: signed[1] };
  if (start.startsWith('574152432f')) return { kind: 'web', format: 'warc' };
  if (start.startsWith('25504446')) return { kind: 'report' };
  const what = own(unsupported, ending);
  if (what !== undefined) return { kind: 'unsupported', what };
  return own(kinds, ending) === undefined || ending === 'json' ? kindOfText(ending, textOf(head)) : kinds[ending]!;
}

/** A table that anybody may look into with any word. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function packedKind(name: string): FileKind {
  if (/\.warc(\.gz)?$/iu.test(name)) return { kind: 'web', format: 'warc' };
  if (/\.(tgz|tar\.gz)$/iu.test(name)) return { kind: 'unsupported', what: unsupported['tar']! };
  return { kind: 'gzip' };
}

/** Office files and e-books are zip archives with things of their own in them. */
function zippedKind(ending: string, head: Uint8Array): FileKind {
  const what = own(unsupported, ending);
  if (what !== undefined) return { kind: 'unsupported', what };
  const names = Buffer.from(head).toString('latin1');
  if (ending === 'xlsx' || ending === 'xlsm') return { kind: 'xlsx' };
  if (ending === 'zip') return { kind: 'zip' };
  if (names.includes('mimetypeapplication/')) return { kind: 'unsupported', what: 'an OpenDocument file or e-book' };
  if (names.includes('[Content_Types].xml') || names.includes('_rels/.rels')) {
    if (names.includes('xl/')) return { kind: 'xlsx' };
    return { kind: 'unsupported', what: 'an Office file; save it as PDF, .xlsx or text' };
  }
  return { kind: 'zip' };
}

function hasBinary(head: Uint8Array): boolean {
  return head.some((byte) => byte === 0 || byte > 0x7f);
}

function textOf(head: Uint8Array): string {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const charset = utf16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(charset).decode(head).trimStart();
}

function kindOfText(ending: string, text: string): FileKind {
  if (/^(html?|xhtml|shtml|pdf|md)$/u.test(ending)) return { kind: 'report' };
  if (/^[[{]/u.test(text) && (ending === 'json' || ending === '')) {
    if (/"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/u.test(text)) return { kind: 'web', format: 'feed' };
    return { kind: 'json' };
  }
  if (ending === 'json') return { kind: 'json' };
  if (text.startsWith('<')) return kindOfMarkup(ending, text);
  return listsAddresses(text) ? { kind: 'web', format: 'url-list' } : { kind: 'report' };
}

function kindOfMarkup(ending: string, text: string): FileKind {
  const root = /<(?![?!])([\w:.-]{1,60})[\s/>]/u.exec(text.replace(/<!--[^]*?-->/gu, ''))?.[1]?.toLowerCase() ?? '';
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') return { kind: 'web', format: 'feed' };
  if (root === 'urlset' || root === 'sitemapindex') return { kind: 'web', format: 'sitemap' };
  if (ending !== 'xml' || root === 'html') return { kind: 'report' };
  return { kind: 'unsupported', what: root === '' ? 'XML of an unknown kind' : `XML that begins with <${root}>` };
}

/** Whether every line is an address, a comment or blank, and one at least is an address. */
function listsAddresses(text: string): boolean {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  // The head may end within a line.
  if (lines.length > 1) lines.pop();
  const said = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return said.length > 0 && said.every((line) => /^https?:\/\/[^\s/]\S*$/iu.test(line));
}
