import { update } from '../../domain/ops/op.ts';
import { withReminder } from '../../domain/work/reminders.ts';
import { announce } from '../announce.ts';
import { dueReminders } from '../due-reminders.ts';
import { decide } from '../refusals.ts';
import type { UseCase } from '../use-case.ts';

/** What was told is written down with the telling, so a second sender finds nothing left to send. */
export const sendReminders: UseCase<'sendReminders'> = async (tx, _args, scene) => {
  const due = await dueReminders(tx, scene.now);
  const ops = due.map(({ appointment, kind }) =>
    update('appointment', appointment, {
      ...appointment,
      reminded: withReminder(appointment, kind, scene.now),
    }),
  );
  const domainEvents = due.map(({ appointment, kind }) => {
    const event = announce('appointment.reminder', appointment);
    return { ...event, payload: { ...event.payload, kind } };
  });
  return decide(due.length === 1 ? (due[0]?.appointment.title ?? '') : '', ops, { domainEvents });
};
