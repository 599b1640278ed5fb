import type { ReactElement } from 'react';
import { exportAddress, type Parameters } from '../../api/index.ts';
import { LinkButton } from '../../design/index.ts';

const formats = [
  { format: 'csv', label: 'CSV', hint: 'a table for spreadsheets and statistics' },
  { format: 'xlsx', label: 'Excel', hint: 'the same table as a workbook, with links' },
  { format: 'jsonl', label: 'JSONL', hint: 'a line for each report, its text included' },
  { format: 'parquet', label: 'Parquet', hint: 'the same table for DuckDB, pandas and R' },
] as const;

/** Everything that is found, not only what the page has loaded, as a file. */
export function Exports({ query }: { readonly query: Parameters }): ReactElement {
  return (
    <span role="group" aria-label="Download all that is found" className="statements-exports">
      <span className="dim small">Download all:</span>
      {formats.map(({ format, label, hint }) => (
        <LinkButton key={format} href={exportAddress(format, query)} download title={hint}>
          {label}
        </LinkButton>
      ))}
    </span>
  );
}
