import { MINUTE } from '../../../core/domain/time/instant.ts';
import type { ReminderKind } from '../../../core/domain/work/appointment.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { policyOf } from './needs.ts';
import { changed, every, row, type AppointmentRow, type Change, type Model } from './rows.ts';

/** No zone has this name. */
export const NOWHERE = 'Mars/Base';

/** What is left out stays. Words can be mended in every status. */
export function updateWords(model: Model, { args }: AskOf<'updateAppointment'>): Answer {
  const one = row(model.rows, 'appointment', args.id);
  if (one === undefined) return refused('not-found');
  if (args.zone === NOWHERE) return refused('invalid-input');
  const { title, description, priority, participants, pinned, meetingUrl, remind, ...extras } = args;
  const { externalIds, requestedBy, workItem, customData, rescheduleLimit, locationText } = extras;
  const told: AppointmentRow = { ...one, title, description, priority, participants, pinned, meetingUrl, remind };
  return accepted(
    changed(model.rows, [
      {
        ...told,
        ...(externalIds === undefined ? {} : { externalIds }),
        ...(requestedBy === undefined ? {} : { requestedBy }),
        ...(workItem === undefined ? {} : { workItem }),
        ...(customData === undefined ? {} : { customData: customData as Readonly<Record<string, unknown>> }),
        ...(rescheduleLimit === undefined ? {} : { rescheduleLimit }),
        ...(locationText === undefined ? {} : { locationText }),
        ...(extras.zone === undefined ? {} : { zone: extras.zone as ZoneId | null }),
      },
    ]),
  );
}

/** Each kind of reminder goes out once for each start, while its time is. */
export function remind(model: Model): Answer {
  const due = every(model.rows, 'appointment').flatMap((one): AppointmentRow[] => {
    const kind = kindNow(one, model);
    const sent = (one.reminded ?? []).filter(({ start }) => start === one.start);
    if (kind === null || sent.some((reminder) => reminder.kind === kind)) return [];
    return [{ ...one, reminded: [...sent, { kind, at: model.now, start: one.start }] }];
  });
  return accepted(changed(model.rows, due));
}

function kindNow({ start, state, remind: wants = true }: AppointmentRow, { now, rows }: Model): ReminderKind | null {
  const left = (start - now) / MINUTE;
  if (!wants || state.status !== 'confirmed' || left <= 0) return null;
  if (left <= 15) return '15min';
  if (left <= 60) return '1hour';
  return left <= policyOf(rows).reminderHours * 60 ? '1day' : null;
}

/** A reminder that went out is nothing that anybody would want back. */
export function isReminder({ before, after }: Change): boolean {
  if (before?.entity !== 'appointment' || after?.entity !== 'appointment') return false;
  const { reminded: _was, ...rest } = before;
  const { reminded: _is, ...same } = after;
  return JSON.stringify(rest) === JSON.stringify(same);
}
