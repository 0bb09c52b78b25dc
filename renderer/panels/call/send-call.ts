import type { CommandArgs, SendOptions } from '../../../core/contract/client.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';
import type { Receipt } from '../../../core/contract/envelope.ts';
import type { Fault, Refusal, Reply } from '../../../core/contract/refusal.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { Coordinates } from '../../../core/domain/organization/location.ts';
import { minutes, type Instant } from '../../../core/domain/time/instant.ts';
import type { Priority } from '../../../core/domain/work/service-type.ts';
import { claimsOf } from '../shared/placement-words.ts';
import { placeOf, type CallDraft } from './call-draft.ts';

/** What of the call has been saved already, so that trying again repeats nothing. */
export interface CallSaved {
  readonly customerId: string | null;
  readonly unitId: string | null;
  readonly workOrderId: string | null;
}

export const NOTHING_SAVED: CallSaved = { customerId: null, unitId: null, workOrderId: null };

export type CallStep = 'customer' | 'unit' | 'workOrder' | 'booking';

export type CallOutcome =
  | { readonly ok: true; readonly saved: CallSaved; readonly appointmentId: string | null }
  | { readonly ok: false; readonly saved: CallSaved; readonly step: CallStep; readonly error: Refusal | Fault };

export interface CallSender {
  readonly newId: () => string;
  readonly send: <N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    options?: SendOptions,
  ) => Promise<Reply<Receipt>>;
}

export interface CallOrder {
  readonly draft: CallDraft;
  readonly locationId: string;
  /** Where the location is. */
  readonly site: Coordinates;
  readonly due: Instant | null;
  readonly priority: Priority;
  /** Null leaves the work in the tray. */
  readonly slot: SuggestionView | null;
  /** The slot's place among those shown, 1 for the best. */
  readonly rank: number;
}

/** An hour for work nobody has named yet. */
const UNKNOWN_WORK = minutes(60);

/** Customer, unit, work order, appointment: each only when it is new, in the order in which they need each other. */
export async function sendCall(sender: CallSender, order: CallOrder, before: CallSaved): Promise<CallOutcome> {
  const { newId, send } = sender;
  const { draft, slot, rank } = order;
  let saved = before;
  const failed = (step: CallStep, error: Refusal | Fault): CallOutcome => ({ ok: false, saved, step, error });

  const customerId = saved.customerId ?? (draft.customer.kind === 'known' ? draft.customer.match.id : newId());
  if (draft.customer.kind === 'new' && saved.customerId === null) {
    const { name, phone, tier } = draft.customer;
    const reply = await send('addCustomer', {
      id: customerId,
      name,
      phone,
      tier,
      email: '',
      address: draft.address.trim(),
      coordinates: null,
      contacts: [],
      notes: '',
    });
    if (!reply.ok) return failed('customer', reply.error);
    saved = { ...saved, customerId };
  }

  let unitId = saved.unitId ?? (draft.unit.kind === 'known' ? draft.unit.id : null);
  if (draft.unit.kind === 'new' && unitId === null && (draft.unit.name + draft.unit.plate).trim() !== '') {
    const { name, plate } = draft.unit;
    const fresh = newId();
    const reply = await send('addUnit', {
      id: fresh,
      customerId,
      name: name.trim() === '' ? plate : name,
      plate,
      details: '',
    });
    if (!reply.ok) return failed('unit', reply.error);
    unitId = fresh;
    saved = { ...saved, unitId };
  }

  const workOrderId = saved.workOrderId ?? newId();
  if (saved.workOrderId === null) {
    const reply = await send('openWorkOrder', workOrderArgs(order, { workOrderId, customerId, unitId }));
    if (!reply.ok) return failed('workOrder', reply.error);
    saved = { ...saved, workOrderId };
  }
  if (slot === null) return { ok: true, saved, appointmentId: null };

  const appointmentId = newId();
  const reply = await send('bookAppointment', {
    id: appointmentId,
    locationId: order.locationId,
    workOrderId,
    title: '',
    start: slot.start,
    end: slot.end,
    claims: [...claimsOf(slot)],
    as: 'confirmed',
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: (draft.serviceType?.parts ?? []).map(() => newId()),
    recording: false,
    suggested: { rank },
  });
  return reply.ok ? { ok: true, saved, appointmentId } : failed('booking', reply.error);
}

function workOrderArgs(
  { draft, locationId, site, due, priority }: CallOrder,
  ids: { readonly workOrderId: string; readonly customerId: string; readonly unitId: string | null },
): CommandArgs<'openWorkOrder'> {
  const type = draft.serviceType;
  const what = draft.what.trim();
  const title = what === '' ? (type?.name ?? '') : what;
  return {
    id: ids.workOrderId,
    locationId,
    title,
    description: '',
    customerId: ids.customerId,
    unitId: ids.unitId,
    serviceTypeId: type?.id ?? null,
    priority,
    duration: type?.duration ?? UNKNOWN_WORK,
    skills: [...(type?.skills ?? [])],
    capabilities: type === null || type.capabilities === null ? (type === null ? [] : null) : [...type.capabilities],
    parts: [...(type?.parts ?? [])],
    windows: [],
    due,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: placeOf(draft, site),
  };
}
