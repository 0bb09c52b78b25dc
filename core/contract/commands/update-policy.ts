import { z } from 'zod';
import { command } from '../define.ts';
import { changedPolicyFields } from '../fields/policy-fields.ts';
import { id } from '../values.ts';

export const updatePolicy = command({
  summary: 'Change buffers, limits and how severe each booking rule is',
  permission: 'administer',
  args: z.strictObject({
    organizationId: id<'organization'>(),
    policy: changedPolicyFields,
  }),
});
