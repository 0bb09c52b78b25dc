import { command } from '../define.ts';
import { changedServiceTypeFields } from '../fields/service-type-fields.ts';

export const updateServiceType = command({
  summary: 'Change a service type; all fields are given',
  permission: 'administer',
  args: changedServiceTypeFields,
});
