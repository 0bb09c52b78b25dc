import type { LeftLine } from '../../contract/envelope.ts';
import type { PlanLine } from '../../contract/fields/plan-line.ts';
import type { Op } from '../../domain/ops/op.ts';

/** Lines that no op has done, without what was in their way: that is not in the log. */
export function linesLeft(lines: readonly PlanLine[], ops: readonly Op[]): readonly LeftLine[] {
  return lines.flatMap((line, index) =>
    ops.some((op) => does(op, line)) ? [] : [{ line: index, title: '', because: null }],
  );
}

/** What else becomes of an appointment, as of the parts of long work beside one that is called off, is not its line's doing. */
function does(op: Op, line: PlanLine): boolean {
  if (op.entity !== 'appointment') return false;
  if (line.does === 'book') return op.op === 'insert' && op.row.workOrderId === line.workOrderId;
  if (op.op !== 'update' || op.id !== line.appointmentId) return false;
  const { start, end, claims, state } = op.after;
  return line.does === 'move' ? (start ?? end ?? claims) !== undefined : state?.status === 'cancelled';
}
