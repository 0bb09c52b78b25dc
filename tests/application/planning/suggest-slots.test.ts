import { describe, expect, it } from 'vitest';
import type { CommandArgs, QueryInput } from '../../../core/contract/client.ts';
import { askOf } from '../../builders/ask.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { organizationArgs } from '../../builders/world.ts';

async function slots(
  stage: Stage,
  order: Partial<CommandArgs<'openWorkOrder'>>,
  more: Partial<QueryInput<'suggestSlots'>> = {},
) {
  const workOrderId = await stage.order(order);
  const asked = { from: null, days: 3, count: 3, duration: null, within: null, ...more };
  return askOf(stage, 'suggestSlots', { work: { workOrderId }, ...asked });
}

const needing = (stage: Stage, quantity: number) => ({ parts: [{ partId: stage.world.thermostat, quantity }] });

describe('a suggested slot', () => {
  it('has a score that is the sum of its terms in minutes, a confidence and the estimated completion', async () => {
    const stage = await openStage();
    await stage.book({ start: at(8), end: at(9) });
    const { suggestions } = await slots(stage, { duration: 90, due: at(10), priority: 'high' });
    expect(suggestions).toHaveLength(3);
    for (const { score, facts, start, end, confidence } of suggestions) {
      const sum = facts.reduce((all, fact) => all + fact.cost, 0);
      expect(score).toBeCloseTo(sum, 2);
      expect(end - start).toBe(90 * 60_000);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(suggestions[0]?.facts.map((one) => one.fact)).toEqual(
      expect.arrayContaining(['skill', 'no-travel', 'under-target', 'waits', 'late', 'parts-here']) as string[],
    );
  });

  it('says in a word whether the parts are there', async () => {
    const stage = await openStage();
    const { world } = stage;
    const state = async (order: Partial<CommandArgs<'openWorkOrder'>>): Promise<readonly (string | null)[]> => {
      const { suggestions } = await slots(stage, order, { count: 1, days: 7 });
      return suggestions.map((one) => one.parts);
    };
    expect(await state({ parts: [] })).toEqual(['none-needed']);
    expect(await state(needing(stage, 4))).toEqual(['here']);
    expect(await state(needing(stage, 5))).toEqual(['to-order']);
    await stage.done('expectStock', { stockId: world.stock, at: at(10), quantity: 1 });
    expect(await state(needing(stage, 5))).toEqual(['coming']);
  });

  it('says that parts are short where the organization lets work begin without them', async () => {
    const stage = await openStage();
    const { organizationId, locationId } = stage.world;
    const partId = stage.ids.next<'part'>();
    await stage.done('addPart', { id: partId, number: 'X-1', name: 'Gasket', measure: 'piece', leadTimeDays: 0 });
    await stage.done('stockPart', { id: stage.ids.next(), partId, locationId, onHand: 0 });
    const { policy } = organizationArgs(organizationId);
    const severities = { 'parts-there': 'caution' as const };
    await stage.done('updatePolicy', { organizationId, policy: { ...policy, severities } });
    const { suggestions } = await slots(stage, { parts: [{ partId, quantity: 1 }] });
    expect(suggestions[0]).toMatchObject({ parts: 'short', cautions: [{ reason: { rule: 'parts-there' } }] });
  });

  it('is beside every technician and bay that is not offered, each with the first rule that excludes it', async () => {
    const stage = await openStage();
    const { world } = stage;
    const { suggestions, excluded } = await slots(stage, { forbiddenTechnicians: [world.cleo] });
    const offered = new Set(suggestions.flatMap(({ technician, bay }) => [technician?.id, bay?.id]));
    const told = new Set(excluded.map((one) => one.id));
    for (const id of [world.anna, world.bo, world.cleo, world.bay1, world.bay2])
      expect([id, offered.has(id) !== told.has(id)]).toEqual([id, true]);
    expect(excluded.find((one) => one.id === world.bo)?.because).toMatchObject({ rule: 'skills', why: 'too-low' });
    expect(excluded.find((one) => one.id === world.cleo)?.because).toMatchObject({ rule: 'forbidden-technician' });
  });
});
