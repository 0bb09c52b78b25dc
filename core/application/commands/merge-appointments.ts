import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update, type Op } from '../../domain/ops/op.ts';
import type { Reason } from '../../domain/rules/reason.ts';
import { addMinutes, minutesBetween } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { announce } from '../announce.ts';
import { changes, chainIdOf, numbered, partsOf } from '../long-work/chain.ts';
import { expiredUnder } from '../long-work/expired.ts';
import { judgePart } from '../long-work/judge-part.ts';
import { sameClaims } from '../moved-claims.ts';
import type { Reader, WriteTx } from '../ports/store.ts';
import { decide, found, invalid } from '../refusals.ts';
import type { Scene, UseCase } from '../use-case.ts';
import { isFirm } from './split-appointment.ts';

/** The first stays and lasts as long as both, from its own start on; the second is gone, its reserved parts stay. */
export const mergeAppointments: UseCase<'mergeAppointments'> = async (tx, args, scene) => {
  const pair = await pairOf(tx, args.id, args.otherId);
  if (!pair.ok) return pair;
  const { first, second, parts } = pair.value;
  const end = addMinutes(first.end, minutesBetween(second.start, second.end));
  const merged: Appointment = { ...first, end, after: second.after };
  const allowed = await allowedAt(tx, scene, merged, second);
  if (!allowed.ok) return allowed;
  const rest = parts.filter((one) => one.id !== first.id && one.id !== second.id);
  const after = numbered([...rest, merged], chainIdOf(first));
  const expired = await expiredUnder(tx, scene, [merged]);
  const ops = [...expired, ...(await handedOn(tx, second, first)), ...changes(parts, after)];
  const domainEvents = [announce('appointment.rescheduled', merged), announce('appointment.cancelled', second)];
  return decide(first.title, ops, { overrode: allowed.value, domainEvents });
};

interface Pair {
  readonly first: Appointment;
  readonly second: Appointment;
  readonly parts: readonly Appointment[];
}

/** Neighbours of one chain with the same claims; the second has not begun. */
async function pairOf(read: Reader, id: string, otherId: string): Promise<Outcome<Pair, Refusal>> {
  const one = await found(read, 'appointment', id, 'id');
  if (!one.ok) return one;
  const other = await found(read, 'appointment', otherId, 'otherId');
  if (!other.ok) return other;
  const parts = (await partsOf(read, one.value)).toSorted((a, b) => a.start - b.start);
  const [from, to] = [one.value, other.value].map((row) => parts.findIndex((part) => part.id === row.id));
  if (from === undefined || to === undefined || from < 0 || to < 0 || Math.abs(from - to) !== 1)
    return invalid('otherId', 'must be the part of the same work before or after it');
  const [first, second] = from < to ? [one.value, other.value] : [other.value, one.value];
  for (const row of [first, second]) {
    const firm = isFirm(row);
    if (!firm.ok) return firm;
  }
  if (second.state.status !== 'confirmed')
    return refuse({ kind: 'wrong-status', title: second.title, from: second.state.status, to: 'confirmed' });
  if (!sameClaims(first.claims, second.claims)) return invalid('otherId', 'must have the same technicians and bay');
  return accept({ first, second, parts });
}

/** Where the two touched, nothing moves; otherwise the second's minutes go to another place, and the rules are asked. */
async function allowedAt(
  tx: WriteTx,
  scene: Scene,
  merged: Appointment,
  second: Appointment,
): Promise<Outcome<readonly Reason[], Refusal>> {
  return merged.end === second.end ? accept([]) : judgePart(tx, scene, merged, new Set([merged.id, second.id]));
}

async function handedOn(read: Reader, from: Appointment, to: Appointment): Promise<readonly (Op | null)[]> {
  const reserved = await read.reservationsOf(from.id);
  return reserved.map((one) => update('reservation', one, { ...one, appointmentId: to.id }));
}
