import { MINUTE, addMinutes, instant, type Instant } from '../../../core/domain/time/instant.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { troublesOfWork, troublesOn, worst, type Wanted } from './minute-by-minute.ts';
import { buffersFor, lanesOf, type Needs } from './needs.ts';
import { shiftsOf } from './opening.ts';
import { judgePlace } from './place.ts';
import type { LaneRow } from './rule-rows.ts';
import type { Model } from './rows.ts';
import type { Site } from './site.ts';

/** Where somebody could begin. */
export interface Beginning {
  readonly start: Instant;
  readonly technicianId: ResourceId;
}

const QUARTER = 15 * MINUTE;

/** Whether nothing speaks against it, cautions included. */
export function isClear(
  model: Model,
  site: Site,
  needs: Needs,
  at: { readonly start: Instant; readonly end: Instant; readonly claims: readonly Claim[] },
): boolean {
  return judgePlace(model, site, wantedOf(model, needs, at), null, false).ok;
}

/** Everything a search could find, by start: each quarter of an hour, each technician, any bay. */
export function* clearPlaces(
  model: Model,
  site: Site,
  needs: Needs,
  within: { readonly from: number; readonly to: number },
  only: readonly Beginning[] | null = null,
): Generator<Beginning> {
  const active = lanesOf(model.rows).filter((lane) => lane.active);
  const technicians = active.filter((lane) => lane.kind === 'technician');
  const bays = active.filter((lane) => lane.kind === 'bay');
  const begin = Math.ceil(Math.max(within.from, model.now) / QUARTER) * QUARTER;
  for (let from = only === null ? begin : within.from; from < within.to; from += only === null ? QUARTER : MINUTE) {
    const start = instant(from);
    for (const lane of technicians) {
      const isMeant = only === null || only.some((one) => one.start === start && one.technicianId === lane.id);
      if (isMeant && isClearOn(model, site, needs, start, lane, bays)) yield { start, technicianId: lane.id };
    }
  }
}

function isClearOn(
  model: Model,
  site: Site,
  needs: Needs,
  start: Instant,
  lane: LaneRow,
  bays: readonly LaneRow[],
): boolean {
  const lead = { resourceId: lane.id, role: 'lead' as const, units: 1 };
  const alone = wantedOf(model, needs, { start, end: addMinutes(start, needs.duration), claims: [lead] });
  const from = start - alone.before * MINUTE;
  const to = alone.end + alone.after * MINUTE;
  // Nobody is looked for outside the shifts, whatever the organization says of them.
  if (!shiftsOf(model.rows, lane, { from, to }).some((one) => one.from <= from && to <= one.to)) return false;
  const isWith = (claims: readonly Claim[]): boolean => {
    const wanted = { ...alone, claims };
    return worst(troublesOfWork(model, site, wanted)) === 0 && worst(troublesOn(model, lane, wanted, 1)) === 0;
  };
  if (needs.capabilities === null) return isWith([lead]);
  const free = bays.find((bay) => worst(troublesOn(model, bay, alone, 1)) === 0);
  return free !== undefined && isWith([lead, { resourceId: free.id, role: 'bay', units: 1 }]);
}

function wantedOf(
  model: Model,
  needs: Needs,
  at: { readonly start: Instant; readonly end: Instant; readonly claims: readonly Claim[] },
): Wanted {
  return { ...at, ...buffersFor(model.rows, needs), needs, own: null, recording: false };
}
