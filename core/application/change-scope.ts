import type { ChangeEvent } from '../contract/events.ts';
import type { Entities, EntityName, Op } from '../domain/ops/op.ts';
import type { LocationId } from '../domain/organization/location.ts';
import { addMinutes, instant, range, type InstantRange } from '../domain/time/instant.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import type { Reader } from './ports/store.ts';

/** Which boards may look different after the ops. */
export interface ChangeScope {
  readonly locations: readonly LocationId[];
  readonly range: InstantRange | null;
}

/** What an entry touched, each row once. */
export function touchedBy(ops: readonly Op[]): ChangeEvent['touched'] {
  const rows = new Map(ops.map((op) => [`${op.entity} ${op.id}`, { entity: op.entity, id: op.id }]));
  return [...rows.values()];
}

/** To be asked before the ops are applied, because an update is told apart from its row. */
export async function scopeOf(read: Reader, ops: readonly Op[]): Promise<ChangeScope> {
  const scopes: (ChangeScope | null)[] = [];
  for (const op of ops) {
    switch (op.entity) {
      case 'appointment':
        scopes.push(...(await bothSides(read, op.entity, op)).map(scopeOfAppointment));
        break;
      case 'workOrder':
      case 'stock':
      case 'resource':
        scopes.push(...(await bothSides(read, op.entity, op)).map((row) => whole([row.locationId])));
        break;
      case 'location':
        scopes.push(whole([op.id as LocationId]));
        break;
      case 'absence':
        scopes.push(
          ...(await Promise.all((await bothSides(read, op.entity, op)).map((row) => scopeOfAbsence(read, row)))),
        );
        break;
      case 'organization':
      case 'appointmentKind':
      case 'serviceType':
        scopes.push(whole((await read.all('location')).map((location) => location.id)));
        break;
      case 'waitlistEntry':
      case 'alert':
      case 'slotInstance':
      case 'series':
        scopes.push(
          ...(await bothSides(read, op.entity, op)).map((row) =>
            whole(row.locationId === null ? [] : [row.locationId]),
          ),
        );
        break;
      case 'scheduleRule':
        scopes.push(whole((await read.all('location')).map((location) => location.id)));
        break;
      case 'user':
      case 'fee':
      case 'exposure':
      case 'customer':
      case 'unit':
      case 'part':
      case 'reservation':
        break;
    }
  }
  return mergeScopes(scopes.filter((scope) => scope !== null));
}

export function mergeScopes(scopes: readonly ChangeScope[]): ChangeScope {
  const locations = [...new Set(scopes.flatMap((scope) => scope.locations))];
  const ranges = scopes.map((scope) => scope.range).filter((one) => one !== null);
  // One change that cannot be placed in time makes the whole of it so.
  if (ranges.length === 0 || ranges.length < scopes.length) return { locations, range: null };
  const from = Math.min(...ranges.map((one) => one.from));
  return { locations, range: range(instant(from), instant(Math.max(...ranges.map((one) => one.to)))) };
}

function whole(locations: readonly LocationId[]): ChangeScope {
  return { locations, range: null };
}

function scopeOfAppointment({ locationId, start, end, before, after }: Appointment): ChangeScope {
  return { locations: [locationId], range: range(addMinutes(start, -before), addMinutes(end, after)) };
}

async function scopeOfAbsence(read: Reader, absence: Entities['absence']): Promise<ChangeScope> {
  const resource = await read.get('resource', absence.resourceId);
  return { locations: resource === undefined ? [] : [resource.locationId], range: absence.range };
}

/** The row before and after the op; one of them where it comes or goes. */
async function bothSides<E extends EntityName>(read: Reader, entity: E, op: Op): Promise<readonly Entities[E][]> {
  // The caller switched on op.entity, which the compiler does not carry into the type parameter.
  if (op.op !== 'update') return [op.row as Entities[E]];
  const row = await read.get(entity, op.id);
  return row === undefined ? [] : [row, { ...row, ...(op.after as Partial<Entities[E]>) }];
}
