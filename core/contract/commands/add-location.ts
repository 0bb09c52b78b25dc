import { command } from '../define.ts';
import { locationFields } from '../fields/location-fields.ts';

export const addLocation = command({
  summary: 'Add a site with its zone, hours and travel speed',
  permission: 'administer',
  args: locationFields,
});
