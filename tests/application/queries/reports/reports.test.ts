import { describe, expect, it } from 'vitest';
import { REPORT_NAMES, REPORTS } from '../../../../core/contract/reports.ts';
import { FROM, randomOrganization, TO } from './random-organization.ts';

describe('a report', () => {
  it('says its definition and units, and answers for all locations together', async () => {
    const { world } = await randomOrganization('all');
    for (const name of REPORT_NAMES) {
      const view = await world.ask('report', { name, locationId: null, from: FROM, to: TO });
      expect(view).toMatchObject({ name, locationId: null, from: FROM, to: TO, definition: REPORTS[name].definition });
      expect(view.definition.split('. ')).toHaveLength(1);
      const counted = view.rows.flatMap((row) =>
        Object.entries(row).flatMap(([column, value]) =>
          typeof value === 'number' && column !== 'rank' ? [column] : [],
        ),
      );
      for (const column of new Set(counted)) expect(Object.keys(view.units)).toContain(column);
    }
  });

  it('gives the same for a range as for its two halves together', async () => {
    const { world } = await randomOrganization('halves');
    const total = async (from: string, to: string) => {
      const view = await world.ask('report', { name: 'utilisation', locationId: null, from, to });
      return view.name === 'utilisation' ? [view.total.bookedMinutes, view.total.openMinutes] : [];
    };
    const [first, second] = [await total(FROM, '2026-10-25'), await total('2026-10-26', TO)];
    expect(await total(FROM, TO)).toEqual(first.map((minutes, index) => minutes + (second[index] ?? 0)));
  });

  it('is empty where there is nothing, without dividing by it', async () => {
    const { world } = await randomOrganization('empty');
    for (const name of REPORT_NAMES) {
      const { total } = await world.ask('report', { name, locationId: null, from: '2031-01-01', to: '2031-01-02' });
      for (const value of Object.values(total)) expect(Number.isNaN(value)).toBe(false);
    }
    const view = await world.ask('report', { name: 'demand', locationId: null, from: '2031-01-01', to: '2031-01-02' });
    expect(view.rows).toEqual([]);
  });

  it('is refused for a location that is not there', async () => {
    const { world } = await randomOrganization('nowhere');
    const input = { name: 'demand', locationId: world.rows.newId<'location'>(), from: FROM, to: TO } as const;
    expect(await world.refusal('report', input)).toMatchObject({ kind: 'not-found', field: 'locationId' });
  });
});
