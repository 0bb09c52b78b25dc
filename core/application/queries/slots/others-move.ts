import type { SuggestionView } from '../../../contract/views/suggestion-view.ts';
import type { PlacementNeeds } from '../../../domain/board/placement.ts';
import type { LocationId } from '../../../domain/organization/location.ts';
import { minutes, type InstantRange } from '../../../domain/time/instant.ts';
import type { LocalDate } from '../../../domain/time/local-date.ts';
import type { Appointment, Claim } from '../../../domain/work/appointment.ts';
import { shiftedSlots } from '../../../planning/board/shifted-slots.ts';
import { loadPlacementContext } from '../../placement-context.ts';
import { isMovable } from '../../planning/movable.ts';
import { ofAppointment, type PlannedWork } from '../../planning/plan-request.ts';
import type { Reader } from '../../ports/store.ts';
import type { Scene } from '../../use-case.ts';

export interface OthersMoveWanted {
  readonly locationId: LocationId;
  readonly date: LocalDate;
  readonly days: number;
  readonly needs: PlacementNeeds;
  readonly alongside: readonly Claim[];
  readonly within: InstantRange | null;
  readonly count: number;
}

const STEP = minutes(15);

/** Slots for which unlocked appointments make room, each within the window that was promised for it. */
export async function slotsOthersMoveFor(
  read: Reader,
  scene: Scene,
  wanted: OthersMoveWanted,
): Promise<readonly SuggestionView[]> {
  const { locationId, date, days, needs } = wanted;
  const bare = await loadPlacementContext(read, scene, { locationId, date, days, partIds: [] });
  const planned: PlannedWork[] = [];
  for (const one of await read.appointmentsAt(locationId, bare.range))
    if (isMovable(one, bare.range, scene)) planned.push(await ofAppointment(read, scene, one));
  const movable = planned.filter(({ work, appointment }) => isFree(work.needs, appointment)).map(({ work }) => work);
  if (movable.length === 0) return [];
  const parts = [needs, ...movable.map((work) => work.needs)].flatMap((one) => one.parts);
  const partIds = [...new Set(parts.map(({ partId }) => partId))];
  const context = await loadPlacementContext(read, scene, { locationId, date, days, partIds });
  return shiftedSlots({ ...wanted, context, movable, step: STEP }).map(({ moves, ...slot }) => ({
    ...slot,
    moves,
  }));
}

/** Who was promised no window was told the start, unless it is nobody outside. */
function isFree({ windows }: PlacementNeeds, appointment: Appointment | null): boolean {
  return windows.length > 0 || appointment?.customerId === null;
}
