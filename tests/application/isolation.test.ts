import { describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../core/contract/commands/index.ts';
import type { Receipt } from '../../core/contract/envelope.ts';
import { queries, type QueryName } from '../../core/contract/queries/index.ts';
import type { Op } from '../../core/domain/ops/op.ts';
import { commandSamples, querySamples } from '../builders/samples.ts';
import { actor, surroundingsWith } from '../builders/surroundings.ts';
import { MARK, openTwoOrganizations, rowsOf, type Two } from '../builders/two-organizations.ts';
import { openStage } from '../builders/use-world.ts';
import { customerArgs } from '../builders/world.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where a field by its name can only mean one kind of row; any other field is tried with every kind. */
const TABLES: Readonly<Record<string, string>> = {
  organizationId: 'organizations',
  locationId: 'locations',
  resourceId: 'resources',
  members: 'resources',
  preferredTechnicians: 'resources',
  forbiddenTechnicians: 'resources',
  customerId: 'customers',
  unitId: 'units',
  kindId: 'appointment_kinds',
  serviceTypeId: 'service_types',
  partId: 'parts',
  stockId: 'stocks',
  workOrderId: 'work_orders',
  reservationIds: 'reservations',
};

/** The value once for each id in it and each stranger that could stand there. */
function withEach(two: Two, value: unknown, field = ''): readonly Swapped[] {
  if (typeof value === 'string') {
    if (!UUID.test(value)) return [];
    const table = TABLES[field];
    const lists = table === undefined ? [...two.foreign.values()] : [two.foreign.get(table) ?? []];
    return lists.flatMap((list) => list.slice(0, 1)).map((stranger) => ({ stranger, value: stranger }));
  }
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.flatMap((one, index) =>
      withEach(two, one, field).map((other) => ({ ...other, value: list.with(index, other.value) })),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    withEach(two, one, key).map((other) => ({ ...other, value: { ...value, [key]: other.value } })),
  );
}

interface Swapped {
  readonly stranger: string;
  readonly value: unknown;
}

/** What of the other organization the answer gives away; ids that the question named are no secret to who asked. */
function leaks({ foreign, other }: Two, asked: unknown, answer: unknown): readonly string[] {
  const question = JSON.stringify(asked);
  const text = JSON.stringify(answer);
  const secrets = [MARK, other.organizationId, ...[...foreign.values()].flat()];
  return secrets.filter((secret) => text.includes(secret) && !question.includes(secret));
}

/** Every id that a row names beside its own. */
function named(op: Op): readonly string[] {
  const { id: _own, ...row }: Readonly<Record<string, unknown>> = op.op === 'update' ? { ...op.after } : { ...op.row };
  return JSON.stringify(row).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
}

describe('two organizations in one database', () => {
  it('have rows of most kinds, so that this test can find something', async () => {
    const { foreign } = await openTwoOrganizations();
    const tables = [...foreign.keys()];
    for (const table of [
      'locations',
      'resources',
      'customers',
      'units',
      'work_orders',
      'appointments',
      'stocks',
      'parts',
    ])
      expect(tables).toContain(table);
    for (const table of ['reservations', 'users', 'absences', 'service_types']) expect(tables).toContain(table);
  });

  it('no query of the contract answers an id or a name of the other one', { timeout: 120_000 }, async () => {
    const two = await openTwoOrganizations();
    const { stage, other, caller } = two;
    for (const name of Object.keys(queries) as QueryName[]) {
      const own = querySamples(stage.world, stage.ids)[name];
      const theirs = querySamples(other, stage.ids)[name];
      const inputs = [own, theirs, ...withEach(two, own).map((one) => one.value)];
      for (const input of inputs) {
        const reply = await stage.laneway.call('query', name, input, caller);
        if (!reply.ok && reply.error.kind === 'fault') throw new Error(`${name}: ${JSON.stringify(stage.notes)}`);
        expect([name, leaks(two, input, reply)]).toEqual([name, []]);
      }
    }
    expect(leaks(two, null, stage.events)).toEqual([]);
  });

  it('what is searched for and listed is one’s own', async () => {
    const two = await openTwoOrganizations();
    const { stage, caller } = two;
    const ask = async (name: QueryName, input: unknown) => {
      const reply = await stage.laneway.call('query', name, input, caller);
      if (!reply.ok) throw new Error(reply.message);
      expect(leaks(two, null, reply)).toEqual([]);
      return reply.value;
    };
    expect(await ask('search', { text: 'visit', kinds: [], limit: 100 })).not.toEqual([]);
    expect(await ask('search', { text: MARK, kinds: [], limit: 100 })).toEqual([]);
    expect(await ask('customerMatches', { text: MARK, limit: 50 })).toEqual([]);
    expect(await ask('history', { entity: null, id: null, before: null, limit: 500 })).not.toEqual([]);
    expect(await ask('history', { entity: 'appointment', id: null, before: null, limit: 500 })).not.toEqual([]);
  });

  it(
    'every command that names a thing of the other one is refused and changes nothing',
    { timeout: 120_000 },
    async () => {
      const two = await openTwoOrganizations();
      const { stage, other, caller } = two;
      const before = rowsOf(stage.folder, other.organizationId);
      const brought = new Set<string>();
      for (const name of Object.keys(commands) as CommandName[]) {
        const sample = commandSamples(stage.world, stage.ids)[name];
        for (const { stranger, value: args } of withEach(two, sample)) {
          const reply = await stage.laneway.call('command', name, { id: stage.ids.next(), args }, caller);
          if (!reply.ok && reply.error.kind === 'fault')
            throw new Error(`${name} ${JSON.stringify(args)}: ${JSON.stringify(stage.notes)}`);
          expect([name, leaks(two, [args, ...brought], reply)]).toEqual([name, []]);
          if (!reply.ok) continue;
          // An id that the command has no use for here is only kept in the log, as what was sent.
          const entry = await stage.store.read.logEntry((reply.value as Receipt).sequence);
          expect([name, entry?.ops.flatMap(named).includes(stranger)]).toEqual([name, false]);
          // A thing of one's own may have got the id of a thing of another kind; not every command can be taken back.
          if (entry?.ops.some((op) => op.id === stranger) === true) brought.add(stranger);
          // Taken back, so that the id is as strange to the next command as it was to this one.
          if (entry?.undoable !== true) continue;
          await stage.laneway.call('command', 'undo', { id: stage.ids.next(), args: {} }, caller);
        }
      }
      expect(rowsOf(stage.folder, other.organizationId)).toEqual(before);
    },
  );

  it('a command id that the other one has used is refused', async () => {
    const { stage, other, caller } = await openTwoOrganizations();
    const [entry] = await stage.store.read.within(other.organizationId).log(newest());
    const args = customerArgs(stage.ids.next());
    const reply = await stage.laneway.call('command', 'addCustomer', { id: entry?.commandId, args }, caller);
    expect(reply).toMatchObject({ ok: false, error: { kind: 'same-id-other-command' } });
  });

  it('a listener hears of its own organization alone', async () => {
    const { stage, other } = await openTwoOrganizations();
    const heard: string[] = [];
    stage.laneway.subscribe((event) => heard.push(event.event), other.organizationId);
    const before = stage.events.length;
    const send = (organizationId: typeof other.organizationId) => {
      const input = { id: stage.ids.next(), args: customerArgs(stage.ids.next()) };
      return stage.laneway.call('command', 'addCustomer', input, { host: 'test', organizationId });
    };
    expect(await send(other.organizationId)).toMatchObject({ ok: true });
    expect([heard.length, stage.events.length - before]).toEqual([1, 0]);
    expect(await send(stage.world.organizationId)).toMatchObject({ ok: true });
    expect([heard.length, stage.events.length - before]).toEqual([1, 1]);
  });

  it('number their work orders each for itself, and undo in each alone', async () => {
    const { stage, other } = await openTwoOrganizations();
    const read = stage.store.read.within(other.organizationId);
    for (const organizationId of [stage.world.organizationId, other.organizationId]) {
      const numbers = rowsOf(stage.folder, organizationId)['work_orders']?.map((row) => row['number']);
      expect(numbers?.toSorted()[0]).toBe(1001);
      expect(await stage.store.read.within(organizationId).nextWorkOrderNumber()).toBe(1001 + (numbers?.length ?? 0));
    }
    const own = await read.ownLog(stage.surroundings.actor.id, 500);
    expect(own.length).toBeGreaterThan(10);
    expect(
      own.every((entry) => entry.ops.every((op) => op.op === 'update' || ownerOf(op.row) === other.organizationId)),
    ).toBe(true);
  });
});

const newest = () => ({ entity: null, id: null, before: null, limit: 1 });

function ownerOf(row: object): unknown {
  return 'organizationId' in row ? row.organizationId : 'id' in row ? row.id : undefined;
}

describe('the database itself', () => {
  it('throws on an op that would write a row of another organization', async () => {
    const { stage, other } = await openTwoOrganizations();
    const theirs = await stage.store.read.get('customer', other.customerId);
    if (theirs === undefined) throw new Error('no customer');
    const writing = (op: Parameters<Parameters<Parameters<typeof stage.store.write>[0]>[0]['apply']>[0]) =>
      stage.store.write(async (tx) => tx.within(stage.world.organizationId).apply(op, (await tx.sequence()) + 1));
    const fresh = { ...theirs, id: stage.ids.next<'customer'>() };
    await expect(writing([{ op: 'insert', entity: 'customer', id: fresh.id, row: fresh }])).rejects.toThrow(
      'belongs to another',
    );
    await expect(writing([{ op: 'delete', entity: 'customer', id: theirs.id, row: theirs }])).rejects.toThrow(
      'There is no customer',
    );
    const rename = { op: 'update', entity: 'customer', id: theirs.id, before: {}, after: { name: 'x' } } as const;
    await expect(writing([rename])).rejects.toThrow('There is no customer');
    const taken = { ...theirs, organizationId: stage.world.organizationId };
    expect(await writing([{ op: 'insert', entity: 'customer', id: taken.id, row: taken }])).toEqual({
      ok: false,
      taken: { entity: 'customer', id: theirs.id },
    });
  });

  it('lets only an administrator act elsewhere than in the first organization', async () => {
    const { stage, other } = await openTwoOrganizations();
    const { laneway } = stage.as(surroundingsWith(stage.clock, actor('manager')));
    for (const caller of [{ organizationId: other.organizationId }, { organizationId: null }, { actor: actor().id }])
      expect(await laneway.call('query', 'setup', {}, { host: 'test', ...caller })).toMatchObject({
        error: { kind: 'not-permitted', permission: 'administer' },
      });
    const unknown = await openStage();
    const elsewhere = { host: 'test', organizationId: unknown.ids.next<'organization'>() } as const;
    expect(await unknown.laneway.call('query', 'setup', {}, elsewhere)).toMatchObject({ error: { kind: 'not-found' } });
  });
});
