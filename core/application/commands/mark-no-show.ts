import { update } from '../../domain/ops/op.ts';
import { chargeNoShow } from '../cancellation-fees.ts';
import { decide, invalid } from '../refusals.ts';
import { release } from '../reservations.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/** What it costs is written down with it. Its parts are free again. Its work order stays open, so it is back in the tray. */
export const markNoShow: UseCase<'markNoShow'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'no-show', ['confirmed']);
  if (!row.ok) return row;
  if (!hasHappened(row.value.start, scene).ok) return invalid('id', 'must be an appointment that should have begun');
  const state = { status: 'no-show', at: scene.now } as const;
  return decide(row.value.title, [
    update('appointment', row.value, { ...row.value, state }),
    ...(await release(tx, row.value)),
    ...(await chargeNoShow(tx, scene, row.value)),
  ]);
};
