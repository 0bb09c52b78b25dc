import type { LocationId } from '../../../core/domain/organization/location.ts';
import type { Money } from '../../../core/domain/organization/money.ts';
import type { OrganizationId } from '../../../core/domain/organization/organization.ts';
import type { PartId, StockId } from '../../../core/domain/parts/part.ts';
import type { ScheduleRuleId } from '../../../core/domain/rules/schedule-rule.ts';
import type { CustomerId } from '../../../core/domain/work/customer.ts';
import type { AppointmentKindId } from '../../../core/domain/work/service-type.ts';
import type { LaneRow, ServiceRow } from './rule-rows.ts';

/**
 * The one organization of the simulation: a site in Oslo in a week without a clock change, everybody at the same place
 * so that nobody drives, and so few things that every verdict can be counted out minute by minute. Lanes and services are
 * those of the beginning; what has become of them is in the rows.
 */
export interface Site {
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly kindId: AppointmentKindId;
  readonly partId: PartId;
  readonly stockId: StockId;
  readonly lanes: readonly LaneRow[];
  readonly services: readonly ServiceRow[];
  /** One of each tier that the fees tell apart: an ordinary one, and one who is never charged. */
  readonly customers: { readonly standard: CustomerId; readonly fleet: CustomerId };
  /** The rule by which long work waits for approval. */
  readonly longWork: ScheduleRuleId;
}

export const crowns = (minor: number): Money => ({ minor, currency: 'NOK' });
