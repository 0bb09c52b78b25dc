import type { Entities, EntityName } from '../../../domain/ops/op.ts';
import type { Reader } from '../../ports/store.ts';
import { createWindows } from './appointment-windows.ts';
import { changesSince } from './changes-since.ts';
import type { ResolvedWork } from './resolved-work.ts';

/** A reader that answers from memory what the log says has not changed since it was read. */
export interface RememberingReader {
  readonly read: Reader;
  /** The reader it was made from, always the same one for an organization. */
  readonly source: Reader;
  /** Place in the log that the rows are at least as new as. */
  readonly sequence: number;
  /** What has been worked out about a row from the rows it points to; emptied when any of those may have changed. */
  readonly resolved: WeakMap<object, ResolvedWork>;
}

export interface RowMemory {
  at(read: Reader): Promise<RememberingReader>;
}

/** Rows kept of one entity before its memory is emptied. */
const MOST_ROWS = 60_000;

/** What names and needs of appointments and work orders are taken from. */
const POINTED_TO: ReadonlySet<EntityName> = new Set([
  'workOrder',
  'customer',
  'unit',
  'serviceType',
  'appointmentKind',
]);

/**
 * Keeps rows between queries. Every change of a row is in the log, so rows named by later entries are forgotten and the
 * others are still true. What was read while the log moved on is answered, but not kept. Small tables the store itself
 * keeps.
 */
export function createRowMemory(): RowMemory {
  // One memory for each organization's reader, so that no row of one is ever found by another.
  const memories = new WeakMap<Reader, RowMemory>();
  return {
    at: (read) => {
      const memory = memories.get(read) ?? memoryOf();
      memories.set(read, memory);
      return memory.at(read);
    },
  };
}

function memoryOf(): RowMemory {
  const held = new Map<EntityName, Map<string, Entities[EntityName]>>();
  let known = -1;
  let turn: Promise<unknown> = Promise.resolve();
  let resolved = new WeakMap<object, ResolvedWork>();
  const windows = createWindows(() => known);

  const rowsOf = (entity: EntityName): Map<string, Entities[EntityName]> => {
    const found = held.get(entity);
    if (found !== undefined) return found;
    const fresh = new Map<string, Entities[EntityName]>();
    held.set(entity, fresh);
    return fresh;
  };

  const forgetAll = (): void => {
    held.clear();
    windows.clear();
    resolved = new WeakMap();
  };

  async function catchUp(read: Reader): Promise<number> {
    const from = known;
    const sequence = await read.sequence();
    if (sequence === from) return sequence;
    const touched = from < 0 ? 'unknown' : await changesSince(read, from, sequence);
    if (touched === 'unknown') forgetAll();
    else {
      for (const { entity, id } of touched) {
        rowsOf(entity).delete(id);
        if (entity === 'appointment') windows.touch(id);
      }
      // A row that is new was pointed to by nobody.
      if (touched.some(({ entity, isNew }) => !isNew && POINTED_TO.has(entity))) resolved = new WeakMap();
    }
    known = sequence;
    return sequence;
  }

  async function many<E extends EntityName>(
    read: Reader,
    entity: E,
    ids: readonly string[],
  ): Promise<readonly Entities[E][]> {
    const rows = rowsOf(entity);
    const asOf = known;
    const wanted = new Map<string, Entities[E] | undefined>();
    // The map of one entity holds rows of that entity alone. Taken now: a later change may forget them meanwhile.
    for (const id of ids) wanted.set(id, rows.get(id) as Entities[E] | undefined);
    const missing = [...wanted].flatMap(([id, row]) => (row === undefined ? [id] : []));
    const fresh = missing.length === 0 ? [] : await read.getMany(entity, missing);
    for (const row of fresh) wanted.set(row.id, row);
    if (asOf === known) {
      if (rows.size + fresh.length > MOST_ROWS) rows.clear();
      for (const row of fresh) rows.set(row.id, row);
    }
    return [...wanted.values()].filter((row) => row !== undefined);
  }

  const remembered = (read: Reader): Partial<Reader> => ({
    get: async (entity, id) => (await many(read, entity, [id]))[0],
    getMany: (entity, ids) => many(read, entity, ids),
    appointmentsAt: (location, range) => windows.at(read, location, range),
    occupying: (resources, range) => windows.occupying(read, resources, range),
  });

  return {
    at: async (read) => {
      const mine = turn.then(() => catchUp(read));
      turn = mine.catch(() => undefined);
      const sequence = await mine;
      return { source: read, sequence, read: { ...read, ...remembered(read) }, resolved };
    },
  };
}
