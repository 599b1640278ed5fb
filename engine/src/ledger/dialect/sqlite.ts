import { openSync, readSync, closeSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { AccordingError } from '../../errors.ts';
import type { LedgerTables } from '../schema.ts';
import { kyselyDatabase, prepareOnce } from './node-sqlite.ts';
import type { Store, WordMatch } from './store.ts';

/** Says in the file's header whose it is: “Accg”. */
const applicationId = 0x41636367;

/** How long a process waits for another one that writes; a batch of reports takes a fraction of a second. */
const busyTimeoutMs = 60_000;

/** SQLite's error numbers, of which the lowest byte tells the kind. */
const errors = { busy: 5, locked: 6, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };

/**
 * Opens a file as a ledger's store.
 *
 * In WAL mode with `synchronous = normal` what is committed has been handed to the operating system: killing the process
 * loses nothing. Cutting the power may lose the last commits, never the file, and adding the same again brings them back.
 *
 * @throws {AccordingError} `ledger-missing`, `ledger-invalid`, `ledger-unwritable` or `ledger-busy`
 */
export function openSqlite(address: string, { create }: { readonly create: boolean }): Store {
  const path = resolve(address);
  checkFile(path, create);
  const opened: DatabaseSync[] = [];
  const translate = (error: unknown): Error => translateError(error, path);
  try {
    const open = (): DatabaseSync => {
      const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
      opened.push(database);
      return database;
    };
    const writer = open();
    checkOwner(writer, path);
    turnToWal(writer);
    writer.exec(
      'pragma synchronous = normal; pragma foreign_keys = on; pragma cache_size = -16384; pragma wal_autocheckpoint = 8000',
    );
    // More than that gains nothing, since the system keeps the file's pages too; an export is to stay small.
    const reader = open();
    reader.exec('pragma query_only = on; pragma cache_size = -16384');
    const version = reader.prepare('pragma data_version');
    const opening = randomUUID();
    const prepare = prepareOnce((statement) => writer.prepare(statement));
    const kysely = (database: DatabaseSync): Kysely<LedgerTables> =>
      new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database: kyselyDatabase(database) }) });
    const [write, read] = [kysely(writer), kysely(reader)];
    return {
      kind: 'sqlite',
      name: path,
      write,
      read,
      writers: 1,
      columnTypes: { identity: 'integer primary key', text: 'text', clustered: 'without rowid' },
      beginMigration: async () => {
        checkOwner(writer, path);
        writer.exec(`pragma application_id = ${applicationId}`);
      },
      createWordIndex: async (transaction) => {
        // The words come folded: to this tokenizer nothing but the spaces between them has a meaning.
        await sql`create virtual table statement_words using fts5(source, cue, content, speaker, content='', tokenize='ascii')`.execute(
          transaction,
        );
      },
      insertRows: async (_transaction, table, rows) => {
        // Row by row is the fastest that SQLite offers, and the transaction that is open is that of its only writer.
        const [first] = rows;
        if (first === undefined) return;
        const columns = Object.keys(first);
        const places = columns.map(() => '?').join(', ');
        const insert = prepare(`insert into "${table}" ("${columns.join('", "')}") values (${places})`);
        for (const row of rows) insert.run(...columns.map((column) => row[column] as SQLInputValue));
      },
      wordsRow: (rowid, words) => ({ rowid, ...words }),
      matches: (match) => sql<boolean>`statement_words match ${matchExpression(match)}`,
      rank: () => sql<number>`statement_words.rank`,
      judge: (error) => ([errors.busy, errors.locked].includes(numberOf(error)) ? 'again' : 'end'),
      translate,
      optimise: async () => {
        writer.exec('pragma analysis_limit = 1000; pragma optimize; pragma wal_checkpoint(passive)');
      },
      // The reader's own number of commits by others, which begins anew with every connection.
      state: async () => `${opening}-${Number(version.get()?.['data_version'])}`,
      close: async () => {
        await Promise.all([write.destroy(), read.destroy()]);
        // Kysely closes a database that was used; one that was not stays open otherwise.
        for (const database of opened) if (database.isOpen) database.close();
      },
    };
  } catch (error) {
    for (const database of opened) if (database.isOpen) database.close();
    throw translate(error);
  }
}

/** The query in FTS5's syntax: every phrase is letters, digits and spaces between marks, and so can be nothing else. */
function matchExpression({ where, phrases, speaker }: WordMatch): string {
  const all = (list: WordMatch['phrases']): string => list.map((phrase) => `"${phrase.join(' ')}"`).join(' AND ');
  const parts = [
    phrases.length === 0 ? '' : where === 'content' ? `content : (${all(phrases)})` : `(${all(phrases)})`,
    speaker.length === 0 ? '' : `speaker : (${all(speaker)})`,
  ];
  return parts.filter((part) => part !== '').join(' AND ');
}

function checkFile(path: string, create: boolean): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    if (!create) throw new AccordingError('ledger-missing', `Expected a ledger, got no file: ${path}`, { path });
    if (statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new AccordingError('ledger-unwritable', `Expected a folder for the ledger, got none: ${dirname(path)}`, {
        path,
      });
    return;
  }
  if (!stats.isFile()) throw invalid(path, 'something that is no file');
  if (stats.size > 0 && !startsAsDatabase(path)) throw invalid(path, 'a file of another kind');
}

function startsAsDatabase(path: string): boolean {
  const magic = 'SQLite format 3\0';
  const start = Buffer.alloc(magic.length);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new AccordingError('ledger-unwritable', `Expected a readable ledger, got: ${path}`, { path }, error);
  }
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === magic;
}

/** Refuses the database of another program: ours says so in its header, and an empty one may become ours. */
function checkOwner(database: DatabaseSync, path: string): void {
  const owner = database.prepare('pragma application_id').get()?.['application_id'];
  if (owner === applicationId) return;
  const tables = database.prepare('select count(*) as count from sqlite_master').get()?.['count'];
  if (owner !== 0 || tables !== 0) throw invalid(path, 'the database of another program');
}

/** Turning to WAL needs the file alone for a moment, and does not wait for it by itself. */
function turnToWal(database: DatabaseSync): void {
  const end = Date.now() + busyTimeoutMs;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (numberOf(error) !== errors.busy || Date.now() > end) throw error;
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

function invalid(path: string, got: string): AccordingError {
  return new AccordingError('ledger-invalid', `Expected a ledger of according, got ${got}: ${path}`, { path });
}

function numberOf(error: unknown): number {
  const { errcode } = (error ?? {}) as { readonly errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : 0;
}

function translateError(error: unknown, path: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  switch (numberOf(error)) {
    case errors.busy:
    case errors.locked:
      return new AccordingError(
        'ledger-busy',
        `Expected the ledger to be free within ${busyTimeoutMs / 1000} s, got one that another process holds: ${path}`,
        { path },
        error,
      );
    case errors.notADatabase:
    case errors.corrupt:
      return invalid(path, `a damaged file (${message})`);
    case errors.full:
    case errors.readOnly:
    case errors.io:
    case errors.cannotOpen:
      return new AccordingError(
        'ledger-unwritable',
        `Expected to write the ledger, got “${message}”: ${path}`,
        { path },
        error,
      );
    default:
      return error instanceof Error ? error : new Error(message);
  }
}
