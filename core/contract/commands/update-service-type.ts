import { z } from 'zod';
import { command } from '../define.ts';
import { buffer, capabilities, duration, id, partNeeds, requiredText, skillNeeds } from '../values.ts';

export const updateServiceType = command({
  summary: 'Change a service type; all fields are given',
  permission: 'administer',
  args: z.strictObject({
    id: id<'service-type'>(),
    kindId: id<'appointment-kind'>(),
    name: requiredText(120),
    duration,
    skills: skillNeeds,
    capabilities: capabilities.nullable(),
    parts: partNeeds,
    bufferBefore: buffer.nullable(),
    bufferAfter: buffer.nullable(),
    checklist: z.array(requiredText(200)).max(50),
  }),
});
