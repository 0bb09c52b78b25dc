import { command } from '../define.ts';
import { locationFields } from '../fields/location-fields.ts';

export const updateLocation = command({
  summary: 'Change a site; all its fields are given',
  permission: 'administer',
  args: locationFields,
});
