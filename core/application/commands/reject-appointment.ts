import { refuse } from '../../kernel/outcome.ts';
import { update } from '../../domain/ops/op.ts';
import { announce } from '../announce.ts';
import { decide } from '../refusals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/** Its work order stays open, so it is back in the tray. Nothing was promised, so it costs nothing. */
export const rejectAppointment: UseCase<'rejectAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'cancelled', ['requested']);
  if (!row.ok) return row;
  const { state, title } = row.value;
  if (state.status !== 'requested' || state.approval !== 'pending')
    return refuse({ kind: 'nothing-to-approve', title });
  const cancelled = { status: 'cancelled', at: scene.now, by: scene.actor.name, reason: args.reason } as const;
  const after = { ...row.value, state: cancelled };
  return decide(title, [update('appointment', row.value, after)], {
    domainEvents: [announce('appointment.cancelled', after)],
  });
};
