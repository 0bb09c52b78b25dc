import { update } from '../../domain/ops/op.ts';
import { chargeNoShow } from '../cancellation-fees.ts';
import { callOffRest } from '../long-work/call-off.ts';
import { decide, invalid } from '../refusals.ts';
import { release } from '../release-parts.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/**
 * What it costs is written down with it. Its parts are free again. Its work order stays open, so it is back in the tray.
 * Of work that flows over several appointments, all that have not begun are called off.
 */
export const markNoShow: UseCase<'markNoShow'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'no-show', ['confirmed']);
  if (!row.ok) return row;
  if (!hasHappened(row.value.start, scene).ok) return invalid('id', 'must be an appointment that should have begun');
  const state = { status: 'no-show', at: scene.now } as const;
  const cancelled = {
    status: 'cancelled',
    at: scene.now,
    by: scene.actor.name,
    reason: '',
    cause: 'part-missed',
  } as const;
  const rest = await callOffRest(tx, row.value, cancelled);
  const ops = [
    update('appointment', row.value, { ...row.value, state }),
    ...(await release(tx, row.value)),
    ...(await chargeNoShow(tx, scene, row.value, args.feeId)),
    ...rest.ops,
  ];
  return decide(row.value.title, ops, { domainEvents: rest.domainEvents });
};
