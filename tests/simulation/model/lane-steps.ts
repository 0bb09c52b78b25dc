import * as fc from 'fast-check';
import { addMinutes } from '../../../core/domain/time/instant.ts';
import { bayArgs, hours, technicianArgs } from '../../builders/world.ts';
import { below, customer, mostly, pick, sent, weighted, when } from './arbitraries.ts';
import { asArgs } from './as-args.ts';
import { ask, type Asked, type AskOf } from './asks.ts';
import { add, update } from './lanes.ts';
import { nth, startOf } from './naming.ts';
import { lanesOf } from './needs.ts';
import type { LaneRow } from './rule-rows.ts';
import { every, type Rows } from './rows.ts';
import type { Customer, Sent, When } from './steps.ts';
import { topic, type Scene } from './topic.ts';

/** `fits` is false where something is wrong with it. */
interface LaneStep extends Sent {
  readonly do: 'lane';
  readonly isNew: boolean;
  readonly pick: number;
  readonly value: number;
  readonly fits: boolean;
}

/** Any mix of what can be claimed, each with its units. */
interface Gather extends When, Sent {
  readonly do: 'gather' | 'regather';
  readonly picks: readonly { readonly lane: number; readonly units: number }[];
  readonly pick: number;
  readonly as: 'requested' | 'held' | 'confirmed';
  readonly service: number | null;
  readonly customer: Customer;
}

const picks = fc.array(fc.record({ lane: pick, units: fc.constantFrom(1, 1, 1, 2, 2, 3, 4) }), {
  minLength: 1,
  maxLength: 4,
});

/** Everything that can be claimed: what there is, and claims on several of it at once. */
export const laneTopic = topic<LaneStep | Gather>({
  steps: [
    weighted(
      5,
      fc.record({
        do: fc.constant('lane'),
        isNew: fc.constantFrom(false, false, false, true),
        pick,
        value: below(1000),
        fits: mostly(true),
        ...sent,
      } as const),
    ),
    weighted(
      12,
      fc.record({
        do: fc.constantFrom('gather', 'gather', 'regather'),
        picks,
        pick,
        as: fc.constantFrom('requested', 'held', 'confirmed', 'confirmed', 'confirmed'),
        service: fc.option(pick, { nil: null, freq: 2 }),
        customer,
        ...when,
        ...sent,
      } as const),
    ),
  ],
  say: { lane: changing, gather: gathering, regather: regathering },
  answers: {
    addTechnician: (model, _site, { args }) => add(model, 'technician', args),
    addBay: (model, _site, { args }) => add(model, 'bay', args),
    addResource: (model, _site, { args }) => add(model, args.kind, args),
    updateTechnician: (model, _site, { args }) => update(model, 'technician', args),
    updateBay: (model, _site, { args }) => update(model, 'bay', args),
    updateResource: (model, _site, { args }) => update(model, null, args),
  },
  notForDispatchers: [
    ...(['addTechnician', 'addBay', 'addResource'] as const),
    ...(['updateTechnician', 'updateBay', 'updateResource'] as const),
  ],
});

const KINDS = ['technician', 'bay', 'equipment', 'room', 'team', 'custom'] as const;

function changing({ isNew, pick: which, value, fits }: LaneStep, scene: Scene): Asked | null {
  const { model, ids } = scene;
  const lane = nth(lanesOf(model.rows), which);
  if (lane === null) return null;
  const id = isNew === fits ? ids.next() : lane.id;
  const said = isNew ? (KINDS[value % KINDS.length] ?? 'room') : lane.kind;
  // One that is there stays of its kind.
  const kind = !isNew && !fits && value % 2 === 0 ? 'room' : said;
  const known = isNew || !fits ? null : lane;
  const name = `Lane ${ids.next().slice(-6)}`;
  const head = { name, active: value % 4 !== 0 || isNew, hours: hoursOf(value, known) };
  if (kind === 'technician') {
    const skills = [{ skill: 'Engine', level: ([1, 2, 3] as const)[value % 3] ?? 1, expiresOn: null }];
    const args = technicianArgs(scene.site, asResource(id), {
      ...head,
      skills: value % 5 === 0 ? [] : skills,
      dailyMaximum: value % 3 === 0 ? 2 : null,
    });
    return isNew ? ask('addTechnician', args) : ask('updateTechnician', args);
  }
  const capacity = 1 + (value % 4);
  if (kind === 'bay') {
    const capabilities = value % 3 === 0 ? [] : ['lift'];
    const args = bayArgs(scene.site, asResource(id), { ...head, capacity, capabilities, turnover: 15 * (value % 3) });
    return isNew ? ask('addBay', args) : ask('updateBay', args);
  }
  const plain = { id, locationId: scene.site.locationId, position: 1, ...head };
  const args = otherArgs(kind, plain, { capacity, members: membersFor(model.rows, which, value) });
  return isNew ? ask('addResource', args) : ask('updateResource', args);
}

type OtherArgs = AskOf<'updateResource'>['args'];

function otherArgs(
  kind: Exclude<LaneRow['kind'], 'technician' | 'bay'>,
  plain: Omit<Extract<OtherArgs, { kind: 'room' }>, 'kind' | 'capacity'>,
  { capacity, members }: { readonly capacity: number; readonly members: string[] },
): OtherArgs {
  if (kind === 'team') return { ...plain, kind, members };
  return kind === 'custom' ? { ...plain, kind, type: 'Courtesy car', capacity } : { ...plain, kind, capacity };
}

/** Two or three neighbours: mostly people, sometimes one too many, who is no technician or in another team. */
function membersFor(rows: Rows, which: number, value: number): string[] {
  const people = lanesOf(rows).filter((lane) => lane.kind === 'technician');
  const from = value % 9 === 0 ? lanesOf(rows) : people;
  return [0, 1, 2].slice(0, 1 + (value % 3)).flatMap((step) => nth(from, which + step)?.id ?? []);
}

/** As it works now, or an hour later. */
function hoursOf(value: number, lane: LaneRow | null): ReturnType<typeof hours> {
  if (value % 2 === 0 && lane !== null) return asArgs([...lane.hours]);
  return value % 3 === 0 ? hours(9, 17) : hours(7, 18);
}

const asResource = (id: string): LaneRow['id'] => id as LaneRow['id'];

const ROLES = {
  technician: 'assistant',
  bay: 'bay',
  equipment: 'equipment',
  room: 'room',
  team: 'team',
  custom: 'custom',
} as const;

type Claims = AskOf<'bookAppointment'>['args']['claims'];

/** One bay at most: more than one is nothing that anybody moves. */
function claimsOf(rows: Rows, wanted: Gather['picks']): Claims {
  const claims: Claims = [];
  for (const { lane: place, units } of wanted) {
    const lane = nth(lanesOf(rows), place);
    if (lane === null || claims.some((one) => one.resourceId === lane.id)) continue;
    const role = ROLES[lane.kind];
    if (role === 'bay' && claims.some((one) => one.role === 'bay')) continue;
    const isOne = role === 'assistant' || role === 'bay';
    claims.push({ resourceId: lane.id, role, units: isOne ? 1 : units });
  }
  return claims;
}

function gathering(step: Gather, { model, site, ids }: Scene): Asked | null {
  const service = step.service === null ? null : nth(every(model.rows, 'serviceType'), step.service);
  const claims = claimsOf(model.rows, step.picks);
  if (claims.length === 0) return null;
  const start = startOf(step);
  return ask('bookAppointment', {
    id: ids.next(),
    locationId: site.locationId,
    workOrderId: null,
    title: 'Together',
    start,
    end: addMinutes(start, step.length),
    claims,
    as: step.as,
    serviceTypeId: service?.id ?? null,
    customerId: step.customer === null ? null : site.customers[step.customer],
    unitId: null,
    participants: [],
    description: '',
    reservationIds: (service?.parts ?? []).map(() => ids.next()),
    recording: false,
  });
}

function regathering(step: Gather, { model }: Scene): Asked | null {
  const one = nth(every(model.rows, 'appointment'), step.pick);
  const claims = claimsOf(model.rows, step.picks);
  if (one === null || claims.length === 0) return null;
  const start = step.pick % 2 === 0 ? one.start : startOf(step);
  return ask('moveAppointment', { id: one.id, start, end: addMinutes(start, step.length), claims, findPartner: true });
}
