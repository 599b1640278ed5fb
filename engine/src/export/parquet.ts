import type { SchemaElement } from 'hyparquet-writer';
import type { LedgerRecord } from '../record/index.ts';
import { recordColumns, type Column } from './record-columns.ts';

/** A row group is held until it is full: by its rows, or by its text where that is long. */
const rowsPerGroup = 5_000;
const charactersPerGroup = 12_000_000;

/**
 * Writes records as Parquet with the columns of `recordColumns`: strings, numbers, lists of strings, and spans as lists of
 * `{start, end}` in UTF-16 code units. Compressed with Snappy; a row group at a time.
 */
export async function* recordsAsParquet(
  records: AsyncIterable<LedgerRecord>,
  { rowGroupRows = rowsPerGroup }: { readonly rowGroupRows?: number } = {},
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter(1 << 20);
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(recordColumns), createdBy: 'according' });
  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  let data: unknown[][] = recordColumns.map(() => []);
  const writeGroup = async (): Promise<void> => {
    const columnData = recordColumns.map(({ name }, index) => ({ name, data: data[index]! }));
    await writer.write({ columnData, rowGroupSize: Math.max(1, data[0]!.length) });
    data = recordColumns.map(() => []);
  };
  let characters = 0;
  for await (const record of records) {
    for (const [index, column] of recordColumns.entries()) {
      const value = column.of(record);
      data[index]!.push(value);
      if (typeof value === 'string') characters += value.length;
    }
    if (data[0]!.length < rowGroupRows && characters < charactersPerGroup) continue;
    await writeGroup();
    characters = 0;
    yield take();
  }
  if (data[0]!.length > 0) await writeGroup();
  await writer.finish();
  yield take();
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, kind }: Column): SchemaElement[] {
  if (kind === 'text') return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }];
  if (kind === 'integer') return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }];
  if (kind === 'number') return [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }];
  const list: SchemaElement[] = [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ];
  if (kind === 'ids') {
    return [...list, { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }];
  }
  return [
    ...list,
    { name: 'element', repetition_type: 'REQUIRED', num_children: 2 },
    { name: 'start', type: 'INT32', repetition_type: 'REQUIRED' },
    { name: 'end', type: 'INT32', repetition_type: 'REQUIRED' },
  ];
}
