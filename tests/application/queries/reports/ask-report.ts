import type { ReportName } from '../../../../core/contract/reports.ts';
import type { ReportOf } from '../../../../core/contract/views/report-view.ts';
import { FROM, TO, type RandomOrganization } from './random-organization.ts';

/** The report of the one location over the whole range. */
export async function ask<N extends ReportName>({ world }: RandomOrganization, name: N): Promise<ReportOf<N>> {
  const view = await world.ask('report', { name, locationId: world.rows.location.id, from: FROM, to: TO });
  if (view.name !== name) throw new Error(`Asked for ${name}, got ${view.name}`);
  return view as ReportOf<N>;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
export const middle = (values: readonly number[]): number => {
  const [all, half] = [sorted(values), Math.floor(values.length / 2)];
  return values.length % 2 === 1 ? (all[half] ?? 0) : ((all[half - 1] ?? 0) + (all[half] ?? 0)) / 2;
};
