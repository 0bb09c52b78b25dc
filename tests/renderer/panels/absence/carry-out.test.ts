import { describe, expect, it } from 'vitest';
import { clientOver } from '../../../../core/contract/client.ts';
import { carryOut, type Desk } from '../../../../renderer/panels/absence/carry-out.ts';
import { plannedMoves } from '../../../../renderer/panels/absence/absence-plan.ts';
import { wordsFor } from '../../../../renderer/words/words.ts';
import { at, zones } from '../../../builders/surroundings.ts';
import { openSeriesStage, type SeriesStage } from '../../../application/series/stage.ts';
import { OSLO } from '../../print/sheets.ts';

function deskOf({ laneway, ids }: SeriesStage): Desk {
  const client = clientOver(
    {
      call: (kind, name, input) => laneway.call(kind, name, input, { host: 'test' }),
      subscribe: (listener) => laneway.subscribe(listener),
    },
    () => ids.next(),
  );
  return {
    client,
    zones,
    newId: () => ids.next(),
    words: () => wordsFor('en', 'en', { zones, zone: OSLO, now: at(7) }),
    perform: (name, args, { quiet: _quiet, ...options } = {}) => client.send(name, args, options),
  };
}

describe('carrying out an absence', () => {
  it('moves appointments, and of a series this occurrence alone', async () => {
    const stage = await openSeriesStage();
    const { anna } = stage.world;
    const seriesId = await stage.repeat();
    const booked = await stage.book({
      start: at(13, 7),
      end: at(14, 7),
      claims: [{ resourceId: anna, role: 'lead', units: 1 }],
    });
    const desk = deskOf(stage);
    const range = { from: at(0, 7), to: at(24, 7) };
    const impact = await desk.client.ask('absenceImpact', { resourceId: anna, range });
    if (!impact.ok) throw new Error(impact.message);
    const moves = plannedMoves(impact.value, new Map());
    expect(moves).toHaveLength(2);
    const result = await carryOut(desk, { resourceId: anna, range, reason: 'ill' }, moves);
    expect(result).toMatchObject({ recorded: true, failed: [], commands: 3 });
    const found = await stage.occurrences(seriesId, 21);
    expect(found.map((one) => [one.start, one.changed, one.lead === anna])).toEqual([
      ['2026-11-23T09:00', false, true],
      ['2026-11-30T09:00', true, false],
      ['2026-12-07T09:00', false, true],
    ]);
    expect((await stage.appointment(booked)).claims.some((claim) => claim.resourceId === anna)).toBe(false);
    const after = await desk.client.ask('absenceImpact', { resourceId: anna, range });
    expect(after.ok && after.value.affected).toEqual([]);
  });
});
