import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { WorkOrder } from '../../../core/domain/work/work-order.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import type { Console } from '../../state/console.ts';
import { tellDone } from '../../state/tell-done.ts';
import { asId } from '../../../core/kernel/id.ts';
import { performWithCare } from '../shared/care.ts';
import { slotWords } from '../shared/day-words.ts';
import { claimsOf, movedClaims } from '../shared/placement-words.ts';

function said(
  console: Console,
  title: string,
  slot: SuggestionView,
): Readonly<Record<'title' | 'when' | 'who', string>> {
  const names = [slot.technician?.name, slot.bay?.name].filter((name) => name !== undefined);
  return {
    title,
    when: slotWords(console, console.words(), { from: slot.start, to: slot.end }),
    who: names.join(', '),
  };
}

/** A suggestion with its place among those shown, 1 for the best. */
export interface RankedSlot {
  readonly slot: SuggestionView;
  readonly rank: number;
}

/** Books a work order into a suggested slot, confirmed or on hold, and shows the new appointment. */
export async function bookSlot(
  console: Console,
  order: WorkOrder,
  { slot, rank }: RankedSlot,
  as: 'confirmed' | 'held',
): Promise<void> {
  const id = console.newId();
  const reply = await performWithCare(
    console,
    'bookAppointment',
    {
      id,
      locationId: order.locationId,
      workOrderId: order.id,
      title: '',
      start: slot.start,
      end: slot.end,
      claims: [...claimsOf(slot)],
      as,
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: order.parts.map(() => console.newId()),
      recording: false,
      suggested: { rank },
    },
    { title: order.title },
  );
  if (!reply.ok) return;
  console.selection.select({ kind: 'appointment', id: asId<'appointment'>(id) });
  tellDone(console, console.words().ui(`ui.done.${as}`, said(console, order.title, slot)));
}

/** Moves an appointment into a slot; helpers and equipment stay with it. */
export async function moveToSlot(console: Console, appointment: Appointment, slot: SuggestionView): Promise<boolean> {
  const reply = await performWithCare(
    console,
    'moveAppointment',
    {
      id: appointment.id,
      start: slot.start,
      end: slot.end,
      claims: [...movedClaims(appointment.claims, slot)],
      findPartner: false,
    },
    { title: appointment.title },
  );
  if (reply.ok) tellDone(console, console.words().ui('ui.done.moved', said(console, appointment.title, slot)));
  return reply.ok;
}
