import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import { instant } from '../../core/domain/time/instant.ts';
import type { Console } from '../state/console.ts';
import type { Drag } from '../state/drag-state.ts';
import { tellDone } from '../state/tell-done.ts';

/** The other selected appointments in sight: they go with the bar in the air, by the same offset. */
export function companions(console: Console, drag: Drag): readonly BoardAppointment[] {
  const { subject, mode } = drag;
  const location = console.location();
  if (subject.kind !== 'appointment' || mode !== 'move' || location === undefined) return [];
  const { all } = console.selection.getState();
  const ids = new Set(all.flatMap((one) => (one.kind === 'appointment' ? [one.id] : [])));
  if (!ids.delete(subject.appointment.id)) return [];
  const { days } = console.session.getState();
  const board = console.cache.peek('boardForRange', { locationId: location.id, date: console.date(), days }).value;
  return board?.appointments.filter((one) => ids.has(one.id)) ?? [];
}

/** In the order in which none lands on one that has yet to go. */
export function inMovingOrder(appointments: readonly BoardAppointment[], offset: number): readonly BoardAppointment[] {
  return appointments.toSorted((a, b) => (offset > 0 ? b.start - a.start : a.start - b.start));
}

/**
 * Moves all that is selected by one offset, each on its own lanes; the one in the air goes where it was dropped. What is
 * refused stays where it was and says why. One "Undo" takes back all that moved.
 */
export async function sendSeveral(
  console: Console,
  drag: Drag,
  lead: { readonly appointment: BoardAppointment; readonly claims: BoardAppointment['claims']; readonly care: boolean },
  others: readonly BoardAppointment[],
): Promise<void> {
  const { pending, notices } = console;
  const offset = drag.start - lead.appointment.start;
  const refused: string[] = [];
  let done = 0;
  const wishes = inMovingOrder([lead.appointment, ...others], offset).map((one) => ({
    ...one,
    start: instant(one.start + offset),
    end: instant(one.end + offset),
    claims: one.id === lead.appointment.id ? lead.claims : one.claims,
    conflict: false,
  }));
  for (const wish of wishes) pending.put(wish);
  for (const { id, start, end, claims, title } of wishes) {
    const isLead = id === lead.appointment.id;
    const reply = await console.perform(
      'moveAppointment',
      { id, start, end, claims: [...claims], findPartner: isLead },
      { quiet: true, ...(isLead && lead.care ? { acceptCautions: true } : {}) },
    );
    if (reply.ok) {
      done += 1;
      pending.receipt(id, reply.value.sequence);
    } else {
      pending.drop(id);
      refused.push(`${title}: ${console.words().say(errorPhrase(reply.error))}`);
    }
  }
  const words = console.words();
  if (done > 0) tellDone(console, words.ui('ui.drag.done.several', { count: done }), done);
  if (refused.length > 0)
    notices.toast({
      tone: 'warn',
      text: `${words.ui('ui.drag.refused.several', { count: refused.length })} ${refused.join(' ')}`,
    });
}
