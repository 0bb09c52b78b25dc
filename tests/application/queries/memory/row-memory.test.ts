import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowMemory } from '../../../../core/application/queries/memory/row-memory.ts';
import type { Reader } from '../../../../core/application/ports/store.ts';
import { insert, update, type Op } from '../../../../core/domain/ops/op.ts';
import { addMinutes } from '../../../../core/domain/time/instant.ts';
import { lead } from '../rows.ts';
import { MONDAY, openWorld, type World } from '../world.ts';

const changes = (...ops: readonly (Op | null)[]): readonly Op[] => ops.filter((op) => op !== null);

async function promised() {
  const world = await openWorld();
  const { rows } = world;
  const customer = rows.customer({ name: 'old' });
  const order = rows.workOrder({ customerId: customer.id });
  const row = rows.appointment({
    start: world.at('10:00'),
    end: world.at('11:00'),
    title: 'old',
    workOrderId: order.id,
  });
  await world.save([insert('customer', customer), insert('workOrder', order), insert('appointment', row)]);
  return { world, customer, row };
}

/** The store's reader, beside which something is written just after it has read. */
function interrupted(read: Reader, write: () => Promise<unknown>): Reader {
  let done = false;
  const after = async <T>(rows: Promise<T>): Promise<T> => {
    const found = await rows;
    if (!done) {
      done = true;
      await write();
    }
    return found;
  };
  return {
    ...read,
    getMany: (entity, ids) => after(read.getMany(entity, ids)),
    appointmentsAt: (location, range) => after(read.appointmentsAt(location, range)),
  };
}

describe('remembered rows', () => {
  it('are not kept when they changed while they were read and somebody else looked meanwhile', async () => {
    const { world, customer } = await promised();
    const memory = createRowMemory();
    const read: Reader = interrupted(world.store.read, async () => {
      await world.save(changes(update('customer', customer, { ...customer, name: 'new' })));
      await memory.at(read);
    });
    const first = await memory.at(read);
    expect((await first.read.get('customer', customer.id))?.name).toBe('old');
    const second = await memory.at(read);
    expect((await second.read.get('customer', customer.id))?.name).toBe('new');
  });

  it('nor are windows of appointments', async () => {
    const { world, row } = await promised();
    const memory = createRowMemory();
    const day = world.span('00:00', '23:00');
    const read: Reader = interrupted(world.store.read, async () => {
      await world.save(changes(update('appointment', row, { ...row, title: 'new' })));
      await memory.at(read);
    });
    const first = await memory.at(read);
    expect((await first.read.appointmentsAt(row.locationId, day)).map((one) => one.title)).toEqual(['old']);
    const second = await memory.at(read);
    expect((await second.read.appointmentsAt(row.locationId, day)).map((one) => one.title)).toEqual(['new']);
  });

  it('are those of the store that is asked', async () => {
    const [one, other] = [await promised(), await openWorld()];
    const memory = createRowMemory();
    const here = await memory.at(one.world.store.read);
    expect(await here.read.get('customer', one.customer.id)).toEqual(one.customer);
    const there = await memory.at(other.store.read);
    expect(await there.read.get('customer', one.customer.id)).toBeUndefined();
  });
});

/** What a day's work does to the rows, by small numbers. */
const step = fc.record({ what: fc.nat(6), which: fc.nat(9), hour: fc.nat(9) });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function busyWorld() {
  const world = await openWorld();
  const { rows } = world;
  const technicians = [rows.technician({ name: 'A' }), rows.technician({ name: 'B', position: 1 })];
  const customer = rows.customer({});
  await world.save([...technicians.map((one) => insert('resource', one)), insert('customer', customer)]);
  return { world, technicians, customer };
}

describe('answers from memory', () => {
  it('are those of somebody who remembers nothing, whatever is done in between', async () => {
    const { world, technicians, customer } = await busyWorld();
    const { rows } = world;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        for (const one of steps) await play(world, technicians, customer.id, one);
        const board = { locationId: rows.location.id, date: MONDAY, days: 2 };
        expect(await world.ask('boardForRange', board)).toEqual(await world.askAfresh('boardForRange', board));
        const tray = { locationId: rows.location.id, tab: 'risk', filter: '', dueWithinDays: null } as const;
        expect(await world.ask('tray', tray)).toEqual(await world.askAfresh('tray', tray));
        const context = { locationId: rows.location.id, date: MONDAY, days: 2 };
        expect(await world.ask('placementContext', context)).toEqual(
          await world.askAfresh('placementContext', context),
        );
      }),
      { numRuns: 15 },
    );
  });
});

async function play(
  world: World,
  technicians: readonly ReturnType<World['rows']['technician']>[],
  customerId: ReturnType<World['rows']['customer']>['id'],
  { what, which, hour }: Step,
): Promise<void> {
  const { rows } = world;
  const start = addMinutes(world.at('08:00'), hour * 60);
  const there = await world.store.read.appointmentsAt(rows.location.id, world.span('00:00', '23:59'));
  const row = there[which % Math.max(1, there.length)];
  const technician = technicians[which % technicians.length];
  if (what <= 1 || row === undefined || technician === undefined) {
    const order = rows.workOrder({ customerId, due: addMinutes(start, 30 + which * 10) });
    const end = addMinutes(start, 45);
    const fresh = rows.appointment({
      start,
      end,
      workOrderId: order.id,
      state: { status: 'requested', approval: 'none' },
      claims: technicians.slice(0, 1).map(lead),
    });
    await world.save([insert('workOrder', order), insert('appointment', fresh)]);
  } else if (what === 2) {
    const place = { address: 'x', coordinates: { latitude: 59 + which / 100, longitude: 10 } };
    await world.save(changes(update('appointment', row, { ...row, start, end: addMinutes(start, 30), place })));
  } else if (what === 3) {
    const state = { status: 'cancelled', at: start, by: '', reason: '' } as const;
    await world.save(changes(update('appointment', row, { ...row, state })));
  } else if (what === 4) {
    await world.save([{ op: 'delete', entity: 'appointment', id: row.id, row }]);
  } else if (what === 5) {
    const customer = await world.store.read.get('customer', customerId);
    if (customer !== undefined) {
      await world.save(changes(update('customer', customer, { ...customer, name: `${which} ${hour}` })));
    }
  } else {
    const claims = [lead(technician)];
    await world.save(
      changes(
        update('appointment', row, {
          ...row,
          claims,
          state: { status: 'completed', startedAt: row.start, endedAt: row.end },
        }),
      ),
    );
  }
}
