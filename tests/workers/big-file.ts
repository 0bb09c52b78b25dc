import { readFileSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

const MARK = 'a page of the filler table';
const PAGE = 4096;

/** Makes a closed database file bigger by a table that no part of the product looks at. */
export function fill(file: string, megabytes: number): void {
  const database = new BetterSqlite3(file);
  database.exec('create table if not exists filler (number integer primary key, text text not null)');
  const add = database.prepare<[string]>('insert into filler (text) values (?)');
  const text = MARK.padEnd(1000, '.');
  database.transaction(() => {
    for (let row = 0; row < megabytes * 1000; row += 1) add.run(text);
  })();
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Spoils the head of one page of that table. Everything else stays readable. */
export function damage(file: string): void {
  const bytes = readFileSync(file);
  const page = Math.floor(bytes.lastIndexOf(MARK) / PAGE);
  bytes.fill(0xff, page * PAGE, page * PAGE + 16);
  writeFileSync(file, bytes);
}
