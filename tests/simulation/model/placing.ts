import { addMinutes, instant } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { asId } from '../../../core/kernel/id.ts';
import { refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { counted, partsOf } from './chain.ts';
import { asRequest, withoutStale } from './holds.ts';
import { occupies, type Wanted } from './minute-by-minute.ts';
import { setAside } from './setting-aside.ts';
import { judgePlace, type Missing } from './place.ts';
import { buffersFor, needsOf, policyOf, type Needs } from './needs.ts';
import { approvalWanted } from './stored-rules.ts';
import { changed, every, row, type AppointmentRow, type Model, type OrderRow, type Rows } from './rows.ts';
import type { Site } from './site.ts';

/** Requested, held, confirmed and in progress stand for their work order. */
export function isFinal({ state: { status } }: AppointmentRow): boolean {
  return status === 'completed' || status === 'cancelled' || status === 'no-show';
}

export function standsFor(rows: Rows, orderId: string): boolean {
  return every(rows, 'appointment').some((one) => one.workOrderId === orderId && !isFinal(one));
}

type Claimed = Omit<Claim, 'resourceId'> & { readonly resourceId: string };

/** As they come over the contract, with the first technician as the lead. */
export function claimsOf(claims: readonly Claimed[]): readonly Claim[] {
  const branded = claims.map((claim) => ({ ...claim, resourceId: asId<'resource'>(claim.resourceId) }));
  if (branded.some((claim) => claim.role === 'lead')) return branded;
  const first = branded.findIndex((claim) => claim.role === 'assistant');
  return branded.map((claim, index) => (index === first ? { ...claim, role: 'lead' } : claim));
}

export function book(model: Model, site: Site, { args, accept, by }: AskOf<'bookAppointment'>): Answer {
  // A request alone may have no place yet.
  const bare = args.claims.length === 0;
  if (bare && args.as !== 'requested') return refused('invalid-input');
  if (model.rows.has(args.id)) return refused('already-exists');
  const order = row(model.rows, 'workOrder', args.workOrderId);
  if (order !== undefined && order.state.status !== 'open') return refused('final-status');
  if (order !== undefined && standsFor(model.rows, order.id)) return refused('already-booked');
  const serviceTypeId = order?.serviceTypeId ?? (args.serviceTypeId === null ? null : asId(args.serviceTypeId));
  const needs = needsOf(model.rows, { workOrderId: order?.id ?? null, serviceTypeId });
  const buffers = buffersFor(model.rows, needs);
  const start = instant(args.start);
  const end = args.end === null ? addMinutes(start, needs?.duration ?? 0) : instant(args.end);
  const claims = claimsOf(args.claims);
  if (!bare && areMistaken(model.rows, claims)) return refused('invalid-input');
  if (!bare && isLost(claims, needs)) return refused('invalid-input');
  const wanted: Wanted = {
    start,
    end,
    ...buffers,
    claims,
    needs,
    own: null,
    recording: args.recording,
  };
  const place = judgePlace(model, site, wanted, bare ? null : missingFrom(claims, needs), accept);
  if (!place.ok) return place.answer;
  const rows = (chosen: Claim | null): Rows => {
    const fresh: AppointmentRow = {
      entity: 'appointment',
      id: asId(args.id),
      start,
      end,
      ...buffers,
      state: stateOf(args.as, model),
      customerId: order?.customerId ?? (typeof args.customerId === 'string' ? asId(args.customerId) : null),
      source: args.source ?? null,
      rescheduleLimit: args.rescheduleLimit ?? null,
      claims: chosen === null ? claims : inOrder([...claims, chosen]),
      workOrderId: order?.id ?? null,
      serviceTypeId,
      priority: args.priority ?? needs?.priority ?? 'normal',
      rescheduleCount: 0,
      segment: null,
      ...wordsOf(args, order, model.who),
    };
    const waits = args.as === 'held' ? null : asksFirst(model.rows, fresh, args.as, by);
    if (waits !== null) return changed(model.rows, [{ ...fresh, state: waits }]);
    if (args.as === 'requested') return changed(model.rows, [fresh]);
    const placed = changed(withoutStale(model.rows, model, fresh), [fresh]);
    return setAside(placed, model, site, fresh, { needs, withIds: args.reservationIds.length > 0 });
  };
  return { refused: null, partner: place.partner, rows };
}

/** What nobody has given is as it usually is. */
function wordsOf(
  args: AskOf<'bookAppointment'>['args'],
  order: OrderRow | undefined,
  requestedBy: string,
): Partial<AppointmentRow> {
  const title = args.title === '' ? order?.title : args.title;
  const none = { externalIds: [], workItem: null, customData: {}, zone: null, locationText: '', reminded: [] };
  return {
    ...(title === undefined ? {} : { title }),
    ...none,
    description: args.description,
    participants: args.participants,
    pinned: false,
    meetingUrl: '',
    remind: args.remind ?? true,
    unitId: order?.unitId ?? (args.unitId === null ? null : asId(args.unitId)),
    requestedBy,
  };
}

/** Who may approve has approved by asking. */
export const ADMIN = 0;

/** The state of what has to be approved first; null where nobody has to be asked. */
export function asksFirst(
  rows: Rows,
  one: AppointmentRow,
  asked: 'requested' | 'confirmed',
  by: number,
): AppointmentRow['state'] | null {
  const rule = by === ADMIN ? null : approvalWanted(rows, one);
  if (rule === null) return null;
  const { id: ruleId, name, priority } = rule;
  return { status: 'requested', approval: 'pending', needs: { ruleId, name, priority, asked } };
}

function stateOf(as: 'requested' | 'held' | 'confirmed', model: Model): AppointmentRow['state'] {
  if (as === 'requested') return { status: 'requested', approval: 'none' };
  return as === 'held'
    ? { status: 'held', until: addMinutes(model.now, policyOf(model.rows).holdMinutes) }
    : { status: 'confirmed' };
}

/** Work needs somebody who does it, and a bay where it says so; a meeting takes what it claims. */
function missingFrom(claims: readonly Claim[], needs: Needs | null): Missing | null {
  if (needs === null) return null;
  if (!hasPeople(claims)) return { kind: 'technician', kept: null };
  const hasBay = claims.some((claim) => claim.role === 'bay');
  return needs.capabilities !== null && !hasBay ? { kind: 'bay', kept: null } : null;
}

export function move(model: Model, site: Site, { args, accept, by }: AskOf<'moveAppointment'>): Answer {
  if (args.claims?.length === 0) return refused('invalid-input');
  const before = row(model.rows, 'appointment', args.id);
  if (before === undefined) return refused('not-found');
  if (isFinal(before)) return refused('final-status');
  const needs = needsOf(model.rows, before);
  const moves = args.start !== before.start;
  const underway = before.state.status === 'in-progress';
  const claims = args.claims === null ? before.claims : withUnsaid(claimsOf(args.claims), before, needs);
  if (args.claims !== null && !areSame(before.claims, claims) && areMistaken(model.rows, claims))
    return refused('invalid-input');
  if (underway && (moves || !sameHolder(before.claims, claims, 'lead') || !sameHolder(before.claims, claims, 'bay')))
    return refused('wrong-status');
  const isPast =
    moves && before.state.status === 'confirmed' && before.rescheduleCount >= (before.rescheduleLimit ?? Infinity);
  if (isPast && by !== ADMIN) return refused('reschedule-limit');
  const kept = args.findPartner && !underway && before.claims.length > 0 ? partnerOf(before.claims, claims) : undefined;
  const start = instant(args.start);
  const end = instant(args.end);
  const others = claims.filter((claim) => claim !== kept);
  const wanted: Wanted = { ...before, start, end, claims: others, needs, own: before.id, recording: !moves };
  // What claimed nothing gets its first place as a booking does.
  const isFirst = before.claims.length === 0 && claims.length > 0 && args.findPartner;
  if (isFirst && isLost(claims, needs)) return refused('invalid-input');
  const replaced: Missing | null =
    kept === undefined ? null : { kind: kept.role === 'bay' ? 'bay' : 'technician', kept };
  const missing = isFirst ? missingFrom(claims, needs) : replaced;
  const place = judgePlace(model, site, wanted, missing, accept);
  if (!place.ok) return isPast ? withLimit(place.answer) : place.answer;
  if (isPast && !accept) return refused('needs-override', ['reschedule-limit']);
  const { state } = before;
  const moved = (chosen: Claim | null): AppointmentRow => {
    const rescheduleCount = before.rescheduleCount + (moves && state.status === 'confirmed' ? 1 : 0);
    const all = chosen === null ? others : inOrder([...others, chosen]);
    return { ...before, start, end, claims: all, rescheduleCount };
  };
  const isAgreed = state.status === 'confirmed' || (state.status === 'requested' && state.approval === 'approved');
  const waitsFor = (after: AppointmentRow): AppointmentRow['state'] | null =>
    isAgreed ? asksAnew(model.rows, before, after, by) : null;
  const { partner } = place;
  const choices = partner?.among.map((id) => ({ role: partner.role, units: 1, ...kept, resourceId: id })) ?? [null];
  const promises = state.status !== 'confirmed' ? [] : choices.filter((chosen) => waitsFor(moved(chosen)) !== null);
  if (promises.length === choices.length) return refused('approval-needed');
  const rows = (chosen: Claim | null): Rows => {
    const anew = waitsFor(moved(chosen));
    const after = anew === null ? moved(chosen) : { ...moved(chosen), state: anew };
    if (occupies(before, model.now)) return inChain(withoutStale(model.rows, model, after), before, after);
    // A hold that ran out does not come back by being moved.
    return before.state.status === 'held' ? asRequest(model.rows, after) : changed(model.rows, [after]);
  };
  return { refused: null, partner, rows, ...(promises.length > 0 ? { mayRefuse: ['approval-needed'] } : {}) };
}

/** What was agreed stays so, but nobody agreed to more, or to what another rule asks about. */
function asksAnew(
  rows: Rows,
  before: AppointmentRow,
  after: AppointmentRow,
  by: number,
): AppointmentRow['state'] | null {
  const waits = asksFirst(rows, after, 'confirmed', by);
  const isLonger = after.end - after.start > before.end - before.start;
  return isLonger || approvalWanted(rows, before)?.id !== approvalWanted(rows, after)?.id ? waits : null;
}

/** A part that goes past another one is counted anew with all of them. */
function inChain(rows: Rows, before: AppointmentRow, after: AppointmentRow): Rows {
  if (before.segment === null) return changed(rows, [after]);
  const parts = partsOf(rows, before).map((one) => (one.id === after.id ? after : one));
  return counted(rows, parts, before.segment.chainId);
}

/** The limit is one more thing to be accepted. */
function withLimit(answer: Answer): Answer {
  if (answer.refused !== 'needs-override' || answer.rules === null) return answer;
  return refused('needs-override', [...answer.rules, 'reschedule-limit']);
}

/** What the drop did not name stays: the technician on a bay's lane, the bay on a technician's where the work needs one. */
function withUnsaid(claims: readonly Claim[], before: AppointmentRow, needs: Needs | null): readonly Claim[] {
  const lead = before.claims.find((claim) => claim.role === 'lead');
  const bay = before.claims.find((claim) => claim.role === 'bay');
  const isOnBay = claims.some((claim) => claim.role === 'bay');
  const keepsLead = lead !== undefined && !hasPeople(claims) && isOnBay;
  const needsBay = needs !== null && needs.capabilities !== null;
  const keepsBay = bay !== undefined && needsBay && claims.every((claim) => claim.role !== 'bay');
  return [...(keepsLead ? [lead] : []), ...claims, ...(keepsBay ? [bay] : [])];
}

const ROLES: readonly Claim['role'][] = ['lead', 'assistant', 'team', 'bay', 'room', 'equipment', 'custom'];

/** Whoever was found stands where people look for it. */
export function inOrder(claims: readonly Claim[]): readonly Claim[] {
  return claims.toSorted((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
}

export function hasPeople(claims: readonly Claim[]): boolean {
  return claims.some((claim) => ['lead', 'assistant', 'team'].includes(claim.role));
}

/** Work in a bay with nobody and nowhere: one missing partner is found, not two at once. */
function isLost(claims: readonly Claim[], needs: Needs | null): boolean {
  const needsBay = needs !== null && needs.capabilities !== null;
  return needsBay && !hasPeople(claims) && claims.every((claim) => claim.role !== 'bay');
}

/** Nobody, somebody who is not there any more, or more of something than there is. */
export function areMistaken(rows: Rows, claims: readonly Claim[]): boolean {
  const isWrong = (claim: Claim): boolean => {
    const lane = row(rows, 'resource', claim.resourceId);
    return lane === undefined || !lane.active || claim.units > lane.capacity;
  };
  return claims.length === 0 || claims.some(isWrong);
}

function areSame(a: readonly Claim[], b: readonly Claim[]): boolean {
  const text = (claims: readonly Claim[]): string =>
    claims
      .map(({ resourceId, role, units }) => `${role} ${resourceId} ${units}`)
      .toSorted()
      .join();
  return text(a) === text(b);
}

function sameHolder(a: readonly Claim[], b: readonly Claim[], role: Claim['role']): boolean {
  return holder(a, role)?.resourceId === holder(b, role)?.resourceId;
}

function holder(claims: readonly Claim[], role: Claim['role']): Claim | undefined {
  return claims.find((claim) => claim.role === role);
}

/** The one of technician and bay that was not dragged; the bay when neither was. */
function partnerOf(before: readonly Claim[], after: readonly Claim[]): Claim | undefined {
  if (sameHolder(before, after, 'bay')) return holder(after, 'bay');
  return sameHolder(before, after, 'lead') ? holder(after, 'lead') : undefined;
}
