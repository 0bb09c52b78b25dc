import { describe, expect, it } from 'vitest';
import { bay, lead } from '../../builders/world.ts';
import { at } from '../../builders/surroundings.ts';
import { localText, openSeriesStage } from './stage.ts';

describe('seriesPreview', () => {
  it('of a series that nothing stands against is empty and says how far it looked', async () => {
    const stage = await openSeriesStage();
    const found = await stage.preview({ rule: 'FREQ=WEEKLY;BYDAY=MO' });
    expect(found).toMatchObject({ occurrences: 53, whole: false, colliding: 0, collisions: [] });
    expect(localText(found.looked.to)).toBe('2027-11-24 09:00');
    expect(await stage.preview({ rule: 'FREQ=WEEKLY;COUNT=60' })).toMatchObject({ occurrences: 60, whole: true });
  });

  it('names a closure and proposes the next working day', async () => {
    const stage = await openSeriesStage();
    const { locationId } = stage.world;
    await stage.done('addClosure', { locationId, from: '2026-12-07', to: '2026-12-07', name: 'Stocktaking' });
    const { collisions } = await stage.preview({ rule: 'FREQ=WEEKLY;COUNT=4' });
    expect(collisions).toMatchObject([
      {
        start: '2026-12-07T09:00',
        reasons: [{ reason: { rule: 'location-open', why: 'closure', name: 'Stocktaking' } }],
        proposed: { from: at(9, 15), to: at(10, 15) },
      },
    ]);
  });

  it('names an absence, and proposes the nearest clear time of the same day', async () => {
    const stage = await openSeriesStage();
    const range = { from: at(8, 7), to: at(10.25, 7) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId: stage.world.anna, range, reason: 'Dentist' });
    const { collisions } = await stage.preview({ rule: 'FREQ=WEEKLY;COUNT=4' });
    expect(collisions).toMatchObject([
      { reasons: [{ reason: { rule: 'on-shift', why: 'absence' } }], proposed: { from: at(10.25, 7) } },
    ]);
  });

  it('names what lies outside the shift', async () => {
    const stage = await openSeriesStage();
    const found = await stage.preview({ start: '2026-11-23T16:30', rule: 'FREQ=WEEKLY;COUNT=2' });
    expect(found.colliding).toBe(2);
    expect(found.collisions[0]).toMatchObject({
      reasons: [{ reason: { rule: 'on-shift', why: 'after-shift' } }],
      proposed: { from: at(14.75), to: at(15.75) },
    });
  });

  it('names double use and a full bay', async () => {
    const stage = await openSeriesStage();
    const { anna, bo, bay1 } = stage.world;
    await stage.book({ claims: [lead(bo), bay(bay1)], start: at(9, 7), end: at(10, 7) });
    const { collisions } = await stage.preview({ claims: [lead(anna), bay(bay1)], rule: 'FREQ=WEEKLY;COUNT=3' });
    expect(collisions).toMatchObject([{ reasons: [{ reason: { rule: 'bay-free', title: 'Meeting' } }] }]);
  });

  it('finds a bay for work that names none, and says when all are full', async () => {
    const stage = await openSeriesStage();
    const { bay1, bay2, bo, cleo, check } = stage.world;
    const visits = { serviceTypeId: check, rule: 'FREQ=WEEKLY;COUNT=3' };
    await stage.book({ claims: [lead(bo), bay(bay1)], start: at(9, 7), end: at(10, 7) });
    expect((await stage.preview(visits)).colliding).toBe(0);
    await stage.book({ claims: [lead(cleo), bay(bay2)], start: at(9, 7), end: at(10, 7) });
    const { collisions } = await stage.preview(visits);
    expect(collisions).toMatchObject([{ start: '2026-11-30T09:00', reasons: [{ reason: { rule: 'bay-free' } }] }]);
  });

  it('names another series, unless this one takes its place', async () => {
    const stage = await openSeriesStage();
    const replaces = await stage.repeat();
    expect((await stage.preview({ rule: 'FREQ=WEEKLY;COUNT=3' })).colliding).toBe(3);
    expect((await stage.preview({ rule: 'FREQ=WEEKLY;COUNT=3', replaces })).colliding).toBe(0);
  });

  it('names missing parts and missing skills; no other time mends a skill', async () => {
    const stage = await openSeriesStage();
    const { engine, bo, anna, bay1, stock } = stage.world;
    await stage.done('countStock', { stockId: stock, onHand: 0 });
    const claims = [lead(anna), bay(bay1)];
    const missing = await stage.preview({ serviceTypeId: engine, claims, rule: 'FREQ=WEEKLY;COUNT=2' });
    expect(missing.collisions[0]).toMatchObject({ reasons: [{ reason: { rule: 'parts-there', part: 'Thermostat' } }] });
    await stage.done('countStock', { stockId: stock, onHand: 9 });
    const unskilled = await stage.preview({
      serviceTypeId: engine,
      claims: [lead(bo), bay(bay1)],
      rule: 'FREQ=WEEKLY;COUNT=2',
    });
    expect(unskilled.collisions[0]).toMatchObject({ reasons: [{ reason: { rule: 'skills' } }], proposed: null });
  });

  it('never proposes a time of another occurrence', async () => {
    const stage = await openSeriesStage();
    const { locationId } = stage.world;
    await stage.done('addClosure', { locationId, from: '2026-11-24', to: '2026-11-24', name: 'Shut' });
    const { collisions } = await stage.preview({ rule: 'FREQ=DAILY;COUNT=4' });
    expect(collisions).toMatchObject([{ start: '2026-11-24T09:00' }]);
    expect(localText(collisions[0]?.proposed?.from ?? at(0))).toBe('2026-11-25 10:15');
  });
});

describe('occurrences', () => {
  it('of a location come by start, whichever series they are of', async () => {
    const stage = await openSeriesStage();
    const { bo, locationId } = stage.world;
    await stage.repeat();
    await stage.repeat({ name: 'Visit', claims: [lead(bo)], start: '2026-11-25T08:00', rule: 'FREQ=WEEKLY;BYDAY=WE' });
    const input = { of: { locationId }, range: { from: at(0), to: at(0, 14) } };
    const reply = await stage.laneway.call('query', 'occurrences', input, { host: 'test' });
    expect(reply).toMatchObject({
      ok: true,
      value: [{ name: 'Team meeting' }, { name: 'Visit' }, { name: 'Team meeting' }, { name: 'Visit' }],
    });
  });

  it('are refused for a series that is not there and for more than 400 days', async () => {
    const stage = await openSeriesStage();
    const ask = (of: object, days: number) =>
      stage.laneway.call('query', 'occurrences', { of, range: { from: at(0), to: at(0, days) } }, { host: 'test' });
    expect(await ask({ seriesId: stage.ids.next() }, 1)).toMatchObject({ error: { kind: 'not-found' } });
    expect(await ask({ locationId: stage.world.locationId }, 401)).toMatchObject({ error: { kind: 'invalid-input' } });
  });
});

describe('seriesList', () => {
  it('has the next occurrence of each, and ended ones when asked', async () => {
    const stage = await openSeriesStage();
    const { locationId } = stage.world;
    const first = await stage.repeat({ rule: 'FREQ=YEARLY;INTERVAL=4' });
    const second = await stage.repeat({ name: 'Ended', rule: 'FREQ=WEEKLY;COUNT=2', start: '2026-11-24T09:00' });
    await stage.done('endSeries', { id: second });
    stage.clock.set(at(12));
    const list = async (ended: boolean) => {
      const reply = await stage.laneway.call('query', 'seriesList', { locationId, ended }, { host: 'test' });
      return reply.ok ? reply.value : reply;
    };
    expect(await list(false)).toMatchObject([{ series: { id: first }, next: { start: '2030-11-23T09:00' } }]);
    expect(await list(true)).toMatchObject([{ series: { id: second }, next: null }, { series: { id: first } }]);
  });
});
