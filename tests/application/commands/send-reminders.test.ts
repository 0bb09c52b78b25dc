import { expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { organizationArgs } from '../../builders/world.ts';

/** Names, kinds and appointments of the reminders that wait in the outbox. */
async function reminders(stage: Stage): Promise<readonly (readonly unknown[])[]> {
  const waiting = await stage.store.outbox.pending(100);
  return waiting
    .filter((event) => event.name === 'appointment.reminder')
    .map((event) => [event.appointmentId, event.payload['kind']]);
}

it('each reminder is told once, by kind, soonest start first', async () => {
  const stage = await openStage();
  const tomorrow = await stage.book({ start: at(9, 1), end: at(10, 1) });
  const sooner = await stage.book({ start: at(8, 1), end: at(8.5, 1) });
  stage.clock.set(at(9));
  await stage.done('sendReminders', {});
  await stage.done('sendReminders', {});
  expect(await reminders(stage)).toEqual([
    [sooner, '1day'],
    [tomorrow, '1day'],
  ]);
  stage.clock.set(at(8.25, 1));
  await stage.done('sendReminders', {});
  expect((await reminders(stage)).slice(2)).toEqual([[tomorrow, '1hour']]);
  expect((await stage.appointment(tomorrow)).reminded.map((one) => one.kind)).toEqual(['1day', '1hour']);
});

it('an appointment that wants none, or was cancelled, is not reminded of', async () => {
  const stage = await openStage();
  const quiet = await stage.book({ start: at(9, 1), end: at(10, 1) });
  const words = { title: 'Quiet', description: '', priority: 'normal' as const, participants: [], meetingUrl: '' };
  await stage.done('updateAppointment', { id: quiet, ...words, pinned: false, remind: false });
  const gone = await stage.book({ start: at(11, 1), end: at(11.5, 1) });
  await stage.done('cancelAppointment', { id: gone, reason: 'ill' });
  stage.clock.set(at(10));
  await stage.done('sendReminders', {});
  expect(await reminders(stage)).toEqual([]);
});

it('a new start is reminded of anew', async () => {
  const stage = await openStage();
  const id = await stage.book({ start: at(9, 1), end: at(10, 1) });
  stage.clock.set(at(10));
  await stage.done('sendReminders', {});
  await stage.done('moveAppointment', { id, start: at(9, 2), end: at(10, 2), claims: null, findPartner: false });
  await stage.done('sendReminders', {});
  expect(await reminders(stage)).toEqual([[id, '1day']]);
  stage.clock.set(at(10, 1));
  await stage.done('sendReminders', {});
  expect(await reminders(stage)).toEqual([
    [id, '1day'],
    [id, '1day'],
  ]);
});

it('the first reminder goes out as long before as the policy says', async () => {
  const stage = await openStage();
  const { organizationId } = stage.world;
  const { policy } = organizationArgs(organizationId);
  await stage.done('updatePolicy', { organizationId, policy: { ...policy, reminderHours: 48 } });
  const id = await stage.book({ start: at(9, 2), end: at(10, 2) });
  stage.clock.set(at(9.5));
  await stage.done('sendReminders', {});
  expect(await reminders(stage)).toEqual([[id, '1day']]);
});

it('a reminder does not stand in the way of undo', async () => {
  const stage = await openStage();
  const id = await stage.book({ start: at(9, 1), end: at(10, 1) });
  stage.clock.set(at(10));
  await stage.done('sendReminders', {});
  await stage.done('undo', {});
  expect(await stage.store.read.get('appointment', id)).toBeUndefined();
});

it('the housekeeper sends them when their minute comes, and is quiet otherwise', async () => {
  const stage = await openStage();
  const id = await stage.book({ start: at(9, 2), end: at(10, 2) });
  const keeper = stage.laneway.housekeeper('test');
  const before = await stage.store.read.sequence();
  await keeper.tidy();
  expect(await stage.store.read.sequence()).toBe(before);
  stage.clock.set(at(9, 1));
  await keeper.tidy();
  await keeper.tidy();
  expect(await reminders(stage)).toEqual([[id, '1day']]);
  expect(await stage.store.read.sequence()).toBe(before + 1);
});
