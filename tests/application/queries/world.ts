import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ParsedInput, QueryInput, QueryOutput } from '../../../core/contract/client.ts';
import { queries, type QueryName } from '../../../core/contract/queries/index.ts';
import type { Refusal } from '../../../core/contract/refusal.ts';
import { createAnswerers, type Answerers } from '../../../core/application/queries/index.ts';
import type { NewLogEntry } from '../../../core/application/ports/log-entry.ts';
import type { Store } from '../../../core/application/ports/store.ts';
import { createScenes } from '../../../core/application/scene.ts';
import type { Answerer } from '../../../core/application/use-case.ts';
import { writeCalendar } from '../../../core/calendar/ics/write-calendar.ts';
import type { Op } from '../../../core/domain/ops/op.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import type { Actor } from '../../../core/domain/organization/actor.ts';
import { range, type Instant, type InstantRange } from '../../../core/domain/time/instant.ts';
import { localDate, type LocalDate } from '../../../core/domain/time/local-date.ts';
import { wallTime } from '../../../core/domain/time/wall-time.ts';
import { zonesFrom, type ZoneId, type Zones } from '../../../core/domain/time/zones.ts';
import type { Outcome } from '../../../core/kernel/outcome.ts';
import { openStore } from '../../../core/store/open-store.ts';
import table from '../../../resources/zones/zones.json' with { type: 'json' };
import { createIds, rowsFor, type Rows } from './rows.ts';

const zones = zonesFrom(table);

const OSLO = 'Europe/Oslo' as ZoneId;
export const MONDAY: LocalDate = localDate('2026-11-23');

export interface World {
  readonly rows: Rows;
  readonly zones: Zones;
  readonly store: Store;
  readonly answerers: Answerers;
  readonly actor: Actor;
  /** The instant of a wall time at the location: `at('08:30')` on Monday, or `at('08:30', date)`. */
  at(clock: string, date?: LocalDate): Instant;
  span(from: string, to: string, date?: LocalDate): InstantRange;
  setClock(now: Instant): void;
  /** Writes rows and their entry in the log, as one command would. */
  save(ops: readonly Op[], entry?: Partial<NewLogEntry>): Promise<number>;
  /** The answer to a query in the form a host would send it; fails when it is refused. */
  ask<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N>>;
  /** The same from a table of answerers that remembers nothing. */
  askAfresh<N extends QueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N>>;
  refusal<N extends QueryName>(name: N, input: QueryInput<N>): Promise<Refusal>;
}

/** A wall time of that Monday in Oslo. */
export function mondayAt(clock: string): Instant {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return zones.atWall(OSLO, wallTime(MONDAY, hours * 60 + minutes));
}

/** A real database in a folder of its own with one organization and one location; closed when the test ends. */
export async function openWorld(zone = 'Europe/Oslo', now = '09:24'): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-queries-'));
  const rows = rowsFor(createIds(), zone);
  const at = (clock: string, date: LocalDate = MONDAY): Instant => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return zones.atWall(rows.location.zone, wallTime(date, hours * 60 + minutes));
  };
  let time = at(now);
  const opened = await openStore({
    file: path.join(folder, 'laneway.db'),
    backupFolder: path.join(folder, 'backups'),
    now: () => time,
    newReplica: () => rows.newId(),
  });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const { store, keeper, replica } = opened.value;
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const actor: Actor = { id: rows.newId(), name: 'Dana Dispatch', role: 'admin' };
  const scenes = createScenes({
    clock: { now: () => time },
    zones,
    actor,
    replica,
    fingerprint: (text) => text,
    version: '0.0.0',
  });
  const newAnswerers = (): Answerers =>
    createAnswerers({ keeper, writeIcs: (calendar) => writeCalendar(zones, calendar) });
  const answerers = newAnswerers();

  const save: World['save'] = (ops, entry = {}) =>
    store.write(async (tx) => {
      const sequence = (await tx.sequence()) + 1;
      const answer = await tx.apply(ops, sequence);
      if (!answer.ok) throw new Error('The store refused the rows');
      await tx.append({
        sequence,
        commandId: rows.newId(),
        fingerprint: String(sequence),
        name: 'bookAppointment',
        version: 1,
        args: {},
        actorId: actor.id,
        actorName: actor.name,
        host: 'test',
        replica,
        at: time,
        why: '',
        subject: '',
        overrode: [],
        undoable: true,
        reverts: null,
        ops,
        domainEvents: [],
        ...entry,
      });
      return sequence;
    });

  const answer = <N extends QueryName>(name: N, input: QueryInput<N>, from: Answerers = answerers) => {
    const answerer: Answerer<N> = from[name];
    return answerer(store.read, queries[name].input.parse(input) as ParsedInput<N>, scenes({ host: 'test' }));
  };

  await save([insert('organization', rows.organization), insert('location', rows.location)], {
    name: 'createOrganization',
    undoable: false,
  });
  return {
    rows,
    zones,
    store,
    answerers,
    actor,
    at,
    span: (from, to, date) => range(at(from, date), at(to, date)),
    setClock: (moment) => {
      time = moment;
    },
    save,
    ask: async (name, input) => valueOf(await answer(name, input)),
    askAfresh: async (name, input) => valueOf(await answer(name, input, newAnswerers())),
    refusal: async (name, input) => {
      const outcome = await answer(name, input);
      if (outcome.ok) throw new Error(`${name} was not refused`);
      return outcome.refusal;
    },
  };
}

function valueOf<T>(outcome: Outcome<T, Refusal>): T {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
