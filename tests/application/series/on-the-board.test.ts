import { expect, it } from 'vitest';
import type { BoardView, OccurrenceStretch } from '../../../core/contract/views/board-view.ts';
import { at } from '../../builders/surroundings.ts';
import { openSeriesStage, type SeriesStage } from './stage.ts';

/** What series take of Anna's lane on the next Monday. */
async function taken(
  { laneway, world }: SeriesStage,
  name: 'boardForRange' | 'boardAt',
  more: object,
): Promise<readonly OccurrenceStretch[] | undefined> {
  const input = { locationId: world.locationId, date: '2026-11-30', days: 1, ...more };
  const reply = await laneway.call('query', name, input, { host: 'test' });
  if (!reply.ok) throw new Error(reply.message);
  return (reply.value as BoardView).lanes.find((lane) => lane.id === world.anna)?.occurrences;
}

it('a series takes its lanes on the board, today and on the board of then', async () => {
  const stage = await openSeriesStage();
  const seriesId = await stage.repeat();
  const occurrence = [{ seriesId, name: 'Team meeting', from: at(9, 7), to: at(10, 7) }];
  expect(await taken(stage, 'boardForRange', {})).toEqual(occurrence);
  const before = stage.clock.now();
  stage.clock.pass(60);
  await stage.done('endSeries', { id: seriesId });
  expect(await taken(stage, 'boardForRange', {})).toEqual([]);
  expect(await taken(stage, 'boardAt', { at: before })).toEqual(occurrence);
});

it('an occurrence that has become an appointment is drawn once, as that', async () => {
  const stage = await openSeriesStage();
  const seriesId = await stage.repeat();
  const id = stage.ids.next<'appointment'>();
  await stage.done('bookOccurrence', { id, seriesId, occurrence: '2026-11-30T09:00' });
  expect(await taken(stage, 'boardForRange', {})).toEqual([]);
});
