import type { ParsedArgs } from '../../contract/client.ts';
import { readMessage, type ReadMessage } from '../../contract/messages/read-message.ts';
import { insert, type Op } from '../../domain/ops/op.ts';
import type { Location } from '../../domain/organization/location.ts';
import { autoBooking, higher, priorityOf, type AutoBooking } from '../../domain/policy/auto-book.ts';
import type { RecommendedService } from '../../domain/policy/recommended-service.ts';
import type { Alert, AlertContext, AlertReason } from '../../domain/work/alert.ts';
import type { Priority } from '../../domain/work/service-type.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { bookAlert } from '../alerts/book-alert.ts';
import { localDetails, localHealth } from '../alerts/local-context.ts';
import { locationOfMessage } from '../alerts/location-of-message.ts';
import { meantService } from '../alerts/meant-service.ts';
import { unitOfMessage } from '../alerts/unit-of-message.ts';
import { workOrderOf, type MeantWork } from '../alerts/work-of-message.ts';
import { ownerId } from '../owner.ts';
import { theOrganizationAt } from '../placement-context.ts';
import type { Reader } from '../ports/store.ts';
import { decide, invalidAll, isNew } from '../refusals.ts';
import type { Decision, Scene, UseCase } from '../use-case.ts';
import { openWorkOrder } from './open-work-order.ts';

type Args = ParsedArgs<'receiveAlert'>;

/**
 * Takes a message in once. What it asks for becomes a work order, booked at once where the kind and the policy say so;
 * what cannot be booked waits on top of the tray. Every step is kept as a reason.
 */
export const receiveAlert: UseCase<'receiveAlert'> = async (tx, args, scene) => {
  const read = readMessage(args.message);
  if (!read.ok) return invalidAll(read.refusal.map(({ field, reason }) => ({ field: `message.${field}`, reason })));
  const message = read.value;
  const known = await earlierMessage(tx, message.name, message.messageId);
  if (known !== undefined) return alreadyTaken(tx, known);
  const owner = await ownerId(tx);
  if (!owner.ok) return owner;
  const fresh = await isNew(tx, 'alert', args.id);
  if (!fresh.ok) return fresh;
  const found = await unitOfMessage(tx, message.unit);
  const place = await locationOfMessage(tx, message.location, found.unit);
  const service = await meantService(tx, message, place.location);
  const priority = priorityFor(message, service);
  const context = await contextOf(tx, args, scene, {
    unit: found.unit,
    location: place.location,
    service,
  });
  const reasons: AlertReason[] = [
    { why: 'priority', facts: { severity: message.severity, priority } },
    found.reason,
    ...(place.reason === null ? [] : [place.reason]),
    ...context.reasons,
  ];
  const alert: Omit<Alert, 'outcome' | 'reasons'> = {
    id: args.id,
    organizationId: owner.value,
    locationId: place.location?.id ?? null,
    name: message.name,
    messageId: message.messageId,
    schemaVersion: message.version,
    receivedAt: scene.now,
    message: args.message,
    details: context.details,
    unitId: found.unit?.id ?? null,
    priority,
    summary: message.summary,
  };
  const idle = place.location === null ? [] : await whyNothing(tx, message);
  if (place.location === null || idle.length > 0) {
    const noted: Alert = { ...alert, outcome: { status: 'noted' }, reasons: [...reasons, ...idle] };
    return decide(message.summary, [insert('alert', noted)]);
  }
  reasons.push(...service.reasons);
  const { location } = place;
  const meant: MeantWork = { ...found, message, location, service, priority, due: message.due };
  return takeOn(tx, args, scene, meant, { alert, reasons });
};

/** Opens the work order, and books it where that is wanted and possible. */
async function takeOn(
  tx: Parameters<typeof receiveAlert>[0],
  args: Args,
  scene: Scene,
  meant: MeantWork,
  so: { readonly alert: Omit<Alert, 'outcome' | 'reasons'>; readonly reasons: readonly AlertReason[] },
): ReturnType<typeof receiveAlert> {
  const { unit, service, priority } = meant;
  const { policy } = await theOrganizationAt(tx, meant.location.id);
  const plan = service.kind === null ? null : autoBooking(policy, service.kind, priority, scene.now);
  const reasons = [...so.reasons, ...whyPlanned(plan, meant)];
  const opened = await openWorkOrder(tx, workOrderOf(args.workOrderId, meant), scene);
  if (!opened.ok) return opened;
  const [workOrder] = opened.value.ops.flatMap((op) =>
    op.op === 'insert' && op.entity === 'workOrder' ? [op.row] : [],
  );
  if (workOrder === undefined) throw new Error('A work order was opened without a row');
  const taken = await isNew(tx, 'appointment', args.appointmentId);
  if (!taken.ok) return taken;
  const may = plan?.book === true && unit !== null && service.serviceType !== null;
  const booked = may ? await bookAlert(tx, scene, workOrder, meant, plan, { ...args, alertId: args.id }) : null;
  if (booked?.ok === true) {
    const { decision, appointment } = booked.value;
    const outcome = { status: 'booked', workOrderId: workOrder.id, appointmentId: appointment.id } as const;
    const alert: Alert = { ...so.alert, outcome, reasons: [...reasons, ...booked.value.reasons] };
    return decide(
      workOrder.title,
      [...opened.value.ops, ...decision.ops, insert('alert', alert)],
      withoutOps(decision),
    );
  }
  // It should have booked itself and could not, or is urgent: nobody must have to look for it.
  const onTop = priority === 'urgent' || (plan !== null && (plan.book || plan.wanted));
  const why = booked === null ? [] : [booked.refusal];
  const waits: AlertReason = { why: onTop ? 'waits-on-top' : 'waits', facts: { number: workOrder.number } };
  const alert: Alert = {
    ...so.alert,
    outcome: { status: 'work-order', workOrderId: workOrder.id },
    reasons: [...reasons, ...why, waits],
  };
  const row: WorkOrder = onTop ? { ...workOrder, priority: 'urgent', due: workOrder.due ?? scene.now } : workOrder;
  const ops: readonly Op[] = [insert('workOrder', row), insert('alert', alert)];
  return decide(row.title, ops);
}

/** Whether it books itself, and how; without a unit or a service type there is no such promise, but what is missing. */
function whyPlanned(plan: AutoBooking | null, { unit, service }: MeantWork): readonly AlertReason[] {
  if (plan === null) return [];
  if (plan.book && unit === null) return [{ why: 'unit-needed', facts: { kind: service.kind?.name ?? '' } }];
  // That the kind has no service type was told where one was looked for.
  return plan.book && service.serviceType === null ? [] : [plan.reason];
}

function withoutOps({ overrode, domainEvents }: Decision): Omit<Decision, 'ops' | 'subject'> {
  return { ...(overrode === undefined ? {} : { overrode }), ...(domainEvents === undefined ? {} : { domainEvents }) };
}

async function earlierMessage(read: Reader, name: Alert['name'], messageId: string): Promise<Alert | undefined> {
  const known = await read.find('alert', { subjectId: messageId });
  return known.find((alert) => alert.name === name);
}

/** The receipt of the first time is the answer. */
async function alreadyTaken(read: Reader, alert: Alert): ReturnType<typeof receiveAlert> {
  const [entry] = await read.logAfter('alert', alert.id, 0);
  return decide(alert.summary, [], entry === undefined ? {} : { sameAs: entry });
}

/** An emergency is urgent, whatever its message says. */
function priorityFor({ severity }: ReadMessage, { kind }: RecommendedService): Priority {
  const said = priorityOf(severity);
  return kind?.autoBook === 'next-slot' ? higher(said, kind.priority) : said;
}

async function contextOf(
  read: Reader,
  { message, details }: Args,
  scene: Scene,
  about: Pick<MeantWork, 'unit' | 'service'> & { readonly location: Location | null },
): Promise<{ readonly details: AlertContext; readonly reasons: readonly AlertReason[] }> {
  const alert = details?.alert ?? (await localDetails(read, scene, message, about));
  const health = details?.health ?? (await localHealth(read, about, scene.now));
  const missing = (isMissing: boolean, why: AlertReason['why']): readonly AlertReason[] =>
    isMissing ? [{ why, facts: {} }] : [];
  return {
    details: { alert, health },
    reasons: [
      ...missing(details?.alert === null, 'details-missing'),
      ...missing(details?.health === null, 'health-missing'),
      ...missing(details?.stock === false, 'stock-missing'),
    ],
  };
}

/** A decision that nothing is to be done, or one about an alert that is being worked on already. */
async function whyNothing(read: Reader, message: ReadMessage): Promise<readonly AlertReason[]> {
  if (!message.wantsService) return [{ why: 'no-service-wanted', facts: {} }];
  if (message.about === null) return [];
  const earlier = await earlierMessage(read, 'alert.created', message.about);
  if (earlier === undefined || earlier.outcome.status === 'noted') return [];
  const workOrder = await read.get('workOrder', earlier.outcome.workOrderId);
  if (workOrder?.state.status !== 'open') return [];
  return [{ why: 'handled-before', facts: { number: workOrder.number } }];
}
