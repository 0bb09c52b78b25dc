import { minutes } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused } from './answer.ts';
import type { AskOf } from './asks.ts';
import type { KindRow, LocationRow, OrganizationRow, ServiceRow } from './rule-rows.ts';
import { changed, row, type Model } from './rows.ts';
import type { Answers } from './topic.ts';

/** What ought to come of changes to what is allowed: later bookings are judged by it, what stands stays. */
export const allowing = {
  addAppointmentKind(model, _site, { args }) {
    if (args.longest < args.shortest) return refused('invalid-input');
    return model.rows.has(args.id) ? refused('already-exists') : accepted(changed(model.rows, [kindOf(args)]));
  },
  updateAppointmentKind(model, _site, { args }) {
    if (args.longest < args.shortest) return refused('invalid-input');
    const before = row(model.rows, 'appointmentKind', args.id);
    return before === undefined ? refused('not-found') : accepted(changed(model.rows, [kindOf(args)]));
  },
  addServiceType(model, _site, { args }) {
    if (model.rows.has(args.id)) return refused('already-exists');
    return hasAll(model, args) ? accepted(changed(model.rows, [serviceOf(args, null)])) : refused('not-found');
  },
  /** The price stays when nothing is said of it. */
  updateServiceType(model, _site, { args }) {
    const before = row(model.rows, 'serviceType', args.id);
    if (before === undefined || !hasAll(model, args)) return refused('not-found');
    return accepted(changed(model.rows, [serviceOf(args, before.price)]));
  },
  updatePolicy(model, _site, { args }) {
    const before = row(model.rows, 'organization', args.organizationId);
    if (before === undefined) return refused('not-found');
    if ('on-shfit' in args.policy.severities) return refused('invalid-input');
    return accepted(changed(model.rows, [{ ...before, policy: policyOf(args, before) }]));
  },
  updateLocation(model, _site, { args }) {
    const before = row(model.rows, 'location', args.id);
    if (args.zone !== 'Europe/Oslo') return refused('invalid-input');
    if (before === undefined) return refused('not-found');
    const hours = args.hours.map(({ weekday, from, to }) => ({ weekday: WEEK[weekday - 1] ?? 1, from, to }));
    const exposes = args.exposes === undefined ? {} : { exposes: args.exposes };
    return accepted(changed(model.rows, [{ ...before, hours, ...exposes, policy: ownPolicy(args, before) }]));
  },
} satisfies Answers;

/** What a location does otherwise; all of it stays when nothing is said. */
function ownPolicy({ policy }: AskOf<'updateLocation'>['args'], before: LocationRow): LocationRow['policy'] {
  if (policy === undefined) return before.policy;
  const { bufferBefore = null, bufferAfter = null, dailyMaximum = null, autoBook = null, autoBookDays = null } = policy;
  const buffers = {
    bufferBefore: bufferBefore === null ? null : minutes(bufferBefore),
    bufferAfter: bufferAfter === null ? null : minutes(bufferAfter),
  };
  return { ...buffers, dailyMaximum, autoBook, autoBookDays, planning: null };
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

function kindOf({
  id,
  code,
  name,
  shortest,
  longest,
  priority,
  autoBook,
}: AskOf<'addAppointmentKind'>['args']): KindRow {
  return {
    entity: 'appointmentKind',
    id: asId(id),
    code,
    name,
    shortest: minutes(shortest),
    longest: minutes(longest),
    priority,
    autoBook,
  };
}

function hasAll(model: Model, { kindId, parts }: AskOf<'updateServiceType'>['args']): boolean {
  const hasParts = parts.every((need) => row(model.rows, 'part', need.partId) !== undefined);
  return hasParts && row(model.rows, 'appointmentKind', kindId) !== undefined;
}

function serviceOf(args: AskOf<'updateServiceType'>['args'], price: ServiceRow['price']): ServiceRow {
  const { id, kindId, name, duration, skills, capabilities, parts, bufferBefore, bufferAfter } = args;
  return {
    entity: 'serviceType',
    id: asId(id),
    kindId: asId(kindId),
    name,
    duration: minutes(duration),
    skills,
    capabilities,
    parts: parts.map((need) => ({ ...need, partId: asId(need.partId) })),
    bufferBefore: bufferBefore === null ? null : minutes(bufferBefore),
    bufferAfter: bufferAfter === null ? null : minutes(bufferAfter),
    price: args.price === undefined ? price : args.price,
  };
}

/** What late cancellations cost stays when nothing is said of it. */
function policyOf({ policy }: AskOf<'updatePolicy'>['args'], { policy: before }: OrganizationRow): typeof before {
  const { cancellation = before.cancellation } = policy;
  return {
    ...before,
    ...policy,
    bufferBefore: minutes(policy.bufferBefore),
    bufferAfter: minutes(policy.bufferAfter),
    holdMinutes: minutes(policy.holdMinutes),
    exposureMinutes: minutes(policy.exposureMinutes ?? before.exposureMinutes),
    // How much weighs what is not told here.
    planning: before.planning,
    reminderHours: policy.reminderHours ?? before.reminderHours,
    cancellation: { ...cancellation, freeUntil: minutes(cancellation.freeUntil) },
  };
}
