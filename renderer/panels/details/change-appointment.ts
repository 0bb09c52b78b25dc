import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import type { Console } from '../../state/console.ts';

/** Changes what an appointment says; everything not named stays. False when it was refused. */
export async function changeAppointment(
  console: Console,
  appointment: Appointment,
  change: Partial<Omit<CommandArgs<'updateAppointment'>, 'id'>>,
): Promise<boolean> {
  const { id, title, description, priority, participants, pinned, meetingUrl, remind } = appointment;
  const reply = await console.perform('updateAppointment', {
    id,
    title,
    description,
    priority,
    participants: [...participants],
    pinned,
    meetingUrl,
    remind,
    ...change,
  });
  return reply.ok;
}
