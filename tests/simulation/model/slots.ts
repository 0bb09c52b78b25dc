import { MINUTE, instant, minutesBetween, range, type Instant } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';
import { accepted, refused, type Answer } from './answer.ts';
import type { AskOf } from './asks.ts';
import { lanesOf } from './needs.ts';
import { closedFor, doorsOf, inside, shiftsOf } from './opening.ts';
import { changed, every, row, type Model } from './rows.ts';
import type { LaneRow } from './rule-rows.ts';
import { slotKey, type SlotRow } from './shown-rows.ts';
import type { Site } from './site.ts';

/** Midnight in Oslo, in winter. */
export const startOfDay = (date: string): number => Date.parse(date) - 60 * MINUTE;

type Generated = AskOf<'generateSlots'>['args'];

/** What is taken is published all the same; what lies in the past is not. */
export function generate(model: Model, site: Site, { args }: AskOf<'generateSlots'>): Answer {
  if (args.serviceTypeId !== null && row(model.rows, 'serviceType', args.serviceTypeId) === undefined)
    return refused('not-found');
  const technicians = lanesOf(model.rows).filter((lane) => lane.kind === 'technician' && lane.active);
  const named = args.resourceIds ?? technicians.map((lane) => lane.id);
  if (named.some((id) => row(model.rows, 'resource', id) === undefined)) return refused('not-found');
  if (named.some((id) => technicians.every((lane) => lane.id !== id))) return refused('invalid-input');
  const wanted = technicians.filter((lane) => named.includes(lane.id));
  return accepted(
    changed(
      model.rows,
      wanted.flatMap((lane) => slotsOf(model, site, lane, args)),
    ),
  );
}

/** End to end from the first minute of each stretch of work. */
function slotsOf(
  model: Model,
  site: Site,
  lane: LaneRow,
  { from, days, duration, gap, serviceTypeId }: Generated,
): SlotRow[] {
  const first = startOfDay(from);
  const last = first + days * 24 * 60 * MINUTE;
  const around = { from: first, to: last };
  const open = doorsOf(model.rows, site.locationId, around);
  const shifts = shiftsOf(model.rows, lane, around);
  const closed = closedFor(model.rows, lane, around);
  const works = (at: number): boolean => at < last && open(at) && inside(shifts, at) && !inside(closed, at);
  const slots: SlotRow[] = [];
  for (let at = first; at < last; at += MINUTE) {
    if (!works(at)) continue;
    const begins = at;
    while (works(at)) at += MINUTE;
    for (let start = begins; start + duration * MINUTE <= at; start += (duration + gap) * MINUTE)
      if (start >= model.now) slots.push(slotOf(lane.id, instant(start), duration, serviceTypeId));
  }
  return slots;
}

function slotOf(resourceId: SlotRow['resourceId'], start: Instant, duration: number, service: string | null): SlotRow {
  const span = range(start, instant(start + duration * MINUTE));
  const serviceTypeId: SlotRow['serviceTypeId'] = service === null ? null : asId(service);
  const slot = { resourceId, serviceTypeId, range: span, status: 'published' as const };
  return { entity: 'slotInstance', id: slotKey(slot), ...slot };
}

export function withdraw(model: Model, _site: Site, { args }: AskOf<'withdrawSlots'>): Answer {
  const { resourceId } = args;
  if (resourceId !== null && row(model.rows, 'resource', resourceId) === undefined) return refused('not-found');
  const meant = every(model.rows, 'slotInstance').filter(
    (slot) =>
      slot.status === 'published' &&
      (resourceId === null || slot.resourceId === resourceId) &&
      slot.range.from < args.range.to &&
      args.range.from < slot.range.to,
  );
  return accepted(
    changed(
      model.rows,
      meant.map((slot): SlotRow => ({ ...slot, status: 'withdrawn' })),
    ),
  );
}

export const lengthOf = ({ range: { from, to } }: SlotRow): number => minutesBetween(from, to);
