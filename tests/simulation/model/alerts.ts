import type { Reader } from '../../../core/application/ports/store.ts';
import { addMinutes, instant, minutes, MINUTE } from '../../../core/domain/time/instant.ts';
import type { Alert, AlertWhy } from '../../../core/domain/work/alert.ts';
import { asId } from '../../../core/kernel/id.ts';
import type { AlertRow } from './alert-rows.ts';
import { refused, type Answer, type Looked } from './answer.ts';
import { asArgs } from './as-args.ts';
import type { AskOf } from './asks.ts';
import { clearPlaces, type Beginning } from './clear-places.ts';
import { meantService, type MeantHint } from './meant-service.ts';
import { autoBookingHere, needsOf } from './needs.ts';
import { ADMIN, book } from './placing.ts';
import type { KindRow, ServiceRow } from './rule-rows.ts';
import { changed, every, row, type Model, type OrderRow, type Row, type Rows } from './rows.ts';
import type { Site } from './site.ts';

type Args = AskOf<'receiveAlert'>['args'];
type Priority = OrderRow['priority'];

/** The few fields that are looked at; what a message says besides is nobody's business here. */
export type Message = {
  readonly name: AlertRow['name'];
  readonly version: number;
  readonly id: string;
  readonly severity: keyof typeof PRIORITY;
  /** A plate, or what another system calls it. */
  readonly unit: string | { readonly externalId: { readonly source: string; readonly id: string } };
  readonly summary: string;
  readonly service?: MeantHint;
  readonly due?: string;
  readonly decision?: 'service' | 'watch' | 'none';
  readonly alertId?: string;
};

const PRIORITY = { low: 'low', medium: 'normal', high: 'high', critical: 'urgent', emergency: 'urgent' } as const;
const STEPS: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];
const DAY = 24 * 60;
/** After two weeks it is no emergency any more. */
const EMERGENCY_DAYS = 14;

const NO_UNIT: readonly AlertWhy[] = ['unit-needed'];

interface Meant {
  readonly model: Model;
  readonly site: Site;
  readonly args: Args;
  readonly message: Message;
  readonly unit: { readonly id: string; readonly customerId: string } | null;
  readonly service: ServiceRow | null;
  readonly kind: KindRow | null;
  readonly priority: Priority;
  /** Steps of the decision so far. */
  readonly whys: readonly AlertWhy[];
}

/** A message is taken once. What it asks for becomes work, which books itself where kind and policy say so. */
export function receive(model: Model, site: Site, { args }: AskOf<'receiveAlert'>): Answer {
  const message = args.message as Message;
  if (message.version !== 1) return refused('invalid-input');
  const known = every(model.rows, 'alert').find((one) => one.messageId === message.id && one.name === message.name);
  const first = model.log.find((entry) => entry.changes.some((change) => change.id === known?.id));
  if (known !== undefined && first !== undefined)
    return { refused: null, partner: null, rows: () => model.rows, same: first.sequence };
  const unit = unitOf(model.rows, message);
  const { service, kind, whys: found } = meantService(model.rows, message);
  const said = PRIORITY[message.severity];
  const priority = kind?.autoBook === 'next-slot' ? higher(said, kind.priority) : said;
  const whys: AlertWhy[] = ['priority', unit === null ? 'unit-unknown' : 'unit-known'];
  const meant: Meant = { model, site, args, message, unit, service, kind, priority, whys };
  const idle = whyNothing(model.rows, message);
  if (idle !== null) {
    const rows = changed(model.rows, [alertOf(meant, { status: 'noted' })]);
    return looking((read) => withReasons(read, meant, [...whys, idle], rows));
  }
  return looking((read) => look(read, { ...meant, whys: [...whys, ...found] }));
}

function looking(look: (read: Reader) => Promise<Looked>): Answer {
  return { refused: null, partner: null, rows: () => new Map(), look };
}

function higher(a: Priority, b: Priority): Priority {
  return STEPS.indexOf(a) >= STEPS.indexOf(b) ? a : b;
}

/** Two that fit are none. */
function unitOf(rows: Rows, { unit }: Message): Meant['unit'] {
  const all = every(rows, 'unit');
  const named = (text: string): typeof all =>
    all.filter((one) => one.plate === text || one.externalIds?.some(({ id }) => id === text) === true);
  const fits =
    typeof unit === 'string'
      ? named(unit)
      : named(unit.externalId.id).filter((one) =>
          one.externalIds?.some(({ source, id }) => source === unit.externalId.source && id === unit.externalId.id),
        );
  const [only, second] = fits;
  return only === undefined || second !== undefined ? null : only;
}

/** A decision that nothing is to be done, or about an alert that is being worked on. */
function whyNothing(rows: Rows, { decision = 'service', alertId }: Message): AlertWhy | null {
  if (decision !== 'service') return 'no-service-wanted';
  const about = every(rows, 'alert').find((one) => one.messageId === alertId && one.name === 'alert.created');
  if (about === undefined || about.outcome.status === 'noted') return null;
  return row(rows, 'workOrder', about.outcome.workOrderId)?.state.status === 'open' ? 'handled-before' : null;
}

interface Plan {
  readonly why: AlertWhy;
  readonly days: number;
  /** It books itself, or would have. */
  readonly wanted: boolean;
}

function planOf({ model, kind, priority }: Meant): Plan | null {
  if (kind === null) return null;
  const { autoBook, autoBookDays } = autoBookingHere(model.rows);
  if (kind.autoBook === 'never') return { why: 'kind-by-hand', days: 0, wanted: false };
  if (kind.autoBook === 'critical-alerts' && priority !== 'urgent')
    return { why: 'not-critical', days: 0, wanted: false };
  if (!autoBook) return { why: 'switched-off', days: 0, wanted: true };
  if (kind.autoBook === 'next-slot') return { why: 'books-at-once', days: EMERGENCY_DAYS, wanted: true };
  return autoBookDays === 0
    ? { why: 'no-days', days: 0, wanted: true }
    : { why: 'books-within', days: autoBookDays, wanted: true };
}

/** Where it was booked is the product's choice: a place that nothing speaks against, for an emergency the first. */
async function look(read: Reader, meant: Meant): Promise<Looked> {
  const { model, args, service, unit } = meant;
  const plan = planOf(meant);
  const promised = plan === null || (plan.days > 0 && unit !== null && service === null) ? [] : [plan.why];
  const whys = [...meant.whys, ...(plan !== null && plan.days > 0 && unit === null ? NO_UNIT : promised)];
  const order = orderOf(meant);
  const may = plan !== null && plan.days > 0 && unit !== null && service !== null;
  const made = await read.get('appointment', args.appointmentId);
  if (made !== undefined && may) {
    const booked = bookedRows(meant, order, plan, made);
    const outcome = { status: 'booked', workOrderId: order.id, appointmentId: made.id } as const;
    return withReasons(read, meant, [...whys, 'booked'], changed(booked, [alertOf(meant, outcome)]));
  }
  if (made !== undefined) throw new Error('It booked itself and should not have');
  const [missed] = may ? [...placesFor(meant, order, plan)] : [];
  if (missed !== undefined) throw new Error(`It should have booked itself, at ${new Date(missed.start).toISOString()}`);
  const onTop = plan?.wanted === true || meant.priority === 'urgent';
  const urgent: OrderRow = { ...order, priority: 'urgent', due: order.due ?? model.now };
  const outcome = { status: 'work-order', workOrderId: order.id } as const;
  const rows = changed(model.rows, [onTop ? urgent : order, alertOf(meant, outcome)]);
  const why: AlertWhy = onTop ? 'waits-on-top' : 'waits';
  return withReasons(read, meant, [...whys, ...(may ? (['nothing-fits'] as const) : []), why], rows);
}

function* placesFor({ model, site }: Meant, order: OrderRow, { days }: Plan): Generator<Beginning, undefined> {
  const opened: Model = { ...model, rows: changed(model.rows, [order]) };
  const needs = needsOf(opened.rows, { workOrderId: order.id, serviceTypeId: null });
  if (needs === null) return undefined;
  yield* clearPlaces(opened, site, needs, { from: model.now, to: addMinutes(model.now, days * DAY) });
  return undefined;
}

function bookedRows(meant: Meant, order: OrderRow, plan: Plan, made: NonNullable<Made>): Rows {
  const { model, site, args } = meant;
  if (made.start < model.now || made.start >= model.now + plan.days * DAY * MINUTE) throw new Error('It is too late');
  const first = plan.why === 'books-at-once' ? placesFor(meant, order, plan).next().value : undefined;
  if (first !== undefined && first.start < made.start)
    throw new Error(`An emergency could have been at ${new Date(first.start).toISOString()}`);
  const opened: Model = { ...model, rows: changed(model.rows, [order]) };
  const own = { id: args.appointmentId, locationId: site.locationId, workOrderId: order.id, title: '', end: null };
  const none = { unitId: order.unitId, participants: [], description: '', recording: false, reservationIds: ['any'] };
  const { serviceTypeId, customerId } = order;
  const who = { serviceTypeId, customerId, claims: asArgs([...made.claims]), start: made.start };
  const booking = { ...own, ...none, ...who, as: 'confirmed' as const };
  const booked = book(opened, site, { name: 'bookAppointment', args: booking, by: ADMIN, accept: false });
  if (booked.refused !== null) throw new Error(`Where it booked itself is no place: ${JSON.stringify(booked)}`);
  return booked.rows(null, null, null);
}

type Made = Awaited<ReturnType<typeof appointmentOf>>;
const appointmentOf = (read: Reader, id: string) => read.get('appointment', id);

function orderOf({ args, message, unit, service, kind, priority }: Meant): OrderRow {
  return {
    entity: 'workOrder',
    id: asId(args.workOrderId),
    title: message.summary,
    priority,
    customerId: unit === null ? null : asId(unit.customerId),
    unitId: unit === null ? null : asId(unit.id),
    serviceTypeId: service?.id ?? null,
    duration: service?.duration ?? kind?.longest ?? minutes(60),
    skills: service?.skills ?? [],
    capabilities: service === null ? [] : service.capabilities,
    parts: service?.parts ?? [],
    due: message.due === undefined ? null : instant(Date.parse(message.due)),
    state: { status: 'open' },
    ordered: [],
  };
}

function alertOf({ model, site, args, message, unit, priority }: Meant, outcome: AlertRow['outcome']): Row {
  const { name, id: messageId, summary } = message;
  return {
    entity: 'alert',
    id: asId(args.id),
    name,
    messageId,
    receivedAt: model.now,
    unitId: unit === null ? null : asId(unit.id),
    locationId: site.locationId,
    priority,
    summary,
    outcome,
  };
}

/** Every step of the decision is told. */
async function withReasons(read: Reader, { args }: Meant, whys: readonly AlertWhy[], rows: Rows): Promise<Looked> {
  const alert: Alert | undefined = await read.get('alert', args.id);
  const told = alert?.reasons.map(({ why }) => why).join() ?? 'nothing';
  if (told !== whys.join()) throw new Error(`The reasons are ${told}, not ${whys.join()}`);
  return { rows };
}
