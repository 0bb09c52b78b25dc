import { update } from '../../domain/ops/op.ts';
import { decide } from '../refusals.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

export const startAppointment: UseCase<'startAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'in-progress', ['confirmed']);
  if (!row.ok) return row;
  const happened = hasHappened(args.at, scene);
  if (!happened.ok) return happened;
  const state = { status: 'in-progress', startedAt: args.at } as const;
  return decide(row.value.title, [update('appointment', row.value, { ...row.value, state })]);
};
