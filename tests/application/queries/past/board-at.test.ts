import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../../core/contract/refusal.ts';
import type { BoardView } from '../../../../core/contract/views/board-view.ts';
import type { BoardAtView } from '../../../../core/contract/views/past-view.ts';
import type { Instant } from '../../../../core/domain/time/instant.ts';
import { addMinutes } from '../../../../core/domain/time/instant.ts';
import { randomCommands, randomFrom } from '../../../builders/random-commands.ts';
import { actor, at, surroundingsWith } from '../../../builders/surroundings.ts';
import { openStage, type Stage } from '../../../builders/use-world.ts';

const DAYS = { date: '2026-11-23', days: 7 };

async function ask<T>(stage: Stage, name: string, input: unknown): Promise<T> {
  const reply: Reply = await stage.laneway.call('query', name, input, { host: 'test' });
  if (!reply.ok) throw new Error(`${name}: ${reply.message} ${JSON.stringify(stage.notes)}`);
  return reply.value as T;
}

const boardNow = (stage: Stage) =>
  ask<BoardView>(stage, 'boardForRange', { locationId: stage.world.locationId, ...DAYS });
const boardAt = (stage: Stage, moment: Instant) =>
  ask<BoardAtView>(stage, 'boardAt', { locationId: stage.world.locationId, ...DAYS, at: moment });

function withoutChanges({ changes: _changes, ...board }: BoardAtView): BoardView {
  return board;
}

describe('the board at a past minute', () => {
  it('is the board of now when it is asked about now', async () => {
    const stage = await openStage();
    await stage.bookWork();
    await stage.book({ start: at(13), end: at(14) });
    expect(withoutChanges(await boardAt(stage, stage.clock.now()))).toEqual(await boardNow(stage));
  });

  it.each([1, 2])('is what it was then, at 100 random moments of a random history (seed %i)', async (seed) => {
    const stage = await openStage();
    const random = randomFrom(seed);
    const next = randomCommands(stage.world, stage.ids, random);
    const snapshots: { readonly moment: Instant; readonly board: BoardView }[] = [];
    for (let count = 0; count < 100; count += 1) {
      const commands = Math.floor(random() * 4);
      for (let sent = 0; sent < commands; sent += 1) {
        const { name, args } = random() < 0.15 ? { name: 'undo', args: {} } : next();
        const input = { id: stage.ids.next(), args, acceptCautions: true };
        await stage.laneway.call('command', name, input, { host: 'test' });
      }
      snapshots.push({ moment: stage.clock.now(), board: await boardNow(stage) });
      stage.clock.pass(1 + Math.floor(random() * 30));
    }
    expect(new Set(snapshots.map(({ board }) => board.sequence)).size).toBeGreaterThan(40);
    for (const { moment, board } of snapshots) expect(withoutChanges(await boardAt(stage, moment))).toEqual(board);
  });

  it('says who changed each appointment last by then, how and why', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(13), end: at(14) });
    const booked = stage.clock.now();
    stage.clock.pass(10);
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Ola')));
    const move = { id, start: at(14), end: at(15), claims: null, findPartner: false };
    await other.done('moveAppointment', move, { why: 'Customer is late' });
    const moved = stage.clock.now();
    stage.clock.pass(10);
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect((await boardAt(stage, stage.clock.now())).appointments).toEqual([]);
    expect(await boardAt(stage, booked)).toMatchObject({
      appointments: [{ id, start: at(13) }],
      changes: [{ id, command: 'bookAppointment', by: 'Kari', why: '', at: booked }],
    });
    expect(await boardAt(stage, moved)).toMatchObject({
      appointments: [{ id, start: at(14) }],
      changes: [{ id, command: 'moveAppointment', by: 'Ola', why: 'Customer is late', at: moved }],
    });
  });

  it('shows people, names and absences as they were', async () => {
    const stage = await openStage();
    const before = await boardNow(stage);
    const moment = stage.clock.now();
    stage.clock.pass(5);
    const range = { from: at(8), to: at(12) };
    const absence = { id: stage.ids.next<'absence'>(), resourceId: stage.world.anna, range, reason: 'Sick' };
    await stage.done('recordAbsence', absence);
    expect((await boardNow(stage)).lanes).not.toEqual(before.lanes);
    expect(withoutChanges(await boardAt(stage, moment))).toEqual(before);
  });

  it('shows work that overran then though it was finished since', async () => {
    const stage = await openStage();
    const id = await stage.book({ start: at(8), end: at(9) });
    stage.clock.set(at(8));
    await stage.done('startAppointment', { id, at: at(8) });
    stage.clock.set(at(30));
    const tomorrow = { locationId: stage.world.locationId, date: '2026-11-24', days: 1 };
    const then = await ask<BoardView>(stage, 'boardForRange', tomorrow);
    expect(then.appointments.map((one) => one.id)).toEqual([id]);
    const moment = stage.clock.now();
    stage.clock.pass(60);
    await stage.done('completeAppointment', { id, at: stage.clock.now() });
    const past = await ask<BoardAtView>(stage, 'boardAt', { ...tomorrow, at: moment });
    expect(withoutChanges(past)).toEqual(then);
  });

  it('is refused for a moment that has not come, and where the location was not there yet', async () => {
    const stage = await openStage();
    const input = { locationId: stage.world.locationId, ...DAYS };
    const future = { ...input, at: addMinutes(stage.clock.now(), 1) };
    expect(await stage.laneway.call('query', 'boardAt', future, { host: 'test' })).toMatchObject({
      error: { kind: 'invalid-input', problems: [{ field: 'at' }] },
    });
    const early = { ...input, at: addMinutes(stage.clock.now(), -1) };
    expect(await stage.laneway.call('query', 'boardAt', early, { host: 'test' })).toMatchObject({
      error: { kind: 'not-found', entity: 'location' },
    });
  });
});
