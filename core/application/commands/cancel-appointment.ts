import { update } from '../../domain/ops/op.ts';
import { announce } from '../announce.ts';
import { chargeCancellation } from '../cancellation-fees.ts';
import { callOffRest } from '../long-work/call-off.ts';
import { decide } from '../refusals.ts';
import { release } from '../release-parts.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/**
 * What a late one costs is written down with it, also where it is not charged: waived then, by whom and why. Its parts are free again. Its work order stays open, so it is back in the
 * tray. Of work that flows over several appointments, all that have not begun are called off.
 */
export const cancelAppointment: UseCase<'cancelAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'cancelled', ['requested', 'held', 'confirmed']);
  if (!row.ok) return row;
  const by = scene.actor.name;
  const state = { status: 'cancelled', at: scene.now, by, reason: args.reason } as const;
  const after = { ...row.value, state };
  const fee = await chargeCancellation(tx, scene, row.value, args);
  const rest = await callOffRest(tx, row.value, state);
  const ops = [update('appointment', row.value, after), ...(await release(tx, row.value)), ...fee, ...rest.ops];
  return decide(after.title, ops, {
    domainEvents: [announce('appointment.cancelled', after), ...rest.domainEvents],
  });
};
