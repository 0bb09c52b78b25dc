import { sql } from 'kysely';
import type { ApplyAnswer } from '../../application/ports/store.ts';
import type { Op } from '../../domain/ops/op.ts';
import { keepSearchInStep } from '../search/keep-in-step.ts';
import { applyClaims } from './apply-claims.ts';
import { applyExternalIds } from './apply-external-ids.ts';
import { applyRows, type RowWriter } from './apply-rows.ts';
import { applyTouches } from './apply-touches.ts';

/**
 * Writes the ops with everything that repeats them. A refusal takes back all of this call, so that a caller who answers
 * it as data commits nothing of it.
 */
export async function applyOps(writer: RowWriter, ops: readonly Op[], sequence: number): Promise<ApplyAnswer> {
  // One row that nothing repeats is written or not: there is nothing to take back.
  const [first, second] = ops;
  if (second === undefined && first?.entity !== 'appointment') return applyAll(writer, ops, sequence);
  const { db } = writer;
  await sql`savepoint apply`.execute(db);
  const answer = await applyAll(writer, ops, sequence);
  if (!answer.ok) await sql`rollback to savepoint apply`.execute(db);
  await sql`release savepoint apply`.execute(db);
  return answer;
}

async function applyAll(writer: RowWriter, ops: readonly Op[], sequence: number): Promise<ApplyAnswer> {
  const { db, engine } = writer;
  const changes = await applyRows(writer, ops, sequence);
  if ('taken' in changes) return { ok: false, taken: changes.taken };
  const answer = await applyClaims(db, engine, changes, sequence);
  if (!answer.ok) return answer;
  await applyTouches(db, changes, sequence);
  await applyExternalIds(db, changes);
  await keepSearchInStep(db, engine.search, ops);
  return answer;
}
