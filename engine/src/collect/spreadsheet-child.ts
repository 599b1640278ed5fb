import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/universal';

// A process for one workbook: what a hostile one makes of memory ends this process and no other. (A thread with a limit
// of its own was tried; where one array outgrows it at a step, it takes the whole process along.)

export type SheetCell = string | number | boolean | Date | null;

export type SheetAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SheetCell[])[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly name: string; readonly message: string };

/** Rows given at a time, each time they are asked for. */
const batch = 200;

const [path = '', sheet] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
const answers = answer();
process.on('message', () => {
  void answers.next().then(({ value }) => process.send!(value ?? ({ kind: 'end' } satisfies SheetAnswer)));
});

async function* answer(): AsyncGenerator<SheetAnswer, undefined> {
  try {
    const bytes = await readFile(path);
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const rows = (await readSheet(whole, sheet ?? 1, { trim: false })) as unknown as SheetCell[][];
    for (let at = 0; at < rows.length; at += batch) yield { kind: 'rows', rows: rows.slice(at, at + batch) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
    yield { kind: 'error', name, message };
  }
}
