import { escapeXml } from './spreadsheet-xml.ts';

/** What Excel opens without calling the file damaged; the sum keeps their memory small whatever the addresses are. */
const mostLinks = 65_530;
const longestLink = 2_079;
const mostCharacters = 16_000_000;

interface Link {
  readonly first: number;
  last: number;
  readonly address: string;
}

/** The links of a sheet's column; rows that follow each other with the same address share one. */
export class SheetLinks {
  readonly #links: Link[] = [];
  #characters = 0;
  /** Rows whose address remains text. */
  leftOut = 0;

  add(row: number, address: string): void {
    const before = this.#links.at(-1);
    if (before?.last === row - 1 && before.address === address) before.last = row;
    else if (
      this.#links.length < mostLinks &&
      address.length <= longestLink &&
      this.#characters + address.length <= mostCharacters
    ) {
      this.#links.push({ first: row, last: row, address });
      this.#characters += address.length;
    } else this.leftOut++;
  }

  /** The element of the sheet that says where they are. */
  *cells(column: string): Generator<string> {
    if (this.#links.length === 0) return;
    yield '<hyperlinks>';
    for (const [index, { first, last }] of this.#links.entries()) {
      yield `<hyperlink ref="${column}${first}${last > first ? `:${column}${last}` : ''}" r:id="rId${index + 1}"/>`;
    }
    yield '</hyperlinks>';
  }

  /** The file beside the sheet that says where they lead. */
  *relationships(): Generator<string> {
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    yield '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
    for (const [index, { address }] of this.#links.entries()) {
      yield `<Relationship Id="rId${index + 1}" Type="${type}" Target="${escapeXml(address)}" TargetMode="External"/>`;
    }
    yield '</Relationships>';
  }
}
