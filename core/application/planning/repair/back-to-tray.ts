import type { Proposal } from '../lines.ts';
import type { PlannedWork } from '../plan-request.ts';
import type { Solved } from './smallest.ts';

/** Kept with the appointment; whoever sends the line may write another one. */
const CALLED_OFF = 'To be planned anew';

/** What found a place takes it; the rest waits in the tray. Without any place all of it does. Null where it has no work order. */
export function backToTray(byStep: Solved, affected: readonly PlannedWork[]): Solved | null {
  const waiting = byStep.missing.length > 0 ? byStep.missing : affected;
  const leaves = waiting.filter(({ appointment }) => appointment !== null);
  if (leaves.length === 0 || leaves.some(({ workOrder }) => workOrder === null)) return null;
  const off = leaves.map((planned): Proposal => ({
    planned,
    placement: null,
    facts: [],
    cautions: [],
    reason: CALLED_OFF,
  }));
  const kept = byStep.missing.length > 0 ? byStep.proposals : [];
  return { freedom: 'back-to-tray', proposals: [...kept, ...off], missing: [] };
}
