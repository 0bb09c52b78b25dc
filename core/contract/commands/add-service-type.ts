import { command } from '../define.ts';
import { serviceTypeFields } from '../fields/service-type-fields.ts';

export const addServiceType = command({
  summary: 'Add a service type: what is done, how long, what it needs',
  permission: 'administer',
  args: serviceTypeFields,
});
