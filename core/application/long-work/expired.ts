import type { Op } from '../../domain/ops/op.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { busyRange } from '../../domain/work/status-machine.ts';
import { releaseExpired } from '../holds.ts';
import type { WriteTx } from '../ports/store.ts';
import type { Scene } from '../use-case.ts';

/** Holds that have run out where the parts go, each once. */
export async function expiredUnder(tx: WriteTx, scene: Scene, rows: readonly Appointment[]): Promise<readonly Op[]> {
  const found = new Map<string, Op>();
  for (const row of rows) {
    const ids = row.claims.map((claim) => claim.resourceId);
    for (const op of await releaseExpired(tx, scene, ids, busyRange(row, scene.now), row.id))
      found.set(`${op.entity} ${op.id}`, op);
  }
  return [...found.values()];
}
