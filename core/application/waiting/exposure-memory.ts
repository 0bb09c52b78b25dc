import type { BusyIndex } from '../../domain/board/busy-index.ts';
import type { PlacementNeeds } from '../../domain/board/placement.ts';
import type { EntityName, Op } from '../../domain/ops/op.ts';
import type { LocationId } from '../../domain/organization/location.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import type { ExposureCounts, OpenSlots } from '../../domain/policy/exposure.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Exposure } from '../../domain/work/exposure.ts';
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
  /** Tells it at once what `tx` has just written, so that it need not read that from the log. */
  wrote(tx: Reader, organizationId: OrganizationId | null, entry: Written): void;
}

type Written = Pick<LogEntry, 'sequence' | 'commandId' | 'ops'>;

export interface Remembered {
  /** `key` says which slots; the same key gives the same ones as long as nothing changes. */
  pool(key: string, load: () => Promise<SlotPool>): Promise<SlotPool>;
  counts(of: CountsOf, load: () => Promise<readonly Exposure[]>): Promise<Lately>;
}

/** Exposures of the last days, counted, and the newest ones of each requester. */
export interface Lately extends ExposureCounts {
  readonly newest: ReadonlyMap<string, readonly Exposure[]>;
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
  readonly newest: Map<string, readonly Exposure[]>;
}

interface Desk {
  sequence: number;
  /** The newest own entry seen: when it is not there any more, nor is what it led to. */
  mark: Pick<LogEntry, 'sequence' | 'commandId'> | null;
  /** The reader of that moment: inside one transaction nothing comes undone. */
  source: Reader | null;
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
      const desk = desks.get(organizationId) ?? newDesk();
      desks.set(organizationId, desk);
      await catchUp(desk, read);
      return remembered(desk);
    },
    wrote: (tx, organizationId, entry) => {
      const desk = desks.get(organizationId);
      if (desk?.source === tx && desk.sequence === entry.sequence - 1) follow(desk, entry);
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
      const counted: Counted = { ...of, technicians: new Map(), hours: new Map(), newest: new Map() };
      for (const exposure of await load()) count(counted, exposure);
      desk.counts.set(of.locationId, counted);
      return counted;
    },
  };
}

function newDesk(): Desk {
  return { sequence: 0, mark: null, source: null, pools: new Map(), counts: new Map() };
}

async function catchUp(desk: Desk, read: Reader): Promise<void> {
  const sequence = await read.sequence();
  const ahead = sequence - desk.sequence;
  const stands = desk.source === read || (await isThere(read, desk.mark));
  desk.source = read;
  if (stands && ahead === 0) return;
  const limit = Math.max(1, Math.min(ahead, MOST_ENTRIES));
  const entries = await read.log({ entity: null, id: null, before: sequence + 1, limit });
  if (!stands || ahead < 0 || ahead > MOST_ENTRIES) forget(desk);
  else for (const entry of entries.toReversed()) if (entry.sequence > desk.sequence) follow(desk, entry);
  const [newest] = entries;
  desk.mark = newest === undefined ? null : { sequence: newest.sequence, commandId: newest.commandId };
  desk.sequence = sequence;
}

function follow(desk: Desk, { sequence, commandId, ops }: Written): void {
  for (const op of ops) mend(desk, op);
  desk.mark = { sequence, commandId };
  desk.sequence = sequence;
}

async function isThere(read: Reader, mark: Desk['mark']): Promise<boolean> {
  return mark === null || (await read.logEntry(mark.sequence))?.commandId === mark.commandId;
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
  else if (counted !== undefined && op.row.at >= counted.since) count(counted, op.row);
}

function count(into: Counted, exposure: Exposure): void {
  for (const { technicianId, start } of exposure.slots) {
    const hour = into.hourAt(start);
    into.technicians.set(technicianId, (into.technicians.get(technicianId) ?? 0) + 1);
    into.hours.set(hour, (into.hours.get(hour) ?? 0) + 1);
  }
  // What had ended before this one began is asked for by nobody any more.
  const earlier = (into.newest.get(exposure.requester) ?? []).filter((one) => one.until > exposure.at);
  into.newest.set(exposure.requester, [...earlier, exposure]);
}
