import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const mostStatements = 300;

/**
 * `node:sqlite` as Kysely's SQLite dialect wants its database, with statements kept prepared.
 *
 * A transaction takes the write lock when it begins: one that read first and wrote later could not wait for another writer.
 */
export function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: prepareOnce((sql) => asKysely(database.prepare(sql === 'begin' ? 'begin immediate' : sql))),
  };
}

/** Prepares each statement once, as long as it is used. */
export function prepareOnce<Statement>(prepare: (sql: string) => Statement): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = prepare(sql);
    statements.set(sql, prepared);
    // The oldest goes: one that is in use is soon back.
    if (statements.size > mostStatements) statements.delete(statements.keys().next().value!);
    return prepared;
  };
}

function asKysely(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
