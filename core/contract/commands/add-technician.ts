import { command } from '../define.ts';
import { technicianFields } from '../fields/technician-fields.ts';
import { startingHours } from '../fields/resource-fields.ts';

export const addTechnician = command({
  summary: 'Add a technician with skills, shifts and home base',
  permission: 'edit-people',
  args: technicianFields.extend({ hours: startingHours }),
});
