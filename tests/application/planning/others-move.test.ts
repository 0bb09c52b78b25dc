import { describe, expect, it } from 'vitest';
import type { CommandArgs, QueryInput } from '../../../core/contract/client.ts';
import type { SuggestionView } from '../../../core/contract/views/suggestion-view.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import { askOf } from '../../builders/ask.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

type Order = Partial<CommandArgs<'openWorkOrder'>>;

/** Work of Anna's that may begin from eight to one, booked for nine. */
async function movable(stage: Stage, order: Order = {}): Promise<AppointmentId> {
  const { world } = stage;
  const workOrderId = await stage.order({ parts: [], windows: [{ from: at(8), to: at(13) }], ...order });
  const claims = [lead(world.anna), bay(world.bay1)];
  return stage.book({ workOrderId, title: '', start: at(9), end: null, claims });
}

/** Two hours that only Anna can do, promised for a quarter past eight at the latest. */
async function wanted(stage: Stage, more: Partial<QueryInput<'suggestSlots'>>): Promise<readonly SuggestionView[]> {
  const { world } = stage;
  const workOrderId = await stage.order({
    duration: 120,
    parts: [],
    windows: [{ from: at(8), to: at(8.25) }],
    forbiddenTechnicians: [world.bo, world.cleo],
  });
  const asked = { from: null, days: 1, count: 2, duration: null, within: null, ...more };
  return (await askOf(stage, 'suggestSlots', { work: { workOrderId }, ...asked })).suggestions;
}

describe('slots that others make room for', () => {
  it('are offered only to who asks for them', async () => {
    const stage = await openStage();
    await movable(stage);
    expect(await wanted(stage, {})).toEqual([]);
  });

  it('name who moves, from when to when, and can be applied as one step', async () => {
    const stage = await openStage();
    const id = await movable(stage);
    const [slot] = await wanted(stage, { othersMove: true });
    expect(slot).toMatchObject({ start: at(8), end: at(10), technician: { id: stage.world.anna } });
    expect(slot?.moves).toMatchObject([{ appointmentId: id, from: at(9) }]);
    const to = slot?.moves?.[0]?.to ?? at(0);
    expect(to).toBeGreaterThanOrEqual(at(10));
    expect(to).toBeLessThanOrEqual(at(13));
    const workOrderId = await stage.order({ duration: 120, parts: [], windows: [] });
    const claims = [lead(stage.world.anna), ...(slot?.bay ? [bay(slot.bay.id)] : [])];
    await stage.done('applyPlan', {
      planId: stage.ids.next<'plan'>(),
      lines: [
        { does: 'move', appointmentId: id, start: to, end: null, claims: null },
        { does: 'book', workOrderId, start: slot?.start ?? at(0), end: slot?.end ?? at(0), claims },
      ],
    });
    expect((await stage.appointment(id)).start).toBe(to);
  });

  it('leave alone who was promised the very start, and what is pinned', async () => {
    const promised = await openStage();
    await movable(promised, { windows: [] });
    expect(await wanted(promised, { othersMove: true })).toEqual([]);
    const pinned = await openStage();
    const { id, title, priority } = await pinned.appointment(await movable(pinned));
    const words = { title, priority, description: '', participants: [], meetingUrl: '', remind: false };
    await pinned.done('updateAppointment', { id, ...words, pinned: true });
    expect(await wanted(pinned, { othersMove: true })).toEqual([]);
  });
});
