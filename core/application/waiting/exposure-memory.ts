import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { EntityName, Op } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import type { ExposureCounts, OpenSlots } from '../../domain/policy/exposure.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { ExposedSlot, Exposure } from '../../domain/work/exposure.ts';
import type { LogEntry } from '../ports/log-entry.ts';
import type { Reader } from '../ports/store.ts';

/** All slots that may be shown for one service, with the facts that the rulebook judges them on. */
export interface SlotPool {
  readonly index: BusyIndex;
  readonly needs: PlacementNeeds;
  readonly open: readonly OpenSlots[];
}

/**
 * What choosing slots to show would otherwise load again for every requester. It is mended from the log: whatever may have
 * changed a slot forgets them all, an exposure is added to the counts. A transaction that came to nothing is noticed too.
 */
export interface ExposureMemory {
  at(read: Reader, organizationId: OrganizationId | null): Promise<Remembered>;
}

export interface Remembered {
  /** `key` says which slots; the same key gives the same ones as long as nothing changes. */
  pool(key: string, load: () => Promise<SlotPool>): Promise<SlotPool>;
  counts(of: CountsOf, load: () => Promise<readonly Exposure[]>): Promise<ExposureCounts>;
}

export interface CountsOf {
  readonly locationId: LocationId;
  /** Exposures from then on count. */
  readonly since: Instant;
  readonly hourAt: (start: Instant) => number;
}

interface Counted extends CountsOf {
  readonly technicians: Map<ResourceId, number>;
  readonly hours: Map<number, number>;
}

interface Desk {
  sequence: number;
  /** The newest own entry seen: when it is not there any more, nor is what it led to. */
  mark: Pick<LogEntry, 'sequence' | 'commandId'> | null;
  readonly pools: Map<string, SlotPool>;
  readonly counts: Map<LocationId, Counted>;
}

/** Rows that say nothing about which time is free. */
const HARMLESS: ReadonlySet<EntityName> = new Set<EntityName>([
  'exposure',
  'waitlistEntry',
  'fee',
  'alert',
  'user',
  'customer',
  'unit',
]);
const MOST_POOLS = 12;
const MOST_ENTRIES = 50;

export function createExposureMemory(): ExposureMemory {
  const desks = new Map<OrganizationId | null, Desk>();
  return {
    at: async (read, organizationId) => {
      const desk = desks.get(organizationId) ?? { sequence: 0, mark: null, pools: new Map(), counts: new Map() };
      desks.set(organizationId, desk);
      await catchUp(desk, read);
      return remembered(desk);
    },
  };
}

function remembered(desk: Desk): Remembered {
  return {
    pool: async (key, load) => {
      const known = desk.pools.get(key);
      if (known !== undefined) return known;
      const pool = await load();
      if (desk.pools.size >= MOST_POOLS) desk.pools.clear();
      desk.pools.set(key, pool);
      return pool;
    },
    counts: async (of, load) => {
      const known = desk.counts.get(of.locationId);
      if (known?.since === of.since) return known;
      const counted: Counted = { ...of, technicians: new Map(), hours: new Map() };
      for (const exposure of await load()) count(counted, exposure.slots, 1);
      desk.counts.set(of.locationId, counted);
      return counted;
    },
  };
}

async function catchUp(desk: Desk, read: Reader): Promise<void> {
  const sequence = await read.sequence();
  const { mark } = desk;
  const stands = mark === null || (await read.logEntry(mark.sequence))?.commandId === mark.commandId;
  if (!stands || sequence < desk.sequence || sequence - desk.sequence > MOST_ENTRIES) forget(desk);
  else if (sequence > desk.sequence) {
    const limit = sequence - desk.sequence;
    const entries = await read.log({ entity: null, id: null, before: sequence + 1, limit });
    for (const entry of entries) if (entry.sequence > desk.sequence) for (const op of entry.ops) mend(desk, op);
  }
  if (sequence === desk.sequence && stands) return;
  const [newest] = await read.log({ entity: null, id: null, before: sequence + 1, limit: 1 });
  desk.mark = newest === undefined ? null : { sequence: newest.sequence, commandId: newest.commandId };
  desk.sequence = sequence;
}

function forget(desk: Desk): void {
  desk.pools.clear();
  desk.counts.clear();
}

function mend(desk: Desk, op: Op): void {
  if (!HARMLESS.has(op.entity)) desk.pools.clear();
  if (op.entity !== 'exposure') return;
  // Where an exposure was taken back or changed, counting anew is simpler than being right about it.
  const counted = op.op === 'insert' ? desk.counts.get(op.row.locationId) : undefined;
  if (op.op !== 'insert') desk.counts.clear();
  else if (counted !== undefined && op.row.at >= counted.since) count(counted, op.row.slots, 1);
}

function count(into: Counted, slots: readonly ExposedSlot[], by: number): void {
  for (const { technicianId, start } of slots) {
    const hour = into.hourAt(start);
    into.technicians.set(technicianId, (into.technicians.get(technicianId) ?? 0) + by);
    into.hours.set(hour, (into.hours.get(hour) ?? 0) + by);
  }
}
