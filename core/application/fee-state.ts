import { refuse, type Outcome } from '../kernel/outcome.ts';
import type { Refusal } from '../contract/refusal.ts';
import { update } from '../domain/ops/op.ts';
import { feeCanBecome, type FeeState } from '../domain/work/fee.ts';
import type { Reader } from './ports/store.ts';
import { decide, found } from './refusals.ts';
import type { Decision } from './use-case.ts';

/** A fee goes where its states allow; anything else is refused with where it stands. */
export async function setFeeState(read: Reader, id: string, state: FeeState): Promise<Outcome<Decision, Refusal>> {
  const row = await found(read, 'fee', id, 'id');
  if (!row.ok) return row;
  const { title, state: before } = row.value;
  if (!feeCanBecome(before.status, state.status))
    return refuse({ kind: 'wrong-fee-status', title, from: before.status, to: state.status });
  return decide(title, [update('fee', row.value, { ...row.value, state })]);
}
