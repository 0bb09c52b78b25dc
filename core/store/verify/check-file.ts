import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileCheck } from '../../application/ports/file-work.ts';
import { StoreFault } from '../../application/ports/store-fault.ts';
import { connectReader } from '../sqlite/connect.ts';
import { asFault } from '../sqlite/faults.ts';
import { check } from './checks.ts';

const FINE = 'Every page is sound';

/**
 * SQLite's quick check, one table with its indexes after the other: between two of them the thread can be stopped or do
 * other things. Only the list of free pages is not looked at.
 */
export async function checkFile(file: string): Promise<FileCheck> {
  try {
    const database = connectReader(file);
    try {
      const look = database.prepare<[string], string>('select * from pragma_quick_check(?)').pluck();
      const named = "select name from sqlite_schema where type = 'table' and rootpage > 0";
      const tables = database.prepare<[], string>(named).pluck().all();
      for (const table of ['sqlite_schema', ...tables]) {
        await nextTurn();
        const found = look.get(table);
        if (found !== 'ok') return check('quick', 1, FINE, found ?? 'No answer');
      }
      return check('quick', 0, FINE, '');
    } finally {
      database.close();
    }
  } catch (error) {
    const fault = asFault(error);
    if (fault instanceof StoreFault && fault.fault.code === 'corrupt') return check('quick', 1, FINE, fault.message);
    throw fault;
  }
}
