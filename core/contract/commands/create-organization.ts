import { z } from 'zod';
import { command } from '../define.ts';
import { policyFields } from '../fields/policy-fields.ts';
import { capabilities, currency, id, requiredText } from '../values.ts';

export const createOrganization = command({
  summary: 'Set up the organization this database belongs to',
  permission: 'administer',
  undoable: false,
  args: z.strictObject({
    id: id<'organization'>(),
    name: requiredText(200),
    currency,
    skills: capabilities,
    capabilities,
    policy: policyFields,
  }),
});
