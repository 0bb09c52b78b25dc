import { update } from '../../domain/ops/op.ts';
import { checkSeverities } from '../policy-check.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

export const updatePolicy: UseCase<'updatePolicy'> = async (tx, args) => {
  const organization = await found(tx, 'organization', args.organizationId, 'organizationId');
  if (!organization.ok) return organization;
  const checked = checkSeverities(args.policy.severities);
  if (!checked.ok) return checked;
  const before = organization.value;
  const { cancellation = before.policy.cancellation, planning = before.policy.planning } = args.policy;
  const policy = { ...args.policy, cancellation, planning };
  return decide(before.name, [update('organization', before, { ...before, policy })]);
};
