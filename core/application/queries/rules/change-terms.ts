import { accept } from '../../../kernel/outcome.ts';
import { freeUntil } from '../../../domain/policy/cancellation.ts';
import { canBeCancelled, remainingReschedules } from '../../../domain/work/change-limits.ts';
import { cancellationFee } from '../../cancellation-fees.ts';
import { theOrganization } from '../../placement-context.ts';
import { found } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';

export const changeTerms: Answerer<'changeTerms'> = async (read, { id }, scene) => {
  const row = await found(read, 'appointment', id, 'id');
  if (!row.ok) return row;
  const { policy } = await theOrganization(read);
  return accept({
    freeUntil: canBeCancelled(row.value) ? freeUntil(policy.cancellation, row.value.start) : null,
    fee: await cancellationFee(read, scene, row.value),
    rescheduleCount: row.value.rescheduleCount,
    remainingReschedules: remainingReschedules(row.value),
  });
};
