import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { insert } from '../../core/domain/ops/op.ts';
import { appointment, at, ground, id, organization } from './sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from './temporary-store.ts';

it('keeps what the outside is to be told, in order and with its command or not at all', async () => {
  const options = optionsIn(temporaryFolder());
  const { store } = await opens(options);
  await commit(store, ground);
  const told = (name: 'appointment.scheduled' | 'technician.assigned') => {
    return { name, appointmentId: id<'appointment'>(101), payload: { name } };
  };
  const domainEvents = [told('appointment.scheduled'), told('technician.assigned')];
  await commit(store, [insert('appointment', appointment(101, 9))], { domainEvents });
  const refused = await commit(store, [insert('appointment', appointment(102, 9))], { domainEvents });
  expect(refused.ok).toBe(false);
  await store.close();
  const database = new BetterSqlite3(options.file, { readonly: true });
  const rows = database.prepare('select * from outbox order by sequence, ordinal').all();
  database.close();
  const shared = { sequence: 2, organization_id: organization.id, appointment_id: id(101), delivered_at: null };
  expect(rows).toEqual([
    { ...shared, ordinal: 0, name: 'appointment.scheduled', payload: '{"name":"appointment.scheduled"}' },
    { ...shared, ordinal: 1, name: 'technician.assigned', payload: '{"name":"technician.assigned"}' },
  ]);
});

it('waits through a restart', async () => {
  const options = optionsIn(temporaryFolder());
  const first = await opens(options);
  await commit(first.store, ground);
  const event = { name: 'appointment.scheduled', appointmentId: id<'appointment'>(101), payload: { nine: 9 } } as const;
  await commit(first.store, [insert('appointment', appointment(101, 9))], { domainEvents: [event, event] });
  await first.store.outbox.markDelivered(2, 0, at(1));
  await first.store.close();
  const { store } = await opens(options);
  expect(await store.outbox.pending(10)).toMatchObject([{ ...event, sequence: 2, ordinal: 1 }]);
});
