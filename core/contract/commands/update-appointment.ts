import { z } from 'zod';
import { command } from '../define.ts';
import { appointmentFields } from '../fields/appointment-fields.ts';
import { id, participants, priority, requiredText, text } from '../values.ts';

export const updateAppointment = command({
  summary: 'Change what an appointment says, not where it is',
  permission: 'schedule',
  args: z.strictObject({
    id: id<'appointment'>(),
    title: requiredText(200),
    description: text(4000),
    priority,
    participants,
    pinned: z.boolean(),
    meetingUrl: text(500),
    remind: z.boolean(),
    /** What is left out stays as it is. */
    ...appointmentFields,
  }),
});
