import { command } from '../define.ts';
import { appointmentKindFields } from '../fields/appointment-kind-fields.ts';

export const updateAppointmentKind = command({
  summary: 'Change a kind: its duration range, priority or auto-book rule',
  permission: 'administer',
  args: appointmentKindFields,
});
