import { refuse } from '../../kernel/outcome.ts';
import { update } from '../../domain/ops/op.ts';
import { decide } from '../refusals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';
import { confirm } from '../waiting/confirm.ts';

export const approveAppointment: UseCase<'approveAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'confirmed', ['requested']);
  if (!row.ok) return row;
  const { state, title } = row.value;
  if (state.status !== 'requested' || state.approval !== 'pending')
    return refuse({ kind: 'nothing-to-approve', title });
  const approved = { ...row.value, state: { status: 'requested', approval: 'approved' } } as const;
  if (state.needs?.asked === 'confirmed') return confirm(tx, scene, row.value, null);
  return decide(title, [update('appointment', row.value, approved)]);
};
