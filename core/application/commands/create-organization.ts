import { refuse } from '../../kernel/outcome.ts';
import { insert } from '../../domain/ops/op.ts';
import { checkSeverities } from '../policy-check.ts';
import { decide } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** Whoever acts in an organization cannot set up another one. */
export const createOrganization: UseCase<'createOrganization'> = async (tx, args) => {
  const [existing] = await tx.all('organization');
  if (existing !== undefined) return refuse({ kind: 'already-exists', entity: 'organization', id: existing.id });
  const checked = checkSeverities(args.policy.severities);
  if (!checked.ok) return checked;
  return decide(args.name, [insert('organization', args)]);
};
