import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../core/contract/refusal.ts';
import type { ServiceTypeId } from '../../../core/domain/work/service-type.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, lead } from '../../builders/world.ts';

/** A service type of one hour with buffers of its own; null takes the organization's, which are 0 before and 15 after. */
async function serviceWith(
  stage: Stage,
  bufferBefore: number | null,
  bufferAfter: number | null,
): Promise<ServiceTypeId> {
  const id = stage.ids.next<'service-type'>();
  const { kindId } = stage.world;
  const needs = { skills: [], capabilities: [], parts: [], checklist: [] };
  await stage.done('addServiceType', { id, kindId, name: 'Test', duration: 60, ...needs, bufferBefore, bufferAfter });
  return id;
}
const place = (stage: Stage, serviceTypeId: ServiceTypeId | null, hour: number) => ({
  serviceTypeId,
  start: at(hour),
  end: at(hour + 1),
  claims: [lead(stage.world.anna), bay(stage.world.bay1)],
});
const rules = (refusal: unknown): readonly string[] =>
  (refusal as Extract<Refusal, { kind: 'blocked' }>).reasons.map(({ reason }) => reason.rule);

/** Books at the hour, or answers the rules that do not let it. */
async function tries(stage: Stage, serviceTypeId: ServiceTypeId | null, hour: number): Promise<readonly string[]> {
  const id = stage.ids.next<'appointment'>();
  const shared = { id, locationId: stage.world.locationId, workOrderId: null, title: 'Next', as: 'confirmed' as const };
  const rest = {
    customerId: null,
    unitId: null,
    participants: [],
    description: '',
    reservationIds: [],
    recording: false,
  };
  const reply = await stage.send('bookAppointment', { ...shared, ...rest, ...place(stage, serviceTypeId, hour) });
  return reply.ok ? [] : rules(reply.error);
}

describe('buffers of a service type', () => {
  it('are kept as agreed, before and after, of different lengths', async () => {
    const stage = await openStage();
    for (const [before, after, kept] of [
      [null, null, [0, 15]],
      [20, null, [20, 15]],
      [null, 40, [0, 40]],
      [10, 45, [10, 45]],
      [0, 0, [0, 0]],
    ] as const) {
      const type = await serviceWith(stage, before, after);
      const id = await stage.book(place(stage, type, 9));
      const row = await stage.appointment(id);
      expect([row.before, row.after]).toEqual(kept);
      await stage.done('undo', {});
    }
  });

  it('hold off what follows for as long as the buffer after lasts, to the minute', async () => {
    const stage = await openStage();
    const type = await serviceWith(stage, 0, 45);
    const none = await serviceWith(stage, 0, 0);
    await stage.book(place(stage, type, 8));
    expect(await tries(stage, none, 9.75 - 1 / 60)).toEqual(['technician-free', 'bay-free']);
    expect(await tries(stage, none, 9.75)).toEqual([]);
  });

  it('hold off what went before for as long as the buffer before lasts, to the minute', async () => {
    const stage = await openStage();
    const type = await serviceWith(stage, 30, 0);
    const none = await serviceWith(stage, 0, 0);
    await stage.book(place(stage, none, 8));
    expect(await tries(stage, type, 9.5 - 1 / 60)).toEqual(['technician-free', 'bay-free']);
    expect(await tries(stage, type, 9.5)).toEqual([]);
  });

  it('add up between two that both keep one', async () => {
    const stage = await openStage();
    const first = await serviceWith(stage, 0, 20);
    const second = await serviceWith(stage, 25, 0);
    await stage.book(place(stage, first, 8));
    expect(await tries(stage, second, 9.75 - 1 / 60)).toEqual(['technician-free', 'bay-free']);
    expect(await tries(stage, second, 9.75)).toEqual([]);
  });
});

describe('a booking from a suggestion', () => {
  it('remembers which one was taken, and none when the person chose', async () => {
    const stage = await openStage();
    const taken = await stage.book({ suggested: { rank: 2 } });
    const chosen = await stage.book({ start: at(13), end: at(14) });
    expect((await stage.appointment(taken)).suggested).toEqual({ rank: 2 });
    expect((await stage.appointment(chosen)).suggested).toBeNull();
  });
});
