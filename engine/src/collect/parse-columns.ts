import { AccordingError } from '../errors.ts';
import { recordFields, type ColumnMap, type RecordField } from './column-map.ts';

/**
 * The map that `--column` options say, each `field=column`: `text=body`, `publisher=Name of paper`.
 *
 * Everything after the first equals sign is the column's name, as it stands in the table.
 *
 * @throws {AccordingError} `usage`
 */
export function parseColumns(options: readonly string[]): ColumnMap {
  const map: Partial<Record<RecordField, string>> = {};
  for (const option of options) {
    const equals = option.indexOf('=');
    if (equals < 0) throw misuse(`--column as field=column, such as text=body`, `“${option}”`);
    const field = option.slice(0, equals).trim().toLowerCase();
    const column = option.slice(equals + 1);
    if (!isRecordField(field)) throw misuse(`--column to name one of ${recordFields.join(', ')}`, `“${field}”`);
    if (column.trim() === '') throw misuse(`the name of a column after ${field}=`, 'nothing');
    if (map[field] !== undefined) {
      throw misuse(`--column ${field}=… once`, `it for “${map[field]}” and “${column}”`);
    }
    map[field] = column;
  }
  return map;
}

function isRecordField(name: string): name is RecordField {
  return (recordFields as readonly string[]).includes(name);
}

function misuse(expected: string, got: string): AccordingError {
  return new AccordingError('usage', `Expected ${expected}, got ${got}`);
}
