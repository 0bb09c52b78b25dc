import type { Reader } from '../../../core/application/ports/store.ts';
import { MINUTE, addMinutes } from '../../../core/domain/time/instant.ts';
import type { ExposedSlot, Exposure } from '../../../core/domain/work/exposure.ts';
import { asId } from '../../../core/kernel/id.ts';
import { refused, type Answer, type Looked } from './answer.ts';
import type { AskOf } from './asks.ts';
import { clearPlaces, isClear } from './clear-places.ts';
import { needsOf, policyOf } from './needs.ts';
import { changed, every, row, type Model } from './rows.ts';
import type { ExposureRow } from './shown-rows.ts';
import { lengthOf, startOfDay } from './slots.ts';
import type { Site } from './site.ts';

type Asked = AskOf<'exposeSlots'>['args'];

/** Which of the free slots are shown is the product's choice. What it shows has to be free, enough, and the same again. */
export function expose(model: Model, site: Site, { args }: AskOf<'exposeSlots'>): Answer {
  const service = row(model.rows, 'serviceType', args.serviceTypeId);
  if (service === undefined) return refused('not-found');
  if (args.resourceId !== null) {
    const lane = row(model.rows, 'resource', args.resourceId);
    if (lane === undefined) return refused('not-found');
    if (lane.kind !== 'technician' || !lane.active) return refused('invalid-input');
  }
  const standing = every(model.rows, 'exposure').findLast((one) => isStanding(one, args, model));
  const kept = (standing?.slots ?? []).filter(
    (slot) => isOnOffer(model, args, slot) && isFree(model, site, args, slot),
  );
  const again = standing === undefined ? undefined : lastOn(model, standing.id);
  if (again !== undefined && kept.length >= (args.resourceId === null ? 3 : 1))
    return { refused: null, partner: null, rows: () => model.rows, same: again };
  return {
    refused: null,
    partner: null,
    rows: () => model.rows,
    look: (read, isRepetition) => look(read, isRepetition, { model, site, args, standing, kept, again }),
    mayRefuse: ['no-free-slot'],
    doubt: () => missing(model, site, args, []),
  };
}

function isStanding(one: ExposureRow, args: Asked, { now }: Model): boolean {
  const { requester, serviceTypeId, resourceId } = args;
  const isSame = one.requester === requester && one.serviceTypeId === serviceTypeId && one.resourceId === resourceId;
  return isSame && one.at <= now && now < one.until;
}

function lastOn(model: Model, id: string): number | undefined {
  return model.log.findLast((entry) => entry.changes.some((change) => change.id === id))?.sequence;
}

interface Shown {
  readonly model: Model;
  readonly site: Site;
  readonly args: Asked;
  readonly standing: ExposureRow | undefined;
  readonly kept: readonly ExposedSlot[];
  readonly again: number | undefined;
}

async function look(read: Reader, isRepetition: boolean, shown: Shown): Promise<Looked> {
  const { model, site, args, standing, kept, again } = shown;
  // Too little is left of what was shown, and nothing else is to be had.
  if (isRepetition && again !== undefined && kept.length > 0) {
    complain(missing(model, site, args, kept));
    return { rows: model.rows, same: again };
  }
  const made = await read.get('exposure', standing?.id ?? args.id);
  if (made === undefined) throw new Error('Nothing was exposed');
  complain(wrong(made, shown));
  const { id, requester, serviceTypeId, resourceId, slots } = made;
  const at = standing?.at ?? model.now;
  const until = standing?.until ?? addMinutes(model.now, policyOf(model.rows).exposureMinutes);
  const exposure: ExposureRow = { entity: 'exposure', id, requester, serviceTypeId, resourceId, at, until, slots };
  return { rows: changed(model.rows, [exposure]) };
}

/** A sentence for the first thing that is not as it should be. */
function wrong({ requester, resourceId, serviceTypeId, slots }: Exposure, shown: Shown): string | null {
  const { model, site, args, kept } = shown;
  if (requester !== args.requester || resourceId !== args.resourceId || serviceTypeId !== args.serviceTypeId)
    return 'It is for somebody or something else';
  const most = args.resourceId === null ? 5 : 3;
  if (slots.length > most) return `${slots.length} slots are more than ${most}`;
  const lost = kept.find((slot) => slots.every((one) => !isSame(one, slot)));
  if (lost !== undefined) return `It no longer shows ${text(lost)}`;
  const fresh = slots.filter((slot) => kept.every((one) => !isSame(one, slot)));
  const bad = fresh.find((slot) => !isAsked(model, args, slot) || !isFree(model, site, args, slot));
  if (bad !== undefined) return `It shows ${text(bad)}, which is not free`;
  const near = fresh.find((slot) => slots.some((one) => one !== slot && isNear(one, slot)));
  if (near !== undefined) return `${text(near)} is too near to another one`;
  return slots.length === most ? null : missing(model, site, args, slots);
}

const isSame = (a: ExposedSlot, b: ExposedSlot): boolean => a.start === b.start && a.technicianId === b.technicianId;
const text = (slot: ExposedSlot): string => `${slot.technicianId} at ${new Date(slot.start).toISOString()}`;

/** Starts of one person lie an hour apart, or as long as the work takes. */
function isNear(a: ExposedSlot, b: ExposedSlot): boolean {
  const apart = Math.max(60 * MINUTE, a.end - a.start);
  return a.technicianId === b.technicianId && Math.abs(a.start - b.start) < apart;
}

/** In the days and of the person asked for; where slots are published, one of those. */
function isAsked(model: Model, args: Asked, slot: ExposedSlot): boolean {
  const { from, to } = daysOf(model, args);
  if (slot.start < from || slot.start >= to || (args.resourceId ?? slot.technicianId) !== slot.technicianId)
    return false;
  return isOnOffer(model, args, slot);
}

/** Where slots are published, what has been withdrawn is nobody's to hold any more. */
export function isOnOffer(
  model: Model,
  of: Pick<Asked, 'locationId' | 'serviceTypeId'>,
  slot: Pick<ExposedSlot, 'start' | 'technicianId'>,
): boolean {
  if (!isPublishing(model, of)) return true;
  return published(model, of).some((one) => one.start === slot.start && one.technicianId === slot.technicianId);
}

function daysOf({ now }: Model, { from, days }: Asked): { readonly from: number; readonly to: number } {
  const today = new Date(now + 60 * MINUTE).toISOString().slice(0, 10);
  const first = startOfDay(from ?? today);
  return { from: first, to: first + days * 24 * 60 * MINUTE };
}

function isPublishing({ rows }: Model, { locationId }: Pick<Asked, 'locationId'>): boolean {
  return row(rows, 'location', locationId)?.exposes === 'published';
}

function published(
  model: Model,
  { serviceTypeId }: Pick<Asked, 'serviceTypeId'>,
): readonly Pick<ExposedSlot, 'start' | 'technicianId'>[] {
  const duration = row(model.rows, 'serviceType', serviceTypeId)?.duration ?? 0;
  return every(model.rows, 'slotInstance')
    .filter((slot) => slot.status === 'published' && lengthOf(slot) >= duration)
    .filter((slot) => slot.serviceTypeId === null || slot.serviceTypeId === serviceTypeId)
    .map(({ resourceId, range: { from } }) => ({ start: from, technicianId: resourceId }));
}

function isFree(model: Model, site: Site, { serviceTypeId }: Asked, slot: ExposedSlot): boolean {
  const { start, end, technicianId, bayId } = slot;
  const needs = needsOf(model.rows, { workOrderId: null, serviceTypeId: asId(serviceTypeId) });
  if (needs === null || end !== addMinutes(start, needs.duration)) return false;
  const bay = bayId === null ? [] : [{ resourceId: bayId, role: 'bay' as const, units: 1 }];
  const claims = [{ resourceId: technicianId, role: 'lead' as const, units: 1 }, ...bay];
  return isClear(model, site, needs, { start, end, claims });
}

/** A sentence for a slot that could be shown beside these; null when there is none. */
function missing(model: Model, site: Site, args: Asked, slots: readonly ExposedSlot[]): string | null {
  const needs = needsOf(model.rows, { workOrderId: null, serviceTypeId: asId(args.serviceTypeId) });
  if (needs === null) return null;
  const { from, to } = daysOf(model, args);
  const starts = isPublishing(model, args) ? published(model, args) : null;
  for (const place of clearPlaces(model, site, needs, { from, to }, starts)) {
    const slot = { ...place, end: addMinutes(place.start, needs.duration), bayId: null };
    const isOther = args.resourceId !== null && slot.technicianId !== args.resourceId;
    if (!isOther && slots.every((one) => !isNear(one, slot))) return `${text(slot)} is free, and not shown`;
  }
  return null;
}

function complain(told: string | null): void {
  if (told !== null) throw new Error(told);
}
