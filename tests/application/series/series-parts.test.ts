import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../core/domain/time/instant.ts';
import { diceFrom } from '../../../core/sample/dice.ts';
import { at } from '../../builders/surroundings.ts';
import { bay, lead, workOrderArgs } from '../../builders/world.ts';
import { localText, openSeriesStage } from './stage.ts';

type Lot = { readonly at: Instant; readonly quantity: number };

/** Nothing can be ordered; each occurrence takes one thermostat. */
async function partsStage() {
  const stage = await openSeriesStage();
  const { anna, bay1, bay2, cleo, engine, stock, thermostat } = stage.world;
  const stocked = (onHand: number, arrivals: readonly Lot[] = []) =>
    stage.done('syncStock', { stockId: stock, onHand, arrivals: [...arrivals], leadTimeDays: 0 });
  return {
    ...stage,
    stocked,
    previewed: (rule: string) =>
      stage.preview({ serviceTypeId: engine, claims: [lead(anna), bay(bay1)], start: '2026-11-23T09:00', rule }),
    /** Somebody else sets some aside. */
    async reserve(start: Instant, quantity: number): Promise<void> {
      const id = stage.ids.next<'work-order'>();
      const parts = [{ partId: thermostat, quantity }];
      await stage.done('openWorkOrder', workOrderArgs(stage.world, id, { skills: [], parts }));
      const claims = [lead(cleo), bay(bay2)];
      const reservationIds = [stage.ids.next<'reservation'>()];
      await stage.book({ workOrderId: id, title: '', start, end: null, claims, reservationIds });
    },
  };
}

describe('the parts of a series', () => {
  it('are added up over its occurrences: two on hand are enough for two', async () => {
    const stage = await partsStage();
    await stage.stocked(2);
    const found = await stage.previewed('FREQ=WEEKLY;COUNT=10');
    expect(found).toMatchObject({ occurrences: 10, colliding: 8 });
    expect(found.collisions.map((one) => one.start)).toEqual(
      [
        '2026-12-07',
        '2026-12-14',
        '2026-12-21',
        '2026-12-28',
        '2027-01-04',
        '2027-01-11',
        '2027-01-18',
        '2027-01-25',
      ].map((date) => `${date}T09:00`),
    );
    expect(found.firstShort).toEqual(found.collisions[0]);
    const reason = { rule: 'parts-there', part: 'Thermostat', needed: 1, available: 0, arrivesAt: null };
    expect(found.firstShort).toMatchObject({ start: '2026-12-07T09:00', reasons: [{ reason }], proposed: null });
    await stage.stocked(10);
    expect(await stage.previewed('FREQ=WEEKLY;COUNT=10')).toMatchObject({ colliding: 0, firstShort: null });
  });

  it('leave what others have set aside, also for later', async () => {
    const stage = await partsStage();
    await stage.stocked(3);
    await stage.reserve(at(9, 21), 2);
    expect(await stage.previewed('FREQ=WEEKLY;COUNT=3')).toMatchObject({
      colliding: 2,
      firstShort: { start: '2026-11-30T09:00' },
    });
  });

  it('come with what is on its way: a shift where one is near, else the date', async () => {
    const stage = await partsStage();
    await stage.stocked(1, [{ at: at(10.5, 9), quantity: 4 }]);
    const near = await stage.previewed('FREQ=WEEKLY;COUNT=4');
    expect(near.colliding).toBe(1);
    expect(near.firstShort).toMatchObject({
      start: '2026-11-30T09:00',
      reasons: [{ reason: { rule: 'parts-there', arrivesAt: at(10.5, 9) } }],
      proposed: { from: at(10.5, 9), to: at(11.5, 9) },
    });
    await stage.stocked(1, [{ at: at(10.5, 30), quantity: 4 }]);
    const far = await stage.previewed('FREQ=WEEKLY;COUNT=4');
    expect(far.colliding).toBe(3);
    expect(far.firstShort).toMatchObject({ reasons: [{ reason: { arrivesAt: at(10.5, 30) } }], proposed: null });
  });

  it('are proposed to one occurrence only, and never to one that another would then lack', async () => {
    const stage = await partsStage();
    await stage.stocked(0, [{ at: at(8, 2), quantity: 1 }]);
    const two = await stage.previewed('FREQ=DAILY;COUNT=2');
    expect(two.collisions.map((one) => one.proposed?.from ?? null)).toEqual([at(9, 2), null]);
    const three = await stage.previewed('FREQ=DAILY;COUNT=3');
    expect(three.collisions.map((one) => [one.start, one.proposed])).toEqual([
      ['2026-11-23T09:00', null],
      ['2026-11-24T09:00', null],
    ]);
  });

  it('can be ordered: from the lead time on nothing is short', async () => {
    const stage = await partsStage();
    await stage.done('syncStock', { stockId: stage.world.stock, onHand: 1, arrivals: [], leadTimeDays: 10 });
    const found = await stage.previewed('FREQ=DAILY;COUNT=14');
    const reasons = [{ reason: { rule: 'parts-there', arrivesAt: at(7, 10), toOrder: true } }];
    expect(found.firstShort).toMatchObject({ start: '2026-11-24T09:00', reasons });
    expect(found.collisions.at(-1)?.start).toBe('2026-12-02T09:00');
  });

  it('stand in the way of saving like any other collision, until it is accepted', async () => {
    const stage = await partsStage();
    await stage.stocked(2);
    const { anna, bay1, engine } = stage.world;
    const fields = { serviceTypeId: engine, claims: [lead(anna), bay(bay1)] };
    await stage.repeat({ ...fields, rule: 'FREQ=WEEKLY;COUNT=2' });
    const id = stage.ids.next<'series'>();
    const args = { ...fields, id, locationId: stage.world.locationId, name: 'Visit', duration: 60 };
    const asked = { ...args, start: '2026-11-24T09:00', rule: 'FREQ=WEEKLY;COUNT=3' };
    expect(await stage.send('createSeries', asked)).toMatchObject({ error: { kind: 'needs-override' } });
    expect(await stage.send('createSeries', asked, { acceptCautions: true })).toMatchObject({ ok: true });
  });

  it('are short exactly where adding up every lot and every taking by hand says so', async () => {
    const stage = await partsStage();
    const dice = diceFrom('parts of a series');
    await stage.stocked(50);
    const others = [
      { at: at(8, 3), quantity: 2 },
      { at: at(8, 7), quantity: 1 },
      { at: at(14, 14), quantity: 3 },
    ];
    for (const one of others) await stage.reserve(one.at, one.quantity);
    let some = 0;
    for (let round = 0; round < 12; round += 1) {
      const onHand = 6 + dice.below(3);
      const lots = Array.from({ length: dice.below(4) }, () => ({
        at: at(6 + dice.below(12), dice.below(16)),
        quantity: dice.between(1, 6),
      }));
      await stage.stocked(onHand, lots);
      const own: Instant[] = [];
      const short: string[] = [];
      for (let day = 0; day < 16; day += 2) {
        const start = at(9, day);
        const later = [start, ...lots.map((lot) => lot.at), ...others.map((one) => one.at)].filter(
          (time) => time >= start,
        );
        const left = later.map((time) => {
          const there = lots.reduce((sum, lot) => sum + (lot.at <= time ? lot.quantity : 0), onHand);
          const gone = others.reduce((sum, one) => sum + (one.at <= time ? one.quantity : 0), own.length);
          return there - gone;
        });
        if (Math.min(...left) >= 1) own.push(start);
        else short.push(localText(start).replace(' ', 'T'));
      }
      const found = await stage.previewed('FREQ=DAILY;INTERVAL=2;COUNT=8');
      const told = found.collisions.filter((one) => one.reasons.some(({ reason }) => reason.rule === 'parts-there'));
      expect(told.map((one) => one.start)).toEqual(short);
      expect(found.firstShort?.start).toBe(short[0]);
      // What is proposed is really left: all takings together, moved ones and those that stay, never ask for more.
      const moved = told.flatMap(({ proposed }) => (proposed === null ? [] : [proposed.from]));
      const takings = [...others, ...[...own, ...moved].map((time) => ({ at: time, quantity: 1 }))];
      for (const { at: time } of takings) {
        const there = lots.reduce((sum, lot) => sum + (lot.at <= time ? lot.quantity : 0), onHand);
        const gone = takings.reduce((sum, one) => sum + (one.at <= time ? one.quantity : 0), 0);
        expect(there - gone).toBeGreaterThanOrEqual(0);
      }
      some += moved.length;
    }
    expect(some).toBeGreaterThan(2);
  });
});
