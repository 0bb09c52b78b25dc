import { letHoldGo } from '../holds.ts';
import { decide } from '../refusals.ts';
import { mayBecome } from '../transition.ts';
import type { UseCase } from '../use-case.ts';

export const releaseHold: UseCase<'releaseHold'> = async (tx, args, scene) => {
  const row = await mayBecome(tx, args.id, 'requested', ['held']);
  if (!row.ok) return row;
  return decide(row.value.title, await letHoldGo(tx, scene, row.value));
};
