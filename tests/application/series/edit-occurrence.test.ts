import { describe, expect, it } from 'vitest';
import { lead } from '../../builders/world.ts';
import { at } from '../../builders/surroundings.ts';
import { openSeriesStage } from './stage.ts';

const problems = (error: unknown): unknown => (error as { readonly problems?: unknown }).problems;
const change = (more: object) => ({ kind: 'change' as const, ...more });
const skip = { kind: 'skip' as const };

describe('editOccurrence of this one', () => {
  it('skips it, and undo brings it back', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', skip));
    expect(await stage.starts(id, 14)).toEqual(['2026-11-23 09:00']);
    await stage.done('undo', {});
    expect(await stage.starts(id, 14)).toEqual(['2026-11-23 09:00', '2026-11-30 09:00']);
  });

  it('moves, resizes and gives it to others, and keeps its name', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const { bo } = stage.world;
    const send = (more: object) =>
      stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', change(more)));
    await send({ duration: 90 });
    await send({ start: '2026-12-01T13:00' });
    await send({ claims: [lead(bo)] });
    const found = (await stage.occurrences(id)).find((one) => one.changed);
    expect(found).toMatchObject({ start: '2026-11-30T09:00', range: { from: at(13, 8), to: at(14.5, 8) }, lead: bo });
    expect((await stage.series(id)).claims).toEqual([lead(stage.world.anna)]);
  });

  it('gives the lead to a single assignee, the others stay', async () => {
    const stage = await openSeriesStage();
    const { anna, bo, cleo } = stage.world;
    const id = await stage.repeat({ claims: [lead(anna), { ...lead(bo), role: 'assistant' }] });
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', change({ assigneeId: cleo })));
    expect((await stage.occurrences(id))[1]?.claims).toEqual([lead(cleo), { ...lead(bo), role: 'assistant' }]);
  });

  it('is blocked where the rulebook says so; its own old place does not stand in its way', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.book({ start: at(10.25, 7), end: at(11, 7) });
    const to = (start: string) => stage.edit(id, '2026-11-30T09:00', 'this', change({ start }));
    expect(await stage.refused('editOccurrence', to('2026-11-30T09:30'))).toMatchObject({ kind: 'blocked' });
    await stage.done('editOccurrence', to('2026-11-30T08:30'));
  });

  it('refuses what is no start, is skipped, or is an appointment already', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', skip));
    await stage.done('bookOccurrence', { seriesId: id, occurrence: '2026-12-07T09:00', id: stage.ids.next() });
    const said = async (start: string) =>
      problems(await stage.refused('editOccurrence', stage.edit(id, start, 'this', skip)));
    expect(await said('2026-11-24T09:00')).toEqual([{ field: 'occurrence', reason: 'must be a start of the series' }]);
    expect(await said('2026-11-30T09:00')).toEqual([{ field: 'occurrence', reason: 'must not be cancelled' }]);
    expect(await said('2026-12-07T09:00')).toEqual([
      { field: 'occurrence', reason: 'must not be an appointment already' },
    ]);
  });
});

describe('editOccurrence of this and the following', () => {
  it('splits the series: the old one ends in UTC, the new one says where it comes from', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4' });
    const newSeriesId = stage.ids.next<'series'>();
    const args = stage.edit(id, '2026-12-07T09:00', 'following', change({ start: '2026-12-07T13:00' }), {
      newSeriesId,
    });
    await stage.done('editOccurrence', args);
    expect((await stage.series(id)).rule).toBe('FREQ=WEEKLY;UNTIL=20261207T075959Z;BYDAY=MO');
    expect(await stage.series(newSeriesId)).toMatchObject({
      rule: 'FREQ=WEEKLY;COUNT=2;BYDAY=MO',
      start: '2026-12-07T13:00',
      splitFrom: id,
    });
    expect(await stage.starts(id, 60)).toEqual(['2026-11-23 09:00', '2026-11-30 09:00']);
    expect(await stage.starts(newSeriesId, 60)).toEqual(['2026-12-07 13:00', '2026-12-14 13:00']);
    await stage.done('undo', {});
    expect(await stage.starts(id, 60)).toHaveLength(4);
    expect(await stage.store.read.get('series', newSeriesId)).toBeUndefined();
  });

  it('takes later exceptions and appointments along', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6' });
    await stage.done('editOccurrence', stage.edit(id, '2026-12-07T09:00', 'this', skip));
    const appointmentId = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { seriesId: id, occurrence: '2026-12-14T09:00', id: appointmentId });
    const newSeriesId = stage.ids.next<'series'>();
    const args = stage.edit(id, '2026-11-30T09:00', 'following', change({ start: '2026-11-30T13:00' }), {
      newSeriesId,
    });
    await stage.done('editOccurrence', args);
    expect(await stage.starts(newSeriesId, 60)).toEqual([
      '2026-11-30 13:00',
      '2026-12-14 09:00',
      '2026-12-21 13:00',
      '2026-12-28 13:00',
    ]);
    expect(await stage.appointment(appointmentId)).toMatchObject({
      seriesId: newSeriesId,
      occurrence: '2026-12-14T13:00',
    });
  });

  it('gives them to others, or a new rule', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const newSeriesId = stage.ids.next<'series'>();
    const to = { claims: [lead(stage.world.bo)], rule: 'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261209' };
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'following', change(to), { newSeriesId }));
    expect(await stage.starts(newSeriesId, 60)).toEqual([
      '2026-11-30 09:00',
      '2026-12-02 09:00',
      '2026-12-07 09:00',
      '2026-12-09 09:00',
    ]);
    expect((await stage.occurrences(newSeriesId))[0]?.lead).toBe(stage.world.bo);
    expect((await stage.occurrences(id))[0]?.lead).toBe(stage.world.anna);
  });

  it('of the first one changes the series itself', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const newSeriesId = stage.ids.next<'series'>();
    const args = stage.edit(id, '2026-11-23T09:00', 'following', change({ start: '2026-11-24T10:00' }), {
      newSeriesId,
    });
    await stage.done('editOccurrence', args);
    expect(await stage.starts(id, 14)).toEqual(['2026-11-24 10:00', '2026-12-01 10:00']);
    expect(await stage.store.read.get('series', newSeriesId)).toBeUndefined();
  });

  it('skipped ends the series before it', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.done('editOccurrence', stage.edit(id, '2026-12-07T09:00', 'following', skip));
    expect(await stage.starts(id, 60)).toEqual(['2026-11-23 09:00', '2026-11-30 09:00']);
    await stage.done('editOccurrence', stage.edit(id, '2026-11-23T09:00', 'following', skip));
    expect((await stage.series(id)).active).toBe(false);
  });

  it('refuses a start that the rule does not name', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=MONTHLY;BYDAY=4MO' });
    const newSeriesId = stage.ids.next<'series'>();
    const args = stage.edit(id, '2026-12-28T09:00', 'following', change({ start: '2026-12-29T09:00' }), {
      newSeriesId,
    });
    expect(problems(await stage.refused('editOccurrence', args))).toEqual([
      { field: 'change.start', reason: 'must be a start that the rule names, or come with a new rule' },
    ]);
  });

  it('refuses to do without an id for the new series', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const args = stage.edit(id, '2026-11-30T09:00', 'following', change({ duration: 30 }));
    expect(problems(await stage.refused('editOccurrence', args))).toEqual([
      { field: 'newSeriesId', reason: 'must be given: following splits the series' },
    ]);
  });
});

describe('editOccurrence of all', () => {
  it('moves every one as far; skipped ones stay skipped, placed ones stay where they were put', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=4' });
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', skip));
    const placed = change({ start: '2026-12-09T08:00' });
    await stage.done('editOccurrence', stage.edit(id, '2026-12-07T09:00', 'this', placed));
    const all = change({ start: '2026-12-15T10:00', duration: 30 });
    await stage.done('editOccurrence', stage.edit(id, '2026-12-14T09:00', 'all', all));
    expect(await stage.starts(id, 60)).toEqual(['2026-11-24 10:00', '2026-12-09 08:00', '2026-12-15 10:00']);
    expect((await stage.series(id)).rule).toBe('FREQ=WEEKLY;COUNT=4;BYDAY=TU');
  });

  it('by a new rule drops exceptions that it does not name', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    await stage.done('editOccurrence', stage.edit(id, '2026-11-30T09:00', 'this', skip));
    const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO';
    await stage.done('editOccurrence', stage.edit(id, '2026-11-23T09:00', 'all', change({ rule })));
    expect((await stage.series(id)).exceptions).toEqual([]);
    expect(await stage.starts(id)).toEqual(['2026-11-23 09:00', '2026-12-07 09:00']);
  });

  it('refuses a skip: ending the series is a command of its own', async () => {
    const stage = await openSeriesStage();
    const id = await stage.repeat();
    const refusal = await stage.refused('editOccurrence', stage.edit(id, '2026-11-23T09:00', 'all', skip));
    expect(problems(refusal)).toEqual([
      { field: 'scope', reason: 'must be this or following for a skip; endSeries ends the whole' },
    ]);
  });
});
