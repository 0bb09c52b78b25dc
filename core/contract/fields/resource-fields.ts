import { z } from 'zod';
import { DEFAULT_AVAILABILITY, weeklyHoursOf } from '../../domain/resources/availability.ts';
import { customData, datedHours, externalIds, id, offeredCapabilities, requiredText, weeklyHours } from '../values.ts';

/** How many units can be claimed at one instant. */
export const capacity = z.number().int('must be a whole number').min(1, 'must be at least 1').max(1000);

/** Hours of something new: 9 to 17, Monday to Friday, when none are given. */
export const startingHours = weeklyHours.prefault([...weeklyHoursOf(DEFAULT_AVAILABILITY)]);

function fieldsOf<Hours extends z.ZodType>(hours: Hours) {
  const shared = {
    id: id<'resource'>(),
    locationId: id<'location'>(),
    name: requiredText(120),
    position: z.number().int().min(0).max(100_000),
    active: z.boolean(),
    hours,
    overrides: datedHours.default([]),
    breaks: weeklyHours.default([]),
    customData: customData.default({}),
    externalIds: externalIds.default([]),
    capabilities: offeredCapabilities.default([]),
  };
  return z.discriminatedUnion('kind', [
    z.strictObject({ ...shared, kind: z.literal('equipment'), capacity: capacity.default(1) }),
    z.strictObject({ ...shared, kind: z.literal('room'), capacity: capacity.default(1) }),
    /** Its capacity is the number of its active members and cannot be given. */
    z.strictObject({
      ...shared,
      kind: z.literal('team'),
      members: z.array(id<'resource'>()).min(1, 'must name at least one technician').max(200),
    }),
    /** `type` is what the organization calls the kind. */
    z.strictObject({ ...shared, kind: z.literal('custom'), type: requiredText(60), capacity: capacity.default(1) }),
  ]);
}

/** Equipment, a room, a team or a custom resource, whole; hours may be left out. */
export const newResourceFields = fieldsOf(startingHours);

/** The same for changing one: all fields are given. */
export const resourceFields = fieldsOf(weeklyHours);
