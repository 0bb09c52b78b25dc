import { command } from '../define.ts';
import { appointmentKindFields } from '../fields/appointment-kind-fields.ts';

export const addAppointmentKind = command({
  summary: 'Add one of the kinds of appointment',
  permission: 'administer',
  args: appointmentKindFields,
});
