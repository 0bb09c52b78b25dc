import BetterSqlite3 from 'better-sqlite3';

/** How long a connection waits for another process; waiting blocks the thread, so not long. */
const BUSY_MILLISECONDS = 2000;

/** The only connection that writes. Creates the file when there is none. */
export function connectWriter(file: string, busyMilliseconds = BUSY_MILLISECONDS): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { timeout: busyMilliseconds });
  try {
    database.pragma('journal_mode = WAL');
    // FULL: what was answered as done survives a power cut.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    // Statements that may be taken back halfway keep a small journal; in memory it costs nothing.
    database.pragma('temp_store = MEMORY');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A connection that cannot write, for reads beside the writer. */
export function connectReader(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { timeout: BUSY_MILLISECONDS, readonly: true, fileMustExist: true });
  database.pragma('trusted_schema = OFF');
  database.pragma('query_only = ON');
  return database;
}
