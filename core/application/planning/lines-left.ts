import type { LeftLine } from '../../contract/envelope.ts';
import type { PlanLine } from '../../contract/fields/plan-line.ts';
import type { Op } from '../../domain/ops/op.ts';

/** Lines that no op speaks of, without what was in their way: that is not in the log. */
export function linesLeft(lines: readonly PlanLine[], ops: readonly Op[]): readonly LeftLine[] {
  const done = new Set<string>();
  for (const op of ops) {
    if (op.entity !== 'appointment') continue;
    done.add(op.id);
    if (op.op === 'insert' && op.row.workOrderId !== null) done.add(op.row.workOrderId);
  }
  return lines.flatMap((line, index) => {
    const subject = line.does === 'book' ? line.workOrderId : line.appointmentId;
    return done.has(subject) ? [] : [{ line: index, title: '', because: null }];
  });
}
