import { sql } from 'kysely';
import type { ApplyAnswer } from '../../application/ports/store.ts';
import type { Op } from '../../domain/ops/op.ts';
import type { Database, Engine } from '../engine.ts';
import { keepSearchInStep } from '../search/keep-in-step.ts';
import { applyClaims } from './apply-claims.ts';
import { applyRows } from './apply-rows.ts';
import { applyTouches } from './apply-touches.ts';

/**
 * Writes the ops with everything that repeats them. A refusal takes back all of this call, so that a caller who answers
 * it as data commits nothing of it.
 */
export async function applyOps(
  db: Database,
  engine: Engine,
  ops: readonly Op[],
  sequence: number,
): Promise<ApplyAnswer> {
  await sql`savepoint apply`.execute(db);
  const changes = await applyRows(db, ops, sequence);
  const answer = await applyClaims(db, engine, changes, sequence);
  if (answer.ok) {
    await applyTouches(db, changes, sequence);
    await keepSearchInStep(db, engine.search, ops);
  } else {
    await sql`rollback to savepoint apply`.execute(db);
  }
  await sql`release savepoint apply`.execute(db);
  return answer;
}
