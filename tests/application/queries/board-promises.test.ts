import { describe, expect, it } from 'vitest';
import { insert, type Op } from '../../../core/domain/ops/op.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { inBay, lead } from './rows.ts';
import { mondayAt, openWorld, type World } from './world.ts';
import { board, fromTo } from './board-stage.ts';

const marked = async (world: World, which: 'atRisk' | 'conflict') => {
  const { appointments } = await board(world);
  return appointments.filter((one) => one[which]).map((one) => one.title);
};

describe('a promise', () => {
  async function promised(work: readonly (Partial<Appointment> & { from: string; to: string; due?: string })[]) {
    const world = await openWorld();
    const { rows } = world;
    const technician = rows.technician({});
    const ops = work.flatMap(({ from, to, due, ...more }): Op[] => {
      const order = rows.workOrder({ due: due === undefined ? null : world.at(due) });
      const claims = [lead(technician)];
      const row = rows.appointment({ ...fromTo(world, from, to), workOrderId: order.id, claims, ...more });
      return [insert('workOrder', order), insert('appointment', row)];
    });
    await world.save([insert('resource', technician), ...ops]);
    return world;
  }
  const started = (clock: string) => ({ status: 'in-progress', startedAt: mondayAt(clock) }) as const;

  it('is at risk when the end is after it, and not when the end is on it', async () => {
    const world = await promised([
      { title: 'kept', from: '10:00', to: '11:00', due: '11:00' },
      { title: 'broken', from: '12:00', to: '13:00', due: '12:59' },
      { title: 'none', from: '14:00', to: '15:00' },
    ]);
    expect(await marked(world, 'atRisk')).toEqual(['broken']);
  });

  it('is at risk when an overrun before it pushes it, but only by what the gap does not take', async () => {
    const world = await promised([
      { title: 'overrun', from: '08:00', to: '09:00', state: started('08:00') },
      { title: 'tight', from: '09:00', to: '10:00', due: '10:20' },
      { title: 'later', from: '10:30', to: '11:00', due: '11:00' },
    ]);
    expect(await marked(world, 'atRisk')).toEqual(['tight']);
    world.setClock(world.at('09:20'));
    expect(await marked(world, 'atRisk')).toEqual([]);
    world.setClock(world.at('09:45'));
    expect(await marked(world, 'atRisk')).toEqual(['tight', 'later']);
  });

  it('is at risk when the work started late', async () => {
    const world = await promised([
      { title: 'late', from: '08:00', to: '10:00', due: '10:30', state: started('09:00') },
      { title: 'in time', from: '12:00', to: '13:00', due: '13:00' },
    ]);
    expect(await marked(world, 'atRisk')).toEqual(['late']);
  });

  it('is at risk when the work should have begun and did not', async () => {
    const world = await promised([
      { title: 'not begun', from: '09:00', to: '10:00', due: '10:15' },
      { title: 'behind it', from: '10:00', to: '11:00', due: '11:15' },
    ]);
    expect(await marked(world, 'atRisk')).toEqual(['not begun', 'behind it']);
  });

  it('is no longer one when the work is done', async () => {
    const done = { status: 'completed', startedAt: mondayAt('08:00'), endedAt: mondayAt('09:10') } as const;
    const world = await promised([{ title: 'done', from: '08:00', to: '09:00', due: '09:00', state: done }]);
    expect(await marked(world, 'atRisk')).toEqual([]);
  });
});

describe('a conflict', () => {
  it('is an overrun that has used up its buffer and meets the next', async () => {
    const world = await openWorld();
    const { rows } = world;
    const technician = rows.technician({});
    const after = minutes(30);
    const make = (title: string, from: string, to: string, state: Appointment['state']): Op =>
      insert(
        'appointment',
        rows.appointment({ ...fromTo(world, from, to), title, after, state, claims: [lead(technician)] }),
      );
    await world.save([
      insert('resource', technician),
      make('overrun', '08:00', '09:00', { status: 'in-progress', startedAt: world.at('08:00') }),
      make('next', '09:30', '10:00', { status: 'confirmed' }),
      make('asked for', '09:30', '10:00', { status: 'requested', approval: 'none' }),
      make('later', '11:00', '12:00', { status: 'confirmed' }),
    ]);
    expect(await marked(world, 'conflict')).toEqual([]);
    world.setClock(world.at('09:31'));
    expect(await marked(world, 'conflict')).toEqual(['overrun', 'next']);
  });

  it('needs more units than the resource has', async () => {
    const world = await openWorld();
    const { rows } = world;
    const hall = rows.bay({ name: 'Hall', capacity: 2 });
    const make = (title: string, from: string, to: string): Op =>
      insert(
        'appointment',
        rows.appointment({
          ...fromTo(world, from, to),
          title,
          state: { status: 'in-progress', startedAt: world.at(from) },
          claims: [inBay(hall)],
        }),
      );
    await world.save([
      insert('resource', hall),
      make('one', '07:00', '08:00'),
      make('two', '07:00', '08:30'),
      make('three', '08:30', '09:30'),
    ]);
    world.setClock(world.at('08:20'));
    expect(await marked(world, 'conflict')).toEqual([]);
    world.setClock(world.at('08:40'));
    expect((await marked(world, 'conflict')).toSorted()).toEqual(['one', 'three', 'two']);
  });
});
