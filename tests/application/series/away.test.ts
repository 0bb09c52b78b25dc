import { describe, expect, it } from 'vitest';
import type { AbsenceImpact } from '../../../core/contract/views/absence-view.ts';
import type { InstantRange } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { openSeriesStage, type SeriesStage } from './stage.ts';

async function impactOn({ laneway, world }: SeriesStage, range: InstantRange): Promise<AbsenceImpact['affected']> {
  const input = { resourceId: world.anna, range };
  const reply = await laneway.call('query', 'absenceImpact', input, { host: 'test' });
  if (!reply.ok) throw new Error(reply.message);
  return (reply.value as AbsenceImpact).affected;
}

const day = (offset: number): InstantRange => ({ from: at(0, offset), to: at(24, offset) });

describe('an absence', () => {
  it('touches what series take of the person, in order with its appointments, with places elsewhere', async () => {
    const stage = await openSeriesStage();
    const { anna } = stage.world;
    const claims = [{ resourceId: anna, role: 'lead' as const, units: 1 }];
    const seriesId = await stage.repeat();
    const early = await stage.book({ start: at(8, 7), end: at(8.5, 7), claims });
    const late = await stage.book({ start: at(13, 7), end: at(14, 7), claims });
    const affected = await impactOn(stage, day(7));
    expect(affected.map((one) => [one.title === 'Team meeting' ? null : one.appointmentId, one.start])).toEqual([
      [early, at(8, 7)],
      [null, at(9, 7)],
      [late, at(13, 7)],
    ]);
    const meeting = affected[1];
    expect(meeting).toMatchObject({
      end: at(10, 7),
      occurrence: { seriesId, start: '2026-11-30T09:00', zone: 'Europe/Oslo', claims },
    });
    expect(affected[0]?.occurrence).toBeNull();
    const [best] = meeting?.alternatives.suggestions ?? [];
    expect(best?.technician?.id).not.toBe(anna);
    expect(best).toMatchObject({ start: at(9, 7), end: at(10, 7) });
  });

  it('that ends before it, begins after it, or comes when it is over does not touch it', async () => {
    const stage = await openSeriesStage();
    await stage.repeat();
    expect(await impactOn(stage, { from: at(7, 7), to: at(9, 7) })).toEqual([]);
    expect(await impactOn(stage, { from: at(10, 7), to: at(12, 7) })).toEqual([]);
    stage.clock.set(at(11, 7));
    expect(await impactOn(stage, day(7))).toEqual([]);
  });

  it('touches an occurrence that has become an appointment once, as that', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { id, seriesId, occurrence: '2026-11-30T09:00' });
    expect(await impactOn(stage, day(7))).toMatchObject([{ appointmentId: id, occurrence: null }]);
  });
});
