import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VerifyReport } from '../../contract/views/setup-view.ts';
import { connectReader } from '../sqlite/connect.ts';
import { asFault } from '../sqlite/faults.ts';
import { claimsInStep, doubleUse, foreignKeys, integrity, logSequence, type Check } from './checks.ts';
import { logAgainstRows } from './replay.ts';

/** Checks a file of the current version, on a connection and at a moment of its own: writes may go on meanwhile. */
export async function verifyFile(file: string): Promise<VerifyReport> {
  try {
    const database = connectReader(file);
    try {
      const sound = integrity(database);
      // Nothing a damaged file says about its contents is worth a sentence.
      if (!sound.ok) return { ok: false, checks: [sound] };
      database.exec('begin');
      const checks: Check[] = [sound];
      for (const one of [foreignKeys, doubleUse, claimsInStep, logSequence]) {
        await nextTurn();
        checks.push(one(database));
      }
      checks.push(await logAgainstRows(database));
      return { ok: checks.every((one) => one.ok), checks };
    } finally {
      database.close();
    }
  } catch (error) {
    const fault = asFault(error);
    if (fault instanceof Error && 'fault' in fault) {
      return { ok: false, checks: [{ name: 'integrity', ok: false, found: fault.message }] };
    }
    throw fault;
  }
}
