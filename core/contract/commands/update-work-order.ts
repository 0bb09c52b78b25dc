import { z } from 'zod';
import { command } from '../define.ts';
import {
  capabilities,
  duration,
  id,
  instantRange,
  instantValue,
  partNeeds,
  place,
  priority,
  requiredText,
  skillNeeds,
  text,
} from '../values.ts';

export const updateWorkOrder = command({
  summary: 'Change a work order; all fields are given',
  permission: 'take-calls',
  args: z.strictObject({
    id: id<'work-order'>(),
    locationId: id<'location'>(),
    title: requiredText(200),
    description: text(4000),
    customerId: id<'customer'>().nullable(),
    unitId: id<'unit'>().nullable(),
    serviceTypeId: id<'service-type'>().nullable(),
    priority,
    duration,
    skills: skillNeeds,
    capabilities: capabilities.nullable(),
    parts: partNeeds,
    windows: z.array(instantRange).max(20),
    due: instantValue.nullable(),
    preferredTechnicians: z.array(id<'resource'>()).max(20),
    forbiddenTechnicians: z.array(id<'resource'>()).max(200),
    place: place.nullable(),
  }),
});
