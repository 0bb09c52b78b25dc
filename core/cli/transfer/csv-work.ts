import type { Entities } from '../../domain/ops/op.ts';
import type { Cells } from './cells.ts';
import { idOf, iso, type CsvForm } from './csv-form.ts';
import { byName, fold, plateOf, type LookUps } from './look-ups.ts';

/** What is over is history, and no command makes it again. */
const OPEN: ReadonlySet<string> = new Set(['', 'open']);
const PLANNED: ReadonlySet<string> = new Set(['', 'requested', 'held', 'confirmed']);
const WITHOUT_PROMISE: ReadonlySet<string> = new Set(['requested', 'held']);

export const workOrders: CsvForm<'workOrder'> = {
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
    if (!OPEN.has(cells.text('status'))) cells.skip('workOrder.closed');
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

export const appointments: CsvForm<'appointment'> = {
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
    'resources',
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
      othersText(one, known),
    ];
  },
  plan: (cells, known, newId) => {
    if (!PLANNED.has(cells.text('status'))) cells.skip('appointment.past');
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const resource = (kind: string) => (name: string) => {
      const here = known.setup.resources.filter((one) => one.kind === kind && one.locationId === location?.id);
      return name === '' ? undefined : byName(here, name);
    };
    const technician = cells.named('technician', resource('technician'), 'optional');
    const bay = cells.named('bay', resource('bay'), 'optional');
    const others = otherClaims(cells, known);
    if (technician === null && bay === null && others.length === 0)
      cells.problem('technician', 'must be given, or a bay, or other resources');
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
        ...others,
      ],
      // A table does not say until when something is held, so it promises nothing.
      as: WITHOUT_PROMISE.has(cells.text('status')) ? 'requested' : 'confirmed',
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

/** Claims beside the lead and the bay as `Crane; Blue team:3`; a number is how many units. */
function othersText({ claims }: Entities['appointment'], known: LookUps): string {
  const [lead, bay] = (['lead', 'bay'] as const).map((role) => claims.find((claim) => claim.role === role));
  return claims
    .filter((claim) => claim !== lead && claim !== bay)
    .map(({ resourceId, units }) => `${known.names.get(resourceId) ?? resourceId}${units === 1 ? '' : `:${units}`}`)
    .join('; ');
}

function otherClaims(cells: Cells, known: LookUps): readonly object[] {
  const names = cells.text('resources').split(';');
  return names.flatMap((written) => {
    const [, name = '', units = '1'] = /^\s*(.+?)(?::(\d+))?\s*$/.exec(written) ?? [];
    if (name === '') return [];
    const found = byName(known.setup.resources, name);
    if (found === undefined)
      cells.problem('resources', `must be names of resources there are, not "${name.slice(0, 60)}"`);
    const role = found?.kind === 'technician' ? 'assistant' : (found?.kind ?? 'custom');
    return [{ resourceId: found?.id, role, units: Number(units) }];
  });
}

function whose(cells: Cells, known: LookUps): { readonly customerId: string | null; readonly unitId: string | null } {
  const find = (name: string) =>
    name === '' ? undefined : (known.customers.get(name) ?? known.customers.get(fold(name)));
  const customer = cells.named('customer', find, 'optional');
  const unit = cells.named('unit', (name) => unitNamed(known, name, customer?.id), 'optional');
  return { customerId: customer?.id ?? unit?.customerId ?? null, unitId: unit?.id ?? null };
}

/** The customer's own unit of that plate or name; anybody's where no customer is named. */
function unitNamed(known: LookUps, name: string, customerId: string | undefined): Entities['unit'] | undefined {
  const called = known.units.get(plateOf(name)) ?? known.units.get(fold(name)) ?? [];
  return called.find((one) => one.customerId === customerId) ?? (customerId === undefined ? called[0] : undefined);
}

function nameOf(known: LookUps, id: string | null): string {
  return id === null ? '' : (known.names.get(id) ?? '');
}

/** As `whose` finds it again: by plate, else by name. */
function unitName(known: LookUps, id: string | null): string {
  const unit = [...known.units.values()].flat().find((one) => one.id === id);
  return unit === undefined ? '' : unit.plate === '' ? unit.name : unit.plate;
}
