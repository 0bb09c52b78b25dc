import { z } from 'zod';
import { command } from '../define.ts';
import { policyFields } from '../fields/policy-fields.ts';
import { capabilities, id, requiredText } from '../values.ts';

export const createOrganization = command({
  summary: 'Set up the organization this database belongs to',
  permission: 'administer',
  undoable: false,
  args: z.strictObject({
    id: id<'organization'>(),
    name: requiredText(200),
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters like EUR'),
    skills: capabilities,
    capabilities,
    policy: policyFields,
  }),
});
