import { ignoring, withParts, type BusyIndex } from '../../domain/board/busy-index.ts';
import { keptAt, lessTaken } from '../../domain/board/part-supply.ts';
import type { PartId, PartNeed } from '../../domain/parts/part.ts';
import type { JudgedReason } from '../../domain/rules/reason.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';

/**
 * What the occurrences of one series take of the parts, one after the other, beside what others have set aside. Local to
 * one preview.
 */
export interface PartLedger {
  /** The facts as the next occurrence finds them. Occurrences come in the order in which their busy time begins. */
  left(facts: BusyIndex): BusyIndex;
  /** It takes its parts when its busy time begins. Whoever is blocked for want of one takes none. */
  take(id: AppointmentId, at: Instant, facts: BusyIndex, reasons: readonly JudgedReason[]): void;
  /** The facts as they are for one occurrence when all the others have taken theirs, at whatever time. */
  without(id: AppointmentId, facts: BusyIndex): BusyIndex;
  /** It is to begin at another time, at which everything is there for it. */
  move(id: AppointmentId, at: Instant): void;
}

interface Taken {
  readonly at: Instant;
  readonly quantity: number;
  readonly appointmentId: AppointmentId;
}

export function createPartLedger(needs: readonly PartNeed[]): PartLedger {
  const needed = new Map<PartId, number>();
  for (const { partId, quantity } of needs) needed.set(partId, (needed.get(partId) ?? 0) + quantity);
  const taken = new Map([...needed.keys()].map((partId) => [partId, new Map<AppointmentId, Taken>()]));
  const totals = new Map<PartId, number>();

  const left: PartLedger['left'] = (facts) => {
    if (totals.size === 0) return facts;
    const parts = new Map(facts.parts);
    for (const [partId, total] of totals) {
      const supply = parts.get(partId);
      if (supply !== undefined) parts.set(partId, lessTaken(supply, total));
    }
    return { ...facts, parts };
  };

  return {
    left,
    take(id, at, facts, reasons) {
      if (reasons.some(({ severity, reason }) => severity === 'block' && reason.rule === 'parts-there')) return;
      const { parts } = left(facts);
      for (const [partId, wanted] of needed) {
        const supply = parts.get(partId);
        const quantity = supply === undefined ? 0 : Math.min(wanted, Math.max(0, keptAt(supply, at)));
        if (quantity === 0) continue;
        taken.get(partId)?.set(id, { at, quantity, appointmentId: id });
        totals.set(partId, (totals.get(partId) ?? 0) + quantity);
      }
    },
    without(id, facts) {
      if (needed.size === 0) return ignoring(facts, id);
      const parts = facts.context.parts.map((one) => {
        const own = taken.get(one.partId);
        return own === undefined || own.size === 0 ? one : { ...one, taken: [...one.taken, ...own.values()] };
      });
      return ignoring(withParts(facts, parts), id);
    },
    move(id, at) {
      for (const [partId, quantity] of needed) taken.get(partId)?.set(id, { at, quantity, appointmentId: id });
    },
  };
}
