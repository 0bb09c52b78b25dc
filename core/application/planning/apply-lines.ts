import { accept, type Outcome } from '../../kernel/outcome.ts';
import type { CommandArgs } from '../../contract/client.ts';
import { commands } from '../../contract/commands/index.ts';
import type { PlanLine } from '../../contract/fields/plan-line.ts';
import { parse } from '../../contract/parse.ts';
import type { Refusal } from '../../contract/refusal.ts';
import { update, type Op } from '../../domain/ops/op.ts';
import { addMinutes, minutesBetween } from '../../domain/time/instant.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import type { WorkOrder } from '../../domain/work/work-order.ts';
import { bookAppointment } from '../commands/book-appointment.ts';
import { cancelAppointment } from '../commands/cancel-appointment.ts';
import { moveOf } from '../commands/move-appointment.ts';
import { derivedId, derivedIds } from '../derived-id.ts';
import { doubleUse } from '../double-use.ts';
import type { WriteTx } from '../ports/store.ts';
import { found } from '../refusals.ts';
import type { Decision, Scene } from '../use-case.ts';

/** A line with its place in the plan. */
export interface NumberedLine {
  readonly index: number;
  readonly line: PlanLine;
}

export interface UnfitLine {
  readonly line: number;
  readonly title: string;
  readonly because: Refusal;
}

export interface PlacedLines {
  readonly done: readonly Decision[];
  readonly unfit: readonly UnfitLine[];
}

/**
 * Does all lines inside an attempt that is taken back afterwards, so that each is judged on what the others leave: first
 * whatever moves or goes leaves its place, so that two may swap, then one line after the other takes its new one.
 */
export function tryLines(
  tx: WriteTx,
  scene: Scene,
  planId: string,
  lines: readonly NumberedLine[],
): Promise<PlacedLines> {
  return tx.attempt(async () => ({ keep: false, value: await placeLines(tx, scene, planId, lines) }));
}

async function placeLines(
  tx: WriteTx,
  scene: Scene,
  planId: string,
  lines: readonly NumberedLine[],
): Promise<PlacedLines> {
  const sequence = (await tx.sequence()) + 1;
  const standing = await liftAll(tx, lines, sequence);
  const done: Decision[] = [];
  const unfit: UnfitLine[] = [];
  const callsOff = ({ line }: NumberedLine): boolean => line.does === 'call-off';
  // What is given up is free for the others, wherever in the plan it stands.
  for (const { index, line } of [...lines.filter(callsOff), ...lines.filter((one) => !callsOff(one))]) {
    const decided = await decideLine(tx, scene, planId, line, standing);
    if (!decided.ok) {
      unfit.push({ line: index, title: await titleOf(tx, line), because: decided.refusal });
      continue;
    }
    const applied = await tx.apply(
      decided.value.ops.map((op) => onLifted(op, standing)),
      sequence,
    );
    if (!applied.ok) {
      // The store stopped half-way through this line, so what comes after it cannot be judged here.
      const because: Refusal =
        'taken' in applied ? { kind: 'already-exists', ...applied.taken } : await doubleUse(tx, applied);
      unfit.push({ line: index, title: decided.value.subject, because });
      break;
    }
    done.push(decided.value);
  }
  return { done, unfit };
}

/** What moves stands on nothing meanwhile; parts of long work stay, for they know of each other. Answers the rows as they were. */
async function liftAll(
  tx: WriteTx,
  lines: readonly NumberedLine[],
  sequence: number,
): Promise<ReadonlyMap<string, Appointment>> {
  const ids = lines.flatMap(({ line }) => (line.does === 'move' ? [line.appointmentId] : []));
  const rows = await tx.getMany('appointment', ids);
  const lifted = rows.filter((row) => row.segment === null && row.state.status === 'confirmed');
  const ops = lifted.map((row) => update('appointment', row, { ...row, claims: [] }));
  await tx.apply(
    ops.filter((op) => op !== null),
    sequence,
  );
  return new Map(lifted.map((row) => [row.id, row]));
}

/** The op says what differs from how the row stood; here the row stands on nothing. */
function onLifted(op: Op, standing: ReadonlyMap<string, Appointment>): Op {
  const before = op.entity === 'appointment' && op.op === 'update' ? standing.get(op.id) : undefined;
  if (before === undefined || op.entity !== 'appointment' || op.op !== 'update') return op;
  return { ...op, after: { claims: before.claims, ...op.after } };
}

async function decideLine(
  tx: WriteTx,
  scene: Scene,
  planId: string,
  line: PlanLine,
  standing: ReadonlyMap<string, Appointment>,
): Promise<Outcome<Decision, Refusal>> {
  switch (line.does) {
    case 'book': {
      const workOrder = await found(tx, 'workOrder', line.workOrderId, 'workOrderId');
      if (!workOrder.ok) return workOrder;
      const input = await bookingOf(tx, scene, planId, line, workOrder.value);
      const args = parse(commands.bookAppointment.args, input);
      return args.ok ? bookAppointment(tx, args.value, scene) : args;
    }
    case 'move': {
      const { appointmentId: id, start, claims } = line;
      const known = standing.get(id);
      const row = known === undefined ? await found(tx, 'appointment', id, 'appointmentId') : accept(known);
      if (!row.ok) return row;
      const before = row.value;
      const end = line.end ?? addMinutes(start, minutesBetween(before.start, before.end));
      return moveOf(tx, before, { id: before.id, start, end, claims, findPartner: false }, scene);
    }
    case 'call-off':
      // The desk itself gives the place up, so nobody pays for it.
      return cancelAppointment(tx, { id: line.appointmentId, reason: line.reason, charge: false, feeId: null }, scene);
  }
}

/** The same plan applied again after an undo makes the same rows; after a cancellation it makes others. */
async function bookingOf(
  tx: WriteTx,
  scene: Scene,
  planId: string,
  line: Extract<PlanLine, { readonly does: 'book' }>,
  workOrder: WorkOrder,
): Promise<CommandArgs<'bookAppointment'>> {
  const times = (await tx.appointmentsOf(workOrder.id)).length;
  const id = derivedId(scene, 'appointment', 'planned', planId, workOrder.id, times);
  return {
    id,
    locationId: workOrder.locationId,
    workOrderId: workOrder.id,
    title: '',
    start: line.start,
    end: line.end,
    claims: [...line.claims],
    as: 'confirmed',
    serviceTypeId: workOrder.serviceTypeId,
    customerId: workOrder.customerId,
    unitId: workOrder.unitId,
    participants: [],
    description: '',
    reservationIds: [...derivedIds(scene, workOrder.parts.length, 'reservation', id)],
    recording: false,
    suggested: { rank: 1 },
  };
}

async function titleOf(tx: WriteTx, line: PlanLine): Promise<string> {
  const row =
    line.does === 'book'
      ? await tx.get('workOrder', line.workOrderId)
      : await tx.get('appointment', line.appointmentId);
  return row?.title ?? '';
}
