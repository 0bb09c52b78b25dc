import { update } from '../../domain/ops/op.ts';
import { weeklyHoursOf } from '../../domain/resources/availability.ts';
import { decide, found } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** The weekly pattern alone: breaks, dated overrides and what is booked stay. */
export const setAvailability: UseCase<'setAvailability'> = async (tx, args) => {
  const resource = await found(tx, 'resource', args.resourceId, 'resourceId');
  if (!resource.ok) return resource;
  const before = resource.value;
  return decide(before.name, [update('resource', before, { ...before, hours: weeklyHoursOf(args) })]);
};
