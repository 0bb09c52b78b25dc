import { describe, expect, it } from 'vitest';
import { insert } from '../../../core/domain/ops/op.ts';
import { openWorld, type World } from './world.ts';

/** Plays the log alone: what undo and redo write; which row it is about does not matter. */
async function desk() {
  const world = await openWorld();
  const write = (name: 'moveAppointment' | 'undo' | 'redo', subject: string, reverts: number | null = null) =>
    world.save([insert('customer', world.rows.customer({}))], { name, subject, reverts, undoable: name !== 'undo' });
  const mark = (sequence: number, by: number | null) => world.store.write((tx) => tx.markUndone(sequence, by));
  return {
    world,
    command: (subject: string) => write('moveAppointment', subject),
    undo: async (target: number) => {
      const sequence = await write('undo', '', target);
      await mark(target, sequence);
      return sequence;
    },
    redo: async (target: number) => {
      const sequence = await write('redo', '', target);
      await mark(target, sequence);
      return sequence;
    },
  };
}

const shown = async (world: World) => {
  const { undo, redo } = await world.ask('undoState', {});
  return [undo?.subject ?? null, redo?.subject ?? null];
};

describe('undo and redo', () => {
  it('offer nothing before anything was done', async () => {
    const { world } = await desk();
    expect(await world.ask('undoState', {})).toEqual({ undo: null, redo: null });
  });

  it('walk back and forth over the own commands, named as the person gave them', async () => {
    const { world, command, undo, redo } = await desk();
    const a = await command('a');
    const b = await command('b');
    expect(await shown(world)).toEqual(['b', null]);
    const undoB = await undo(b);
    expect(await shown(world)).toEqual(['a', 'b']);
    const undoA = await undo(a);
    expect(await shown(world)).toEqual([null, 'a']);
    const redoA = await redo(undoA);
    expect(await shown(world)).toEqual(['a', 'b']);
    expect((await world.ask('undoState', {})).undo?.name).toBe('moveAppointment');
    await redo(undoB);
    expect(await shown(world)).toEqual(['b', null]);
    expect(redoA).toBeGreaterThan(undoA);
  });

  it('forget what was undone once something else is done', async () => {
    const { world, command, undo } = await desk();
    const a = await command('a');
    await undo(a);
    await command('b');
    expect(await shown(world)).toEqual(['b', null]);
  });

  it('leave alone what somebody else did', async () => {
    const { world, command } = await desk();
    await command('mine');
    await world.save([], { name: 'moveAppointment', subject: 'theirs', actorId: world.rows.newId(), actorName: 'Eve' });
    expect(await shown(world)).toEqual(['mine', null]);
  });
});
