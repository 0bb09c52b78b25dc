import { errorPhrase } from '../../../core/contract/phrases/refusal-phrase.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { AffectedAppointment } from '../../../core/contract/views/absence-view.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import { wallText } from '../../../core/domain/series/wall-text.ts';
import type { InstantRange } from '../../../core/domain/time/instant.ts';
import type { Console } from '../../state/console.ts';
import { movedClaims } from '../shared/placement-words.ts';
import type { PlannedMove } from './absence-plan.ts';

/** What of the console this needs. */
export type Desk = Pick<Console, 'words' | 'newId' | 'perform' | 'client' | 'zones'>;

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
  console: Desk,
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
    const { occurrence, title } = move.appointment;
    const reply =
      occurrence === null
        ? await moveOne(console, move, absence.reason)
        : await moveOccurrence(console, move, occurrence, absence.reason);
    if (reply.ok) moved.push(move);
    else failed.push({ title, why: words.say(errorPhrase(reply.error)) });
  }
  return { recorded: true, moved, failed, commands: 1 + moved.length };
}

async function moveOne(console: Desk, { appointment, slot }: PlannedMove, why: string): Promise<Reply> {
  const { appointmentId: id } = appointment;
  const details = await console.client.ask('appointmentDetails', { id });
  if (!details.ok) return details;
  const claims = [...movedClaims(details.value.appointment.claims, slot)];
  const args = { id, start: slot.start, end: slot.end, claims, findPartner: false };
  return console.perform('moveAppointment', args, sending(slot, why));
}

/** This one alone; the series goes on as it is. */
function moveOccurrence(
  console: Desk,
  { slot }: PlannedMove,
  { seriesId, start: occurrence, zone, claims }: NonNullable<AffectedAppointment['occurrence']>,
  why: string,
): Promise<Reply> {
  const start = wallText(console.zones.wallAt(zone, slot.start));
  const change = { kind: 'change' as const, start, claims: [...movedClaims(claims, slot)] };
  return console.perform('editOccurrence', { seriesId, occurrence, scope: 'this', change }, sending(slot, why));
}

/** Its cautions stood beside the choice. */
function sending({ cautions }: SuggestionView, why: string) {
  return { quiet: true, acceptCautions: cautions.length > 0, why };
}
