import { update } from '../../domain/ops/op.ts';
import { decide } from '../refusals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

export const takeBackStart: UseCase<'takeBackStart'> = async (tx, args) => {
  const row = await mayBecome(tx, args.id, 'confirmed', ['in-progress']);
  if (!row.ok) return row;
  const state = { status: 'confirmed' } as const;
  return decide(row.value.title, [update('appointment', row.value, { ...row.value, state })]);
};
