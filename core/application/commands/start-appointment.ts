import { update } from '../../domain/ops/op.ts';
import { addMinutes } from '../../domain/time/instant.ts';
import { decide, invalid } from '../refusals.ts';
import { hasHappened, mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

/** Minutes. Work that begins earlier than this is other work, or should be moved first. */
const EARLIEST = 24 * 60;

export const startAppointment: UseCase<'startAppointment'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'in-progress', ['confirmed']);
  if (!row.ok) return row;
  const happened = hasHappened(args.at, scene);
  if (!happened.ok) return happened;
  if (args.at < addMinutes(row.value.start, -EARLIEST))
    return invalid('at', 'must be at most a day before the planned start');
  const state = { status: 'in-progress', startedAt: args.at } as const;
  return decide(row.value.title, [update('appointment', row.value, { ...row.value, state })]);
};
