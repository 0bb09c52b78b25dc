import { describe, expect, it } from 'vitest';
import type { JobSheets, SheetJob } from '../../../core/contract/views/sheet-view.ts';
import { at } from '../../builders/surroundings.ts';
import { openSeriesStage, type SeriesStage } from './stage.ts';

async function sheetsOf(
  { laneway, world }: SeriesStage,
  resourceIds: readonly string[] | null = null,
  date = '2026-11-30',
): Promise<JobSheets> {
  const input = { locationId: world.locationId, date, resourceIds };
  const reply = await laneway.call('query', 'jobSheets', input, { host: 'test' });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as JobSheets;
}

function jobsOf(sheets: JobSheets, resourceId: string): readonly SheetJob[] {
  const sheet = sheets.sheets.find((one) => one.resourceId === resourceId);
  return sheet?.lines.flatMap((line) => (line.kind === 'job' ? [line.job] : [])) ?? [];
}

describe('job sheets of a series', () => {
  it('list its occurrence between the appointments of the day, on the sheet of everybody it takes', async () => {
    const stage = await openSeriesStage();
    const { anna, bo, customerId } = stage.world;
    const seriesId = await stage.repeat({
      customerId,
      description: 'Bring the plan.',
      claims: [
        { resourceId: anna, role: 'lead', units: 1 },
        { resourceId: bo, role: 'assistant', units: 1 },
      ],
    });
    await stage.book({
      start: at(8, 7),
      end: at(8.5, 7),
      title: 'First',
      claims: [{ resourceId: anna, role: 'lead', units: 1 }],
    });
    await stage.book({
      start: at(13, 7),
      end: at(14, 7),
      title: 'Last',
      claims: [{ resourceId: anna, role: 'lead', units: 1 }],
    });
    const sheets = await sheetsOf(stage);
    expect(jobsOf(sheets, anna).map((job) => [job.title, job.start])).toEqual([
      ['First', at(8, 7)],
      ['Team meeting', at(9, 7)],
      ['Last', at(13, 7)],
    ]);
    expect(jobsOf(sheets, bo)).toMatchObject([
      {
        title: 'Team meeting',
        occurrence: { seriesId, start: '2026-11-30T09:00' },
        start: at(9, 7),
        end: at(10, 7),
        status: 'confirmed',
        customer: 'Ola',
        partner: 'Anna',
        notes: 'Bring the plan.',
      },
    ]);
    expect(sheets.sheets.find((one) => one.resourceId === bo)?.work).toBe(60);
  });

  it('list it where it was moved to, and not at all where it is skipped', async () => {
    const stage = await openSeriesStage();
    const { anna } = stage.world;
    const seriesId = await stage.repeat();
    const change = { kind: 'change' as const, start: '2026-12-01T13:00', duration: 30 };
    await stage.done('editOccurrence', stage.edit(seriesId, '2026-11-30T09:00', 'this', change));
    expect(jobsOf(await sheetsOf(stage), anna)).toEqual([]);
    const there = jobsOf(await sheetsOf(stage, null, '2026-12-01'), anna);
    expect(there).toMatchObject([{ start: at(13, 8), end: at(13.5, 8), occurrence: { start: '2026-11-30T09:00' } }]);
    await stage.done('editOccurrence', stage.edit(seriesId, '2026-12-07T09:00', 'this', { kind: 'skip' }));
    expect(jobsOf(await sheetsOf(stage, null, '2026-12-07'), anna)).toEqual([]);
  });

  it('list it once, as its appointment, when it has become one', async () => {
    const stage = await openSeriesStage();
    const seriesId = await stage.repeat();
    const id = stage.ids.next<'appointment'>();
    await stage.done('bookOccurrence', { id, seriesId, occurrence: '2026-11-30T09:00' });
    expect(jobsOf(await sheetsOf(stage), stage.world.anna)).toMatchObject([{ appointmentId: id, occurrence: null }]);
  });

  it('keep it when it is over, so that a second print of the day is the same', async () => {
    const stage = await openSeriesStage();
    await stage.repeat();
    const before = await sheetsOf(stage);
    stage.clock.set(at(15, 7));
    expect((await sheetsOf(stage)).sheets).toEqual(before.sheets);
  });

  it('are older than a change of the series, and say so', async () => {
    const stage = await openSeriesStage();
    const empty = await sheetsOf(stage);
    const seriesId = await stage.repeat();
    const first = await sheetsOf(stage);
    expect(first.revision).toBeGreaterThan(empty.revision);
    await stage.done('editOccurrence', stage.edit(seriesId, '2026-11-30T09:00', 'this', { kind: 'skip' }));
    expect((await sheetsOf(stage)).revision).toBeGreaterThan(first.revision);
  });
});
