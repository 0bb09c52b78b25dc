import type { Entities } from '../../domain/ops/op.ts';
import { byName, fold, plateOf, type LookUps } from './look-ups.ts';
import type { Cells } from './cells.ts';
import type { PlannedCommand } from './import-row.ts';

/** The kinds of rows that people keep in spreadsheets. */
export type CsvKind = 'customers' | 'units' | 'technicians' | 'parts' | 'work-orders' | 'appointments';
export const CSV_KINDS: readonly CsvKind[] = [
  'customers',
  'units',
  'technicians',
  'parts',
  'work-orders',
  'appointments',
];

type Cell = string | number | null;
type Plan = (cells: Cells, known: LookUps, newId: () => string) => readonly PlannedCommand[];

interface CsvForm<E extends keyof Entities> {
  readonly entity: E;
  readonly columns: readonly string[];
  /** Columns without which a file makes no sense. */
  readonly needed: readonly string[];
  readonly write: (row: Entities[E], known: LookUps) => readonly Cell[];
  /** Commands of one line; problems are noted in the cells. */
  readonly plan: Plan;
}

/** The `id` column is for files that Laneway wrote; a line without one is something new. */
const idOf = (cells: Cells, newId: () => string): string => cells.text('id', newId());
const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

const customers: CsvForm<'customer'> = {
  entity: 'customer',
  columns: ['id', 'name', 'tier', 'phone', 'email', 'address', 'latitude', 'longitude', 'notes'],
  needed: ['name'],
  write: ({ id, name, tier, phone, email, address, coordinates, notes }) => {
    const at = [coordinates?.latitude ?? null, coordinates?.longitude ?? null];
    return [id, name, tier, phone, email, address, ...at, notes];
  },
  plan: (cells, _known, newId) => {
    const [latitude, longitude] = [cells.number('latitude'), cells.number('longitude')];
    const args = {
      id: idOf(cells, newId),
      name: cells.text('name'),
      tier: cells.text('tier', 'standard'),
      phone: cells.text('phone'),
      email: cells.text('email'),
      address: cells.text('address'),
      coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
      contacts: [],
      notes: cells.text('notes'),
    };
    return [{ name: 'addCustomer', args }];
  },
};

const units: CsvForm<'unit'> = {
  entity: 'unit',
  columns: ['id', 'customer', 'name', 'plate', 'details'],
  needed: ['customer', 'name'],
  write: ({ id, customerId, name, plate, details }, known) => [
    id,
    known.names.get(customerId) ?? customerId,
    name,
    plate,
    details,
  ],
  plan: (cells, known, newId) => {
    const customer = cells.named(
      'customer',
      (name) => known.customers.get(name) ?? known.customers.get(fold(name)),
      'needed',
    );
    const texts = { name: cells.text('name'), plate: cells.text('plate'), details: cells.text('details') };
    return [{ name: 'addUnit', args: { id: idOf(cells, newId), customerId: customer?.id, ...texts } }];
  },
};

const SKILL = /^(.+?)\s*:\s*([123])$/;

const technicians: CsvForm<'resource'> = {
  entity: 'resource',
  columns: ['id', 'location', 'name', 'skills', 'phone', 'email', 'specialization', 'yearsOfExperience', 'rating'],
  needed: ['name'],
  write: (one, known) => {
    if (one.kind !== 'technician') return [];
    const skills = one.skills.map(({ skill, level }) => `${skill}:${level}`).join('; ');
    const place = known.names.get(one.locationId) ?? '';
    const { id, name, phone, email, specialization, yearsOfExperience, rating } = one;
    return [id, place, name, skills, phone, email, specialization, yearsOfExperience, rating];
  },
  plan: (cells, known, newId) => {
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const skills = cells
      .text('skills')
      .split(';')
      .filter((one) => one.trim() !== '')
      .map((one) => {
        const found = SKILL.exec(one.trim());
        if (found === null) cells.problem('skills', 'must be like "Engine:3; Brakes:2", with levels 1 to 3');
        return { skill: found?.[1] ?? one, level: Number(found?.[2] ?? 1), expiresOn: null };
      });
    const weekdays = [1, 2, 3, 4, 5];
    const args = {
      id: idOf(cells, newId),
      locationId: location?.id,
      name: cells.text('name'),
      position: known.setup.resources.length,
      active: true,
      hours: weekdays.map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 })),
      overrides: [],
      breaks: [],
      skills,
      homeBase: null,
      dailyMaximum: null,
      targetMinutes: null,
      specialization: cells.text('specialization'),
      yearsOfExperience: cells.number('yearsOfExperience') ?? 0,
      rating: cells.number('rating') ?? 0,
      phone: cells.text('phone'),
      email: cells.text('email'),
      field: false,
    };
    return [{ name: 'addTechnician', args }];
  },
};

const parts: CsvForm<'part'> = {
  entity: 'part',
  columns: ['id', 'number', 'name', 'measure', 'leadTimeDays', 'location', 'onHand'],
  needed: ['number', 'name'],
  write: ({ id, number, name, measure, leadTimeDays }) => [id, number, name, measure, leadTimeDays, null, null],
  plan: (cells, known, newId) => {
    const id = idOf(cells, newId);
    const words = { number: cells.text('number'), name: cells.text('name'), measure: cells.text('measure', 'piece') };
    const add = { name: 'addPart', args: { id, ...words, leadTimeDays: cells.number('leadTimeDays') ?? 0 } };
    const onHand = cells.number('onHand');
    if (onHand === null) return [add];
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    return [add, { name: 'stockPart', args: { id: newId(), partId: id, locationId: location?.id, onHand } }];
  },
};

const workOrders: CsvForm<'workOrder'> = {
  entity: 'workOrder',
  columns: [
    'id',
    'number',
    'location',
    'customer',
    'unit',
    'serviceType',
    'title',
    'description',
    'priority',
    'duration',
    'due',
    'status',
  ],
  needed: ['title'],
  write: (one, known) => [
    one.id,
    one.number,
    known.names.get(one.locationId) ?? '',
    nameOf(known, one.customerId),
    unitName(known, one.unitId),
    nameOf(known, one.serviceTypeId),
    one.title,
    one.description,
    one.priority,
    one.duration,
    iso(one.due),
    one.state.status,
  ],
  plan: (cells, known, newId) => {
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const service = cells.named(
      'serviceType',
      (name) => (name === '' ? undefined : byName(known.setup.serviceTypes, name)),
      'optional',
    );
    const { customerId, unitId } = whose(cells, known);
    const args = {
      id: idOf(cells, newId),
      locationId: location?.id,
      title: cells.text('title'),
      description: cells.text('description'),
      customerId,
      unitId,
      serviceTypeId: service?.id ?? null,
      priority: cells.text('priority', 'normal'),
      duration: cells.number('duration') ?? service?.duration ?? 60,
      skills: service?.skills ?? [],
      capabilities: service?.capabilities ?? null,
      parts: service?.parts ?? [],
      windows: [],
      due: cells.instant('due'),
      preferredTechnicians: [],
      forbiddenTechnicians: [],
      place: null,
    };
    return [{ name: 'openWorkOrder', args }];
  },
};

const appointments: CsvForm<'appointment'> = {
  entity: 'appointment',
  columns: [
    'id',
    'location',
    'title',
    'start',
    'end',
    'status',
    'technician',
    'bay',
    'workOrder',
    'customer',
    'unit',
    'description',
  ],
  needed: ['start'],
  write: (one, known) => {
    const claimed = (role: string) =>
      known.names.get(one.claims.find((claim) => claim.role === role)?.resourceId ?? '') ?? '';
    const order = [...known.workOrders.values()].find((other) => other.id === one.workOrderId);
    const when = [iso(one.start), iso(one.end), one.state.status];
    const whom = [claimed('lead'), claimed('bay'), order?.number ?? null];
    const place = known.names.get(one.locationId) ?? '';
    return [
      one.id,
      place,
      one.title,
      ...when,
      ...whom,
      nameOf(known, one.customerId),
      unitName(known, one.unitId),
      one.description,
    ];
  },
  plan: (cells, known, newId) => {
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const resource = (kind: string) => (name: string) => {
      const here = known.setup.resources.filter((one) => one.kind === kind && one.locationId === location?.id);
      return name === '' ? undefined : byName(here, name);
    };
    const technician = cells.named('technician', resource('technician'), 'optional');
    const bay = cells.named('bay', resource('bay'), 'optional');
    if (technician === null && bay === null) cells.problem('technician', 'must be given, or a bay');
    const order = cells.named('workOrder', (number) => known.workOrders.get(number), 'optional');
    const start = cells.instant('start');
    if (start === null && cells.text('start') === '') cells.problem('start', 'must be given');
    const { customerId, unitId } = whose(cells, known);
    const args = {
      id: idOf(cells, newId),
      locationId: location?.id,
      workOrderId: order?.id ?? null,
      title: cells.text('title'),
      start,
      end: cells.instant('end'),
      claims: [
        ...(technician === null ? [] : [{ resourceId: technician.id, role: 'lead', units: 1 }]),
        ...(bay === null ? [] : [{ resourceId: bay.id, role: 'bay', units: 1 }]),
      ],
      as: cells.text('status', 'confirmed'),
      serviceTypeId: null,
      customerId,
      unitId,
      participants: [],
      description: cells.text('description'),
      reservationIds: Array.from({ length: order?.parts.length ?? 0 }, newId),
      recording: false,
    };
    return [{ name: 'bookAppointment', args }];
  },
};

function whose(cells: Cells, known: LookUps): { readonly customerId: string | null; readonly unitId: string | null } {
  const find = (name: string) =>
    name === '' ? undefined : (known.customers.get(name) ?? known.customers.get(fold(name)));
  const customer = cells.named('customer', find, 'optional');
  const unit = cells.named('unit', (name) => known.units.get(plateOf(name)) ?? known.units.get(fold(name)), 'optional');
  return { customerId: customer?.id ?? unit?.customerId ?? null, unitId: unit?.id ?? null };
}

function nameOf(known: LookUps, id: string | null): string {
  return id === null ? '' : (known.names.get(id) ?? '');
}

/** As `whose` finds it again: by plate, else by name. */
function unitName(known: LookUps, id: string | null): string {
  const unit = [...known.units.values()].find((one) => one.id === id);
  return unit === undefined ? '' : unit.plate === '' ? unit.name : unit.plate;
}

/** Every form with its rows' type put aside: a form writes only rows of its own entity. */
export interface AnyForm {
  readonly entity: keyof Entities;
  readonly columns: readonly string[];
  readonly needed: readonly string[];
  readonly write: (row: never, known: LookUps) => readonly Cell[];
  readonly plan: Plan;
}

export const CSV_FORMS: Readonly<Record<CsvKind, AnyForm>> = {
  customers,
  units,
  technicians,
  parts,
  'work-orders': workOrders,
  appointments,
};
