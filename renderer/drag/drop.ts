import type { CommandArgs, SendOptions } from '../../core/contract/client.ts';
import type { Receipt } from '../../core/contract/envelope.ts';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';
import type { Reply } from '../../core/contract/refusal.ts';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import type { SuggestionView } from '../../core/contract/views/suggestion-view.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import type { Instant } from '../../core/domain/time/instant.ts';
import { minutes } from '../../core/domain/time/instant.ts';
import { asId } from '../../core/kernel/id.ts';
import type { Claim } from '../../core/domain/work/appointment.ts';
import type { Console } from '../state/console.ts';
import { tellDone } from '../state/tell-done.ts';
import { subjectTitle, type Drag, type DragSubject } from '../state/drag-state.ts';
import { companions, sendSeveral } from './drop-several.ts';

/** Ids for the parts a booking sets aside; what is too many is not used. */
const MOST_PARTS = 30;

interface Wish {
  readonly start: Instant;
  readonly end: Instant;
  readonly claims: readonly Claim[];
}

/** Sends what the drop means. The bar stays where it was dropped until the host's change event, or goes back. */
export async function sendDrop(console: Console, drag: Drag): Promise<void> {
  const { laneId, subject } = drag;
  if (laneId === null || isUnchanged(drag, laneId)) {
    console.notices.announce(console.words().ui('ui.drag.back', { title: subjectTitle(subject) }));
    return;
  }
  const verdict = drag.verdicts.get(laneId);
  const claims = verdict?.claims ?? claimsWithoutFacts(console, subject, laneId);
  const wish = { start: drag.start, end: drag.end, claims };
  const others = companions(console, drag);
  if (subject.kind === 'appointment' && others.length > 0) {
    const care = verdict?.verdict.level === 'caution';
    return sendSeveral(console, drag, { appointment: subject.appointment, claims, care }, others);
  }
  const at = console.shown.getState().geometry?.pointOf(laneId, drag.start) ?? { x: 200, y: 200 };
  await carryOut(console, { subject, wish, at, acceptCautions: verdict?.verdict.level === 'caution' });
}

interface Order {
  readonly subject: DragSubject;
  readonly wish: Wish;
  readonly at: { readonly x: number; readonly y: number };
  readonly acceptCautions: boolean;
}

async function carryOut(console: Console, order: Order): Promise<void> {
  const { subject, wish, at } = order;
  const { notices, pending, drag } = console;
  const fresh = asWished(console, subject, wish);
  pending.put(fresh);
  const reply = await send(console, order, fresh);
  const words = console.words();
  const title = subjectTitle(subject);
  if (reply.ok) {
    pending.receipt(fresh.id, reply.value.sequence);
    const done = subject.kind === 'appointment' ? 'ui.drag.done.move' : 'ui.drag.done.book';
    tellDone(console, words.ui(done, { title, times: words.times({ from: wish.start, to: wish.end }) }));
    console.selection.select({ kind: 'appointment', id: fresh.id });
    return;
  }
  pending.drop(fresh.id);
  const { error } = reply;
  const take = (slot: SuggestionView): void => {
    drag.setState({ refused: null });
    const claims = claimsOf(slot);
    void carryOut(console, {
      ...order,
      wish: { start: slot.start, end: slot.end, claims },
      acceptCautions: slot.cautions.length > 0,
    });
  };
  const insist = (): void => {
    drag.setState({ refused: null });
    void carryOut(console, { ...order, acceptCautions: true });
  };
  if (error.kind === 'blocked')
    drag.setState({
      refused: {
        at: wish.start,
        title,
        reasons: error.reasons,
        alternatives: error.alternatives,
        point: at,
        take,
        insist: null,
      },
    });
  else if (error.kind === 'needs-override')
    drag.setState({
      refused: { at: wish.start, title, reasons: error.reasons, alternatives: [], point: at, take, insist },
    });
  else notices.toast({ tone: 'bad', text: words.say(errorPhrase(error)) });
}

function send(
  console: Console,
  { subject, wish, acceptCautions }: Order,
  fresh: BoardAppointment,
): Promise<Reply<Receipt>> {
  const options: SendOptions & { readonly quiet: true } = {
    quiet: true,
    ...(acceptCautions ? { acceptCautions } : {}),
  };
  const { start, end } = wish;
  const claims = [...wish.claims];
  if (subject.kind === 'appointment')
    return console.perform('moveAppointment', { id: fresh.id, start, end, claims, findPartner: true }, options);
  const args: CommandArgs<'bookAppointment'> = {
    id: fresh.id,
    locationId: console.location()?.id ?? '',
    workOrderId: subject.id,
    title: '',
    start,
    end,
    claims,
    as: 'confirmed',
    serviceTypeId: null,
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: Array.from({ length: MOST_PARTS }, console.newId),
    recording: false,
  };
  return console.perform('bookAppointment', args, options);
}

function claimsOf(slot: SuggestionView): readonly Claim[] {
  return [
    ...(slot.technician === null ? [] : [{ resourceId: slot.technician.id, role: 'lead', units: 1 } as const]),
    ...(slot.bay === null ? [] : [{ resourceId: slot.bay.id, role: 'bay', units: 1 } as const]),
  ];
}

function isUnchanged({ subject, mode, start, end }: Drag, laneId: ResourceId): boolean {
  if (subject.kind === 'workOrder') return false;
  const { appointment } = subject;
  const staysOnLane = mode !== 'move' || appointment.claims.some((claim) => claim.resourceId === laneId);
  return staysOnLane && appointment.start === start && appointment.end === end;
}

/** The facts have not come: the lane takes the place of the claim of its kind, and the host finds the rest. */
function claimsWithoutFacts(console: Console, subject: DragSubject, laneId: ResourceId): readonly Claim[] {
  const kind = console.setup()?.resources.find((one) => one.id === laneId)?.kind;
  const role = kind === 'bay' ? 'bay' : 'lead';
  const others =
    subject.kind === 'appointment' ? subject.appointment.claims.filter((claim) => claim.role !== role) : [];
  return [{ resourceId: laneId, role, units: 1 }, ...others.filter((claim) => claim.resourceId !== laneId)];
}

function asWished(console: Console, subject: DragSubject, wish: Wish): BoardAppointment {
  if (subject.kind === 'appointment') return { ...subject.appointment, ...wish, conflict: false };
  return {
    ...wish,
    id: asId<'appointment'>(console.newId()),
    title: subject.title,
    before: minutes(0),
    after: minutes(0),
    state: { status: 'confirmed' },
    kind: subject.hue,
    priority: subject.priority,
    workOrderId: subject.id,
    workOrderNumber: subject.number,
    customer: subject.customer,
    unit: subject.unit,
    pinned: false,
    field: subject.field,
    travelBefore: minutes(0),
    travelAfter: minutes(0),
    due: null,
    atRisk: false,
    conflict: false,
  };
}
