import { describe, expect, it } from 'vitest';
import { insert, update } from '../../../core/domain/ops/op.ts';
import { addDays } from '../../../core/domain/time/local-date.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { MONDAY, openWorld } from './world.ts';
import { board, fromTo } from './board-stage.ts';

describe('a board asked for again', () => {
  it('shows what was changed, moved in, moved out and removed since', async () => {
    const world = await openWorld();
    const { rows } = world;
    const customer = rows.customer({});
    const stays = rows.appointment({ ...fromTo(world, '10:00', '11:00'), title: 'stays', customerId: customer.id });
    const leaves = rows.appointment({ ...fromTo(world, '12:00', '13:00'), title: 'leaves' });
    const tuesday = addDays(MONDAY, 1);
    const comes = rows.appointment({
      start: world.at('10:00', tuesday),
      end: world.at('11:00', tuesday),
      title: 'comes',
    });
    await world.save([
      insert('customer', customer),
      ...[stays, leaves, comes].map((one) => insert('appointment', one)),
    ]);
    const titles = async () => (await board(world)).appointments.map((one) => `${one.title} ${one.customer}`.trim());
    expect(await titles()).toEqual(['stays Rosa Lindqvist', 'leaves']);
    const moved = (row: Appointment, to: Partial<Appointment>) => update('appointment', row, { ...row, ...to });
    await world.save(
      [
        moved(leaves, { start: world.at('12:00', tuesday), end: world.at('13:00', tuesday) }),
        moved(comes, fromTo(world, '08:00', '09:00')),
        update('customer', customer, { ...customer, name: 'Rosa Berg' }),
      ].filter((op) => op !== null),
    );
    expect(await titles()).toEqual(['comes', 'stays Rosa Berg']);
    await world.save([{ op: 'delete', entity: 'appointment', id: stays.id, row: stays }]);
    const last = await board(world);
    expect(last.appointments.map((one) => one.title)).toEqual(['comes']);
    expect(last.sequence).toBe(await world.store.read.sequence());
  });

  it('is right after more changes than it cares to follow one by one', async () => {
    const world = await openWorld();
    const row = world.rows.appointment({ ...fromTo(world, '10:00', '11:00'), title: '0' });
    await world.save([insert('appointment', row)]);
    await board(world);
    let last: Appointment = row;
    for (let count = 1; count <= 60; count += 1) {
      const next = { ...last, title: String(count) };
      await world.save([update('appointment', last, next)].filter((op) => op !== null));
      last = next;
    }
    expect((await board(world)).appointments.map((one) => one.title)).toEqual(['60']);
  });
});
