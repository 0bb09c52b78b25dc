import type { Placement } from '../../../core/domain/board/placement.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { clockText } from '../../../core/domain/time/clock-text.ts';
import { addMinutes, minutesBetween } from '../../../core/domain/time/instant.ts';
import { isLocalDate, localDate } from '../../../core/domain/time/local-date.ts';
import { toInstant, toLocal } from '../../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../../core/domain/time/zones.ts';
import type { Appointment, Claim } from '../../../core/domain/work/appointment.ts';
import { bayOf, leadOf } from '../../../core/domain/work/status-machine.ts';
import { minuteOf } from '../shared/clock-input.ts';

/** The move form as it stands: what a drag says with the pointer, in five fields. */
export interface MoveDraft {
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
  /** Null claims none. */
  readonly technicianId: ResourceId | null;
  readonly bayId: ResourceId | null;
}

export type MoveProblem = 'date' | 'time' | 'minutes' | 'claims';

export function moveDraftOf(appointment: Appointment, zones: Zones, zone: ZoneId): MoveDraft {
  const local = toLocal(zones, zone, appointment.start);
  return {
    date: local.date,
    time: clockText(local.minute),
    minutes: String(minutesBetween(appointment.start, appointment.end)),
    technicianId: leadOf(appointment.claims)?.resourceId ?? null,
    bayId: bayOf(appointment.claims)?.resourceId ?? null,
  };
}

/** The form's claims; helpers, rooms and equipment stay as they are. */
export function claimsOfDraft(
  draft: Pick<MoveDraft, 'technicianId' | 'bayId'>,
  now: readonly Claim[],
): readonly Claim[] {
  const { technicianId, bayId } = draft;
  const others = now.filter((one) => one.role !== 'lead' && one.role !== 'bay' && one.resourceId !== technicianId);
  return [
    ...(technicianId === null ? [] : [{ resourceId: technicianId, role: 'lead', units: 1 } as const]),
    ...(bayId === null ? [] : [{ resourceId: bayId, role: 'bay', units: 1 } as const]),
    ...others,
  ];
}

/** Where the form would put it, or the field that says nothing usable. */
export function placementOf(
  draft: MoveDraft,
  now: readonly Claim[],
  { zones, zone }: { readonly zones: Zones; readonly zone: ZoneId },
): Placement | MoveProblem {
  const minute = minuteOf(draft.time);
  const length = Number(draft.minutes);
  if (!isLocalDate(draft.date)) return 'date';
  if (minute === undefined) return 'time';
  if (!Number.isInteger(length) || length < 5 || length > 60 * 24 * 14) return 'minutes';
  const claims = claimsOfDraft(draft, now);
  if (claims.length === 0) return 'claims';
  const start = toInstant(zones, zone, localDate(draft.date), minute);
  return { start, end: addMinutes(start, length), claims };
}
