import { addMinutes, instant, minutes, MINUTE } from '../../../core/domain/time/instant.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { asId } from '../../../core/kernel/id.ts';
import { refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { chainOf, counted, partsOf, waitingParts } from './chain.ts';
import { flow, type Flow, type Long } from './flowing.ts';
import { withoutStale } from './holds.ts';
import { buffersFor, lanesOf, needsOf, type Needs } from './needs.ts';
import { dayOf, midnightOf } from './opening.ts';
import { giveBack, standing } from './parts.ts';
import { areMistaken, asksFirst, claimsOf, hasPeople, isFinal, standsFor } from './placing.ts';
import { judgePlace } from './place.ts';
import { changed, reservationKey, row, type AppointmentRow, type Model, type Row, type Rows } from './rows.ts';
import { setAside } from './setting-aside.ts';
import type { Site } from './site.ts';

type Choice = { readonly claims: readonly Claim[]; readonly bay: Claim | null; readonly flow: Flow };

export function bookLong(model: Model, site: Site, { args, accept, by }: AskOf<'bookLongWork'>): Answer {
  const order = row(model.rows, 'workOrder', args.workOrderId);
  if (order !== undefined && order.state.status !== 'open') return refused('final-status');
  if (order !== undefined && standsFor(model.rows, order.id)) return refused('already-booked');
  const serviceTypeId = order?.serviceTypeId ?? (args.serviceTypeId === null ? null : asId(args.serviceTypeId));
  const needs = needsOf(model.rows, { workOrderId: order?.id ?? null, serviceTypeId });
  const claims = claimsOf(args.claims);
  if (areMistaken(model.rows, claims) || (needs !== null && !hasPeople(claims))) return refused('invalid-input');
  const duration = args.duration ?? needs?.duration ?? 0;
  const buffers = buffersFor(model.rows, needs);
  const { start: from, roundBookings } = args;
  const long: Long = { from, duration, ...buffers, claims, needs, roundBookings };
  const bays = baysFor(model, claims, needs);
  if (bays?.length === 0) return refused('invalid-input');
  const choices = (bays ?? [null]).flatMap((bay): Choice[] => {
    const all = bay === null ? claims : [...claims, bay];
    const found = flow(model, site, { ...long, claims: all });
    return found === null ? [] : [{ claims: all, bay, flow: found }];
  });
  const judged = judge(choices, bays !== null, accept);
  if ('refused' in judged) return judged;
  // One bay may need more parts than there are ids for, where another does not.
  const fitting = judged.filter((one) => one.flow.parts.length <= args.ids.length);
  if (fitting.length === 0) return refused('invalid-input');
  const mayRefuse = fitting.length < judged.length ? ['invalid-input'] : [];
  const rows = (chosen: Claim | null): Rows => {
    const one = fitting.find(({ bay }) => bay === null || bay.resourceId === chosen?.resourceId);
    if (one === undefined) throw new Error('There is no such bay');
    const ids = args.ids.map((id) => asId<'appointment'>(id));
    const head = {
      serviceTypeId,
      customerId: order?.customerId ?? orNull(args.customerId),
      orderId: order?.id ?? null,
    };
    const parts = partRows(one, { ...head, ids, long, priority: args.priority ?? needs?.priority ?? 'normal' });
    const [first] = parts;
    if (first === undefined) return model.rows;
    const waits = asksFirst(model.rows, { ...first, end: addMinutes(first.start, duration) }, 'confirmed', by);
    if (waits !== null)
      return counted(
        model.rows,
        parts.map((part) => ({ ...part, state: waits })),
        first.id,
      );
    const clear = parts.reduce((all, part) => withoutStale(all, model, part), model.rows);
    const withIds = order !== undefined || args.reservationIds.length > 0;
    return setAside(counted(clear, parts, first.id), model, site, first, { needs, withIds });
  };
  const among = fitting.flatMap(({ bay }) => (bay === null ? [] : [bay.resourceId]));
  return { refused: null, partner: bays === null ? null : { role: 'bay', among }, rows, mayRefuse };
}

function orNull(id: string | null): AppointmentRow['customerId'] {
  return id === null ? null : asId(id);
}

/** The bays that could be taken where one is missing; null where none is. */
function baysFor(model: Model, claims: readonly Claim[], needs: Needs | null): readonly Claim[] | null {
  if (needs === null || needs.capabilities === null || claims.some((claim) => claim.role === 'bay')) return null;
  const wanted = needs.capabilities;
  return lanesOf(model.rows)
    .filter((lane) => lane.kind === 'bay' && lane.active)
    .filter((lane) => wanted.every((name) => lane.capabilities?.some((one) => one.capability === name)))
    .map((lane) => ({ resourceId: lane.id, role: 'bay', units: 1 }));
}

/** Those that stand best, or why none will do; which of several bays is told of is the product's choice. */
function judge(choices: readonly Choice[], isBayMissing: boolean, accept: boolean): readonly Choice[] | Answer {
  const level = Math.min(...choices.map((one) => one.flow.level));
  if (choices.length === 0) return refused('no-working-time');
  const best = choices.filter((one) => one.flow.level === level);
  const rules = isBayMissing ? null : best.flatMap((one) => one.flow.troubles.map(({ rule }) => rule));
  if (level === 2) return refused('blocked', rules);
  return level === 1 && !accept ? refused('needs-override', rules) : best;
}

function partRows(
  { claims, flow: { parts } }: Choice,
  of: {
    readonly ids: readonly AppointmentRow['id'][];
    readonly long: Long;
    readonly serviceTypeId: AppointmentRow['serviceTypeId'];
    readonly customerId: AppointmentRow['customerId'];
    readonly orderId: AppointmentRow['workOrderId'];
    readonly priority: AppointmentRow['priority'];
  },
): readonly AppointmentRow[] {
  return parts.map(({ from, to }, index) => ({
    entity: 'appointment',
    id: of.ids[index] ?? asId(''),
    start: instant(from),
    end: instant(to),
    before: minutes(index === 0 ? of.long.before : 0),
    after: minutes(index === parts.length - 1 ? of.long.after : 0),
    state: { status: 'confirmed' },
    claims,
    workOrderId: of.orderId,
    serviceTypeId: of.serviceTypeId,
    rescheduleCount: 0,
    rescheduleLimit: null,
    customerId: of.customerId,
    priority: of.priority,
    source: null,
    segment: null,
  }));
}

/** Only what stands firm has minutes to share out. */
function notFirm(one: AppointmentRow): Answer | null {
  if (one.state.status === 'confirmed' || one.state.status === 'in-progress') return null;
  return refused(isFinal(one) ? 'final-status' : 'wrong-status');
}

/** Nothing moves and no minute is added. */
export function split(model: Model, { args }: AskOf<'splitAppointment'>): Answer {
  const before = row(model.rows, 'appointment', args.id);
  if (before === undefined) return refused('not-found');
  const wrong = notFirm(before);
  if (wrong !== null) return wrong;
  if (model.rows.has(args.newId)) return refused('already-exists');
  const at = instant(args.at ?? before.start + (args.minutes ?? 0) * MINUTE);
  const isPast = before.state.status === 'in-progress' && at < model.now;
  if (at < before.start + 15 * MINUTE || at > before.end - 15 * MINUTE || isPast) return refused('invalid-input');
  const first = { ...before, end: at, after: minutes(0) };
  const second: AppointmentRow = {
    ...before,
    id: asId(args.newId),
    start: at,
    before: minutes(0),
    state: { status: 'confirmed' },
    ...NOT_HANDED_ON,
    rescheduleCount: 0,
  };
  const others = partsOf(model.rows, before).filter((one) => one.id !== before.id);
  return simply(counted(model.rows, [...others, first, second], chainOf(before)));
}

/** What belongs to the one appointment alone. */
const NOT_HANDED_ON = { source: null, externalIds: [], reminded: [] };

function simply(rows: Rows): Answer {
  return { refused: null, partner: null, rows: () => rows };
}

/** The first has the minutes of both from its own start on, and the parts of both. */
export function merge(model: Model, site: Site, { args, accept }: AskOf<'mergeAppointments'>): Answer {
  const one = row(model.rows, 'appointment', args.id);
  const other = row(model.rows, 'appointment', args.otherId);
  if (one === undefined || other === undefined) return refused('not-found');
  const parts = partsOf(model.rows, one).toSorted((a, b) => a.start - b.start);
  const places = [parts.indexOf(one), parts.indexOf(other)].toSorted((a, b) => a - b);
  const [at = -1, next = -1] = places;
  const [first, second] = [parts[at], parts[next]];
  if (next - at !== 1 || first === undefined || second === undefined) return refused('invalid-input');
  const wrong = notFirm(first) ?? notFirm(second);
  if (wrong !== null) return wrong;
  if (second.state.status !== 'confirmed') return refused('wrong-status');
  if (textOf(first.claims) !== textOf(second.claims)) return refused('invalid-input');
  const end = instant(first.end + second.end - second.start);
  const merged = { ...first, end, after: second.after };
  if (end !== second.end) {
    const refusal = judgeAgain(model, site, merged, [first.id, second.id], accept);
    if (refusal !== null) return refusal;
  }
  const others = parts.filter((part) => part !== first && part !== second);
  const clear = withoutStale(changed(model.rows, [merged], [second.id]), model, merged);
  const handed = standing(model.rows, second.id).reduce((rows, part) => {
    const of = { stockId: part.stockId, appointmentId: first.id };
    return changed(rows, [{ ...part, ...of, id: reservationKey(of) }], [part.id]);
  }, clear);
  return simply(counted(handed, [...others, merged], chainOf(first)));
}

function judgeAgain(
  model: Model,
  site: Site,
  part: AppointmentRow,
  own: readonly string[],
  accept: boolean,
): Answer | null {
  const alone = { ...model, rows: changed(model.rows, [], own) };
  const needs = needsOf(model.rows, part);
  const place = judgePlace(alone, site, { ...part, needs, own: null, recording: true }, null, accept);
  return place.ok ? null : place.answer;
}

function textOf(claims: readonly Claim[]): string {
  return claims
    .map(({ resourceId, role, units }) => `${role} ${resourceId} ${units}`)
    .toSorted()
    .join();
}

/** What was done stays, what is left flows on with the parts after it that the same people do. */
export function carryOver(model: Model, site: Site, { args, accept }: AskOf<'carryOver'>): Answer {
  const before = row(model.rows, 'appointment', args.id);
  if (before === undefined) return refused('not-found');
  const wrong = notFirm(before);
  if (wrong !== null) return wrong;
  const { state, start, end } = before;
  const at = instant(args.at);
  const isUnderway = state.status === 'in-progress';
  if (isUnderway && (at > addMinutes(model.now, 5) || at <= Math.max(start, state.startedAt)))
    return refused('invalid-input');
  if (!isUnderway && (at < start + 15 * MINUTE || at >= end)) return refused('invalid-input');
  const rest = args.rest ?? (end - at) / MINUTE;
  const from = args.from ?? midnightOf(dayOf(at) + 1);
  if (rest <= 0 || from < at) return refused('invalid-input');
  const following = waitingParts(model.rows, before)
    .filter((one) => one.start >= start && one.state.status === 'confirmed')
    .filter((one) => textOf(one.claims) === textOf(before.claims))
    .toSorted((a, b) => a.start - b.start);
  const own = [before, ...following];
  const after = own.at(-1)?.after ?? before.after;
  const needs = needsOf(model.rows, before);
  const long: Long = {
    from,
    duration: following.reduce((sum, one) => sum + (one.end - one.start) / MINUTE, rest),
    before: 0,
    after,
    claims: before.claims,
    needs: needs === null ? null : { ...needs, range: null, parts: [] },
    roundBookings: args.roundBookings,
  };
  const alone = {
    ...model,
    rows: changed(
      model.rows,
      [],
      own.map((one) => one.id),
    ),
  };
  const found = flow(alone, site, long);
  const judged = judge(found === null ? [] : [{ claims: before.claims, bay: null, flow: found }], false, accept);
  if ('refused' in judged) return judged;
  if (found === null) return refused('no-working-time');
  if (found.parts.length - following.length > args.ids.length) return refused('invalid-input');
  const used = isUnderway ? consumed(model.rows, before) : model.rows;
  if (used === null) return refused('stock-short');
  const carried = found.parts.map((part, index): AppointmentRow => {
    const kept = following[index];
    const id = asId<'appointment'>(args.ids[index - following.length] ?? '');
    return {
      ...(kept ?? { ...before, id, ...NOT_HANDED_ON }),
      start: instant(part.from),
      end: instant(part.to),
      before: minutes(0),
      after: minutes(index === found.parts.length - 1 ? after : 0),
      state: { status: 'confirmed' },
    };
  });
  const done = isUnderway ? ({ status: 'completed', startedAt: state.startedAt, endedAt: at } as const) : state;
  const stopped = { ...before, end: instant(Math.min(at, end)), after: minutes(0), state: done };
  const gone = following.slice(carried.length).map((one) => one.id);
  const others = partsOf(model.rows, before).filter((one) => !own.includes(one));
  const clear = carried.reduce((rows, part) => withoutStale(rows, model, part), used);
  const freed = gone.reduce<Rows>((rows, id) => changed(giveBack(rows, id), [], [id]), clear);
  return simply(counted(freed, [...others, stopped, ...carried], chainOf(before)));
}

/** What was set aside is used; null where the stock has not got it. */
export function consumed(rows: Rows, one: AppointmentRow): Rows | null {
  const put: Row[] = [];
  for (const part of standing(rows, one.id)) {
    const stock = row(rows, 'stock', part.stockId);
    if (stock === undefined) continue;
    if (stock.onHand < part.quantity) return null;
    put.push({ ...part, consumed: true }, { ...stock, onHand: stock.onHand - part.quantity });
  }
  return changed(rows, put);
}
