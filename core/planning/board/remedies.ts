import { busyIndexOf, technicianLane, type BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import { addMinutes, minutes, MINUTE, type Instant } from '../../domain/time/instant.ts';
import { longer } from './board-facts.ts';
import { freePlace, type FreePlace } from './free-place.ts';
import type { PlanRequest, PlanWork, Remedy } from './request.ts';
import type { WorkPlaced } from './with-placements.ts';

export interface RemedyFacts {
  /** The board with everything planned on it. */
  readonly planned: BusyIndex;
  /** The days behind it; null when nobody gave them. */
  readonly later: BusyIndex | null;
  /** The same board with longer shifts, the least longer first. */
  readonly longer: readonly BusyIndex[];
  readonly placed: readonly WorkPlaced[];
  readonly request: PlanRequest;
}

/** So long beyond the end of a shift is looked at, a short while first. */
const OVERTIME = [minutes(60), minutes(180)];

/** What remedies are looked for on, made once for all the work that is left out. */
export function remedyFacts(
  planned: BusyIndex,
  { placed, request }: Pick<RemedyFacts, 'placed' | 'request'>,
): RemedyFacts {
  return {
    planned,
    later: request.later === undefined ? null : busyIndexOf(request.later, planned.travel),
    longer: OVERTIME.map((most) => busyIndexOf(longer(planned.context, most), planned.travel)),
    placed,
    request,
  };
}

/** What is no matter of minutes comes last: a part can be got sooner than a bay, and a bay sooner than a skill. */
const DEARER = { part: 100_000, bay: 200_000, skill: 300_000 } as const;

interface Priced {
  readonly price: number;
  readonly remedy: Remedy;
}

/** What would make left-out work fit on the finished plan, one rule relaxed at a time; cheapest first. */
export function remediesFor(facts: RemedyFacts, work: PlanWork): readonly Remedy[] {
  // What would fit as it is needs nothing: it was not worth its place, or has to wait for the next search.
  if (placeFor(facts, work, work.needs) !== null) return [];
  const found = [
    ...inOvertime(facts, work),
    ...onAnotherDay(facts, work),
    ...outsideWindows(facts, work),
    ...withoutPart(facts, work),
    ...withoutCapability(facts, work),
    ...withoutSkill(facts, work),
  ];
  return found.toSorted((one, other) => one.price - other.price).map(({ remedy }) => remedy);
}

function placeFor({ planned, placed, request }: RemedyFacts, work: PlanWork, needs: PlacementNeeds): FreePlace | null {
  return freePlace(planned, work, { step: request.step, placed, needs });
}

function inOvertime(facts: RemedyFacts, work: PlanWork): readonly Priced[] {
  const { planned, placed, request } = facts;
  for (const index of facts.longer) {
    const place = freePlace(index, work, { step: request.step, placed });
    if (place === null) continue;
    const over = minutesOver(planned, work, place);
    const perMinute = request.terms.overtime?.perMinute ?? planned.context.policy.planning.overtimePerMinute;
    const { technicianId, start } = place;
    return [{ price: over * perMinute, remedy: { remedy: 'overtime', technicianId, minutes: minutes(over), start } }];
  }
  return [];
}

/** How long behind the shift the work and the drive home last. */
function minutesOver(index: BusyIndex, { needs }: PlanWork, { technicianId, start }: FreePlace): number {
  const lane = technicianLane(index, technicianId);
  const shift = lane?.shifts.findLast((one) => one.from <= start);
  if (lane === undefined || shift === undefined) return 0;
  const drive = index.travel(needs.place?.coordinates ?? index.context.coordinates, lane.facts.home);
  const done = addMinutes(start, needs.duration + needs.after + drive);
  return Math.max(0, Math.ceil((done - shift.to) / MINUTE));
}

function onAnotherDay({ planned, later, placed, request }: RemedyFacts, work: PlanWork): readonly Priced[] {
  const place = later === null ? null : freePlace(later, work, { step: request.step, placed });
  if (place === null) return [];
  const { start } = place;
  const waits = Math.max(0, (start - planned.context.range.from) / MINUTE);
  const price = planned.costs.waitPerMinute[work.needs.priority] * waits;
  return [{ price, remedy: { remedy: 'another-day', start } }];
}

function outsideWindows(facts: RemedyFacts, work: PlanWork): readonly Priced[] {
  const { needs } = work;
  if (needs.windows.length === 0) return [];
  const place = placeFor(facts, work, { ...needs, windows: [] });
  if (place === null) return [];
  return [{ price: facts.request.terms.perMovedPromise, remedy: { remedy: 'outside-window', start: place.start } }];
}

function withoutPart(facts: RemedyFacts, work: PlanWork): readonly Priced[] {
  const { needs } = work;
  const critical = [...new Set(needs.parts.filter((one) => one.critical !== false).map(({ partId }) => partId))];
  return critical.flatMap((partId): readonly Priced[] => {
    const place = placeFor(facts, work, { ...needs, parts: needs.parts.filter((one) => one.partId !== partId) });
    if (place === null) return [];
    const part = facts.planned.parts.get(partId)?.facts.name ?? partId;
    const at: Instant = addMinutes(place.start, -needs.before);
    return [{ price: DEARER.part, remedy: { remedy: 'part', part, at } }];
  });
}

function withoutCapability(facts: RemedyFacts, work: PlanWork): readonly Priced[] {
  const { needs } = work;
  const { capabilities } = needs;
  if (capabilities === null) return [];
  return capabilities.flatMap((capability): readonly Priced[] => {
    const others = capabilities.filter((one) => one !== capability);
    const place = placeFor(facts, work, { ...needs, capabilities: others });
    return place === null ? [] : [{ price: DEARER.bay, remedy: { remedy: 'bay', capability } }];
  });
}

function withoutSkill(facts: RemedyFacts, work: PlanWork): readonly Priced[] {
  const { needs } = work;
  return needs.skills.flatMap(({ skill }): readonly Priced[] => {
    const place = placeFor(facts, work, { ...needs, skills: needs.skills.filter((one) => one.skill !== skill) });
    return place === null ? [] : [{ price: DEARER.skill, remedy: { remedy: 'skill', skill } }];
  });
}
