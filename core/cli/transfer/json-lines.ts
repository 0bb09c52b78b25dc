import { z } from 'zod';
import { commands, type CommandName } from '../../contract/commands/index.ts';
import type { PlannedCommand, PlannedRow } from './import-row.ts';

type Row = Readonly<Record<string, unknown>>;

const line = z.object({ entity: z.string(), row: z.record(z.string(), z.unknown()) });

/** Which command makes a row of each kind; resources go by their own kind. */
const MAKES: Readonly<Record<string, CommandName>> = {
  organization: 'createOrganization',
  location: 'addLocation',
  absence: 'recordAbsence',
  user: 'addUser',
  customer: 'addCustomer',
  unit: 'addUnit',
  appointmentKind: 'addAppointmentKind',
  part: 'addPart',
  stock: 'stockPart',
  serviceType: 'addServiceType',
  scheduleRule: 'addScheduleRule',
  workOrder: 'openWorkOrder',
  series: 'createSeries',
  appointment: 'bookAppointment',
};

/** What follows from other rows, or is history. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'reservation',
  'fee',
  'waitlistEntry',
  'alert',
  'slotInstance',
  'exposure',
]);

/** The commands of each line of an export; empty lines are left out. */
export function planJsonLines(text: string, newId: () => string): readonly PlannedRow[] {
  return text.split('\n').flatMap((written, index) => {
    const row = index + 1;
    return written.trim() === '' ? [] : [planLine(row, written, newId)];
  });
}

function planLine(row: number, written: string, newId: () => string): PlannedRow {
  const read = line.safeParse(parsed(written));
  if (!read.success) {
    const reason = 'must be a JSON object like {"entity": "customer", "row": {…}}';
    return { row, problems: [{ field: '', reason }] };
  }
  const { entity, row: values } = read.data;
  if (FOLLOWS.has(entity)) return { row, skipped: entity };
  const state = values['state'];
  const status = typeof state === 'object' && state !== null && 'status' in state ? state.status : 'open';
  if (entity === 'workOrder' && status !== 'open') return { row, skipped: 'workOrder.closed' };
  if (entity === 'appointment' && !PLANNED.has(String(status))) return { row, skipped: 'appointment.past' };
  const name = entity === 'resource' ? resourceCommand(values) : MAKES[entity];
  if (name === undefined) return { row, problems: [{ field: 'entity', reason: 'must be a kind of row there is' }] };
  return {
    row,
    commands: [{ name, args: argsOf(name, completed(name, values, newId)) }, ...followUps(entity, values)],
  };
}

const PLANNED: ReadonlySet<string> = new Set(['requested', 'held', 'confirmed']);

function resourceCommand({ kind }: Row): CommandName {
  if (kind === 'technician') return 'addTechnician';
  return kind === 'bay' ? 'addBay' : 'addResource';
}

/** What a command wants to know that a row does not say. */
function completed(name: CommandName, values: Row, newId: () => string): Row {
  if (name !== 'bookAppointment') return values;
  const state = values['state'];
  const isState = typeof state === 'object' && state !== null && 'status' in state;
  const as = isState ? state.status : 'confirmed';
  const held = isState && 'until' in state ? { until: state.until } : {};
  const reservationIds = Array.from({ length: 20 }, newId);
  // Data is checked against its schema when it is given; a booking without any gave none.
  const { customData, ...rest } = values;
  const given = JSON.stringify(customData ?? {}) === '{}' ? {} : { customData };
  return { ...rest, ...given, ...held, as, reservationIds, recording: true };
}

/** A row keeps more than its command takes: owner, number, state. Only what the command knows is sent. */
function argsOf(name: CommandName, values: Row): Row {
  const known = fieldsOf(commands[name].args, values);
  return known === null ? values : Object.fromEntries(Object.entries(values).filter(([field]) => known.has(field)));
}

function fieldsOf(schema: z.ZodType, values: Row): ReadonlySet<string> | null {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  if (schema instanceof z.ZodDiscriminatedUnion) {
    // Of the choices the one whose `kind` is the row's.
    const options = schema.options as readonly z.ZodType[];
    const fit = options.find((option) => option instanceof z.ZodObject && hasKind(option, values['kind']));
    return fit === undefined ? null : fieldsOf(fit, values);
  }
  return null;
}

function hasKind(option: z.ZodObject, kind: unknown): boolean {
  const field = (option.shape as Readonly<Record<string, z.ZodType>>)['kind'];
  return field !== undefined && field.safeParse(kind).success;
}

/** What else a row says has commands of its own. */
function followUps(entity: string, values: Row): readonly PlannedCommand[] {
  const id = values['id'];
  if (entity === 'location')
    return listOf(values['closures']).map((closure) => ({ name: 'addClosure', args: { ...closure, locationId: id } }));
  if (entity === 'stock')
    return listOf(values['arrivals']).map((arrival) => ({ name: 'expectStock', args: { ...arrival, stockId: id } }));
  return [];
}

function listOf(value: unknown): readonly object[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is object => typeof one === 'object' && one !== null);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
