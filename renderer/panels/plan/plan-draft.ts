import type { RunInput } from '../../../core/contract/client.ts';
import type { PlacedLine, PlanView } from '../../../core/contract/views/plan-view.ts';
import { isLocalDate } from '../../../core/domain/time/local-date.ts';
import type { Step } from '../../state/session.ts';

/** What a person asks for; the date as it stands in its field. */
export interface PlanDraft {
  readonly date: string;
  readonly days: number;
  readonly seconds: number;
  readonly mayMove: boolean;
  readonly overtime: boolean;
  readonly prove: boolean;
}

export const PLANNED_DAYS = [1, 2, 3, 5, 7] as const;
export const SEARCH_SECONDS = [2, 5, 20] as const;
/** For a proof, after the search. */
const PROOF_SECONDS = 20;

/** Undefined while the date is none. Steps of an hour are for drawing; a plan starts work every half hour then. */
export function inputOf(draft: PlanDraft, locationId: string, step: Step): RunInput<'planRange'> | undefined {
  const { prove, ...asked } = draft;
  if (!isLocalDate(draft.date)) return undefined;
  return { ...asked, locationId, prove: prove ? PROOF_SECONDS : null, step: step === 60 ? 30 : step };
}

/** What a line is about: nothing is in a plan twice. */
export function keyOf({ line }: PlacedLine): string {
  return line.does === 'book' ? line.workOrderId : line.appointmentId;
}

/** The lines that are taken, in the plan's own order. */
export function takenLines(
  { placements }: Pick<PlanView, 'placements'>,
  without: ReadonlySet<string>,
): readonly PlacedLine[] {
  return placements.filter((one) => !without.has(keyOf(one)));
}
