import type { ReactElement, ReactNode } from 'react';

/** A column: what stands above it, and what of a row stands in it. The first column names the row. */
export interface Column<Row> {
  readonly heading: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly number?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly hideCaption?: boolean;
}

/** A table that can be scrolled sideways, by the keyboard too, where it is too wide. */
export function Table<Row>({ caption, columns, rows, keyOf, hideCaption = false }: TableProps<Row>): ReactElement {
  const classOf = ({ number }: Column<Row>): string | undefined => (number ? 'number' : undefined);
  return (
    <div className="scroll-x" role="region" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={hideCaption ? 'hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={classOf(column)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={index} scope="row" className={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={index} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
