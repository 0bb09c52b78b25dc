import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Refusal } from '../../../contract/refusal.ts';
import { REPORTS, type ReportName } from '../../../contract/reports.ts';
import type { ReportOf, ReportView } from '../../../contract/views/report-view.ts';
import type { Location, LocationId } from '../../../domain/organization/location.ts';
import { theOrganization } from '../../placement-context.ts';
import type { Reader } from '../../ports/store.ts';
import { found } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import { makers } from './makers.ts';
import { spanOf } from './report-rows.ts';

/** One report by its name; its definition comes with it. Nothing is kept: each asking reads the rows anew. */
export const report: Answerer<'report'> = async (read, input, scene) => {
  const locations = await locationsOf(read, input.locationId);
  if (!locations.ok) return locations;
  const { policy } = await theOrganization(read);
  const spans = locations.value.map((location) => spanOf(read, scene, location, input));
  const made = await makers(policy.cancellation)[input.name](spans);
  const { definition, units } = REPORTS[input.name];
  const { name, locationId, from, to } = input;
  const view: Omit<ReportOf<ReportName>, 'rows' | 'total'> = { name, definition, units, locationId, from, to };
  // The maker was found by the same name, which the compiler does not carry into the union.
  return accept({ ...view, ...made } as ReportView);
};

async function locationsOf(read: Reader, id: LocationId | null): Promise<Outcome<readonly Location[], Refusal>> {
  if (id === null) return accept(await read.all('location'));
  const one = await found(read, 'location', id, 'locationId');
  return one.ok ? accept([one.value]) : one;
}
