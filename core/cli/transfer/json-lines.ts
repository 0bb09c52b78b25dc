import { z } from 'zod';
import { commands, type CommandName } from '../../contract/commands/index.ts';
import type { PlannedCommand, PlannedRow } from './import-row.ts';
import { alongWith, importedOf, skippedOf, statusOf, type Along } from './imported-rows.ts';

type Row = Readonly<Record<string, unknown>>;

const line = z.object({ entity: z.string(), row: z.record(z.string(), z.unknown()) });
interface Line {
  readonly row: number;
  /** Left out when the line is no row. */
  readonly read?: z.infer<typeof line>;
}

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
  waitlistEntry: 'addWaitlistEntry',
};

/** The commands of each line of an export; empty lines are left out. */
export function planJsonLines(text: string, newId: () => string): readonly PlannedRow[] {
  const lines = text.split('\n').flatMap((written, index): Line[] => {
    if (written.trim() === '') return [];
    const read = line.safeParse(parsed(written));
    return [{ row: index + 1, ...(read.success ? { read: read.data } : {}) }];
  });
  const along = alongWith(lines.flatMap(({ read }) => (read === undefined ? [] : [read])));
  return byNumber(lines).map((one) => planLine(one, along, newId));
}

/** Work orders in the order of their numbers, so that each can keep its own. */
function byNumber(lines: readonly Line[]): readonly Line[] {
  const isOrder = ({ read }: Line): boolean => read?.entity === 'workOrder';
  const number = ({ read }: Line): number => Number(read?.row['number'] ?? 0);
  const orders = lines.filter(isOrder).toSorted((a, b) => number(a) - number(b));
  let next = 0;
  return lines.map((one) => (isOrder(one) ? (orders[next++] ?? one) : one));
}

function planLine({ row, read }: Line, along: Along, newId: () => string): PlannedRow {
  if (read === undefined) {
    const reason = 'must be a JSON object like {"entity": "customer", "row": {…}}';
    return { row, problems: [{ field: '', reason }] };
  }
  const { entity, row: values } = read;
  const skipped = skippedOf(entity, values, along);
  if (skipped !== null) return { row, skipped };
  const name = entity === 'resource' ? resourceCommand(values) : MAKES[entity];
  if (name === undefined) return { row, problems: [{ field: 'entity', reason: 'must be a kind of row there is' }] };
  const imported = importedOf(entity, values, along);
  const whole = { ...completed(name, values, imported !== undefined, newId), ...(imported && { imported }) };
  return { row, commands: [{ name, args: argsOf(name, whole) }, ...followUps(entity, values)] };
}

function resourceCommand({ kind }: Row): CommandName {
  if (kind === 'technician') return 'addTechnician';
  return kind === 'bay' ? 'addBay' : 'addResource';
}

/** What a command wants to know that a row does not say. */
function completed(name: CommandName, values: Row, whole: boolean, newId: () => string): Row {
  if (name !== 'bookAppointment') return values;
  const state = values['state'];
  const status = statusOf(values) ?? 'confirmed';
  const bare = Array.isArray(values['claims']) && values['claims'].length === 0;
  const as = bare ? 'requested' : whole && !AS.has(status) ? 'confirmed' : status;
  const held = typeof state === 'object' && state !== null && 'until' in state ? { until: state.until } : {};
  // A whole row has the parts that are set aside for it; another one takes what the work needs.
  const reservationIds = whole ? [] : Array.from({ length: 20 }, newId);
  // Data is checked against its schema when it is given; a booking without any gave none.
  const { customData, ...rest } = values;
  const given = JSON.stringify(customData ?? {}) === '{}' ? {} : { customData };
  return { ...rest, ...given, ...held, as, reservationIds, recording: true };
}

/** What an appointment can be booked as. */
const AS: ReadonlySet<string> = new Set(['requested', 'held', 'confirmed']);

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
