import { z } from 'zod';
import { command } from '../define.ts';
import { buffer, capabilities, duration, id, partNeeds, requiredText, skillNeeds } from '../values.ts';

export const addServiceType = command({
  summary: 'Add a service type: what is done, how long, what it needs',
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
