import { command } from '../define.ts';
import { technicianFields } from '../fields/technician-fields.ts';

export const updateTechnician = command({
  summary: 'Change a technician; all fields are given',
  permission: 'edit-people',
  args: technicianFields,
});
