import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { InstantRange } from '../../../core/domain/time/instant.ts';
import type { Console } from '../../state/console.ts';
import { movedClaims } from '../shared/placement-words.ts';
import type { PlannedMove } from './absence-plan.ts';

export interface AbsenceResult {
  /** False when the absence itself was refused; then nothing was moved. */
  readonly recorded: boolean;
  readonly moved: readonly PlannedMove[];
  readonly failed: readonly { readonly title: string; readonly why: string }[];
  /** How many commands must be taken back to take all of it back. */
  readonly commands: number;
}

/** Records the absence, then moves what was chosen, one by one; what is refused stays and says why. */
export async function carryOut(
  console: Console,
  absence: { readonly resourceId: string; readonly range: InstantRange; readonly reason: string },
  moves: readonly PlannedMove[],
): Promise<AbsenceResult> {
  const words = console.words();
  const recorded = await console.perform('recordAbsence', { id: console.newId(), ...absence }, { quiet: true });
  if (!recorded.ok)
    return {
      recorded: false,
      moved: [],
      failed: [{ title: absence.reason, why: words.say(errorPhrase(recorded.error)) }],
      commands: 0,
    };
  const moved: PlannedMove[] = [];
  const failed: AbsenceResult['failed'][number][] = [];
  for (const move of moves) {
    const { appointmentId, title } = move.appointment;
    const details = await console.client.ask('appointmentDetails', { id: appointmentId });
    const reply = details.ok
      ? await console.perform(
          'moveAppointment',
          {
            id: appointmentId,
            start: move.slot.start,
            end: move.slot.end,
            claims: [...movedClaims(details.value.appointment.claims, move.slot)],
            findPartner: false,
          },
          // Its cautions stood beside the choice.
          { quiet: true, acceptCautions: move.slot.cautions.length > 0, why: absence.reason },
        )
      : details;
    if (reply.ok) moved.push(move);
    else failed.push({ title, why: words.say(errorPhrase(reply.error)) });
  }
  return { recorded: true, moved, failed, commands: 1 + moved.length };
}
