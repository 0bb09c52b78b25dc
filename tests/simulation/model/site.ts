import type { LocationId } from '../../../core/domain/organization/location.ts';
import type { OrganizationId } from '../../../core/domain/organization/organization.ts';
import type { Money } from '../../../core/domain/organization/money.ts';
import type { PartId, StockId } from '../../../core/domain/parts/part.ts';
import type { ResourceId, SkillLevel } from '../../../core/domain/resources/resource.ts';
import { minutes, type Minutes } from '../../../core/domain/time/instant.ts';
import type { ScheduleRuleId } from '../../../core/domain/rules/schedule-rule.ts';
import type { CustomerId } from '../../../core/domain/work/customer.ts';
import type { AppointmentKindId, ServiceTypeId } from '../../../core/domain/work/service-type.ts';
import type { TestLaneway } from '../../builders/laneway.ts';

/** One thing that can be claimed, as the model knows it. Minutes of the local day. */
export interface Lane {
  readonly id: ResourceId;
  readonly kind: 'technician' | 'bay' | 'equipment';
  readonly capacity: number;
  readonly from: number;
  readonly to: number;
  readonly pause: { readonly from: number; readonly to: number } | null;
  readonly skills: Readonly<Record<string, SkillLevel>>;
  readonly capabilities: readonly string[];
  readonly turnover: number;
  /** The hours of the Tuesday, where a stored rule says others. */
  readonly tuesday: { readonly from: number; readonly to: number } | null;
  /** A blackout of the Tuesday. */
  readonly blackout: { readonly from: number; readonly to: number } | null;
}

/** What one sort of work asks for. */
export interface Service {
  readonly id: ServiceTypeId;
  readonly duration: Minutes;
  readonly skills: readonly { readonly skill: string; readonly level: SkillLevel }[];
  /** Null needs no bay. */
  readonly capabilities: readonly string[] | null;
  readonly thermostats: number;
  readonly price: Money | null;
}

/**
 * The one organization of the simulation: a site in Oslo in a week without a clock change, everybody at the same place
 * so that nobody drives, and so few things that every verdict can be counted out minute by minute.
 */
export interface Site {
  readonly organizationId: OrganizationId;
  readonly locationId: LocationId;
  readonly kindId: AppointmentKindId;
  readonly partId: PartId;
  readonly stockId: StockId;
  readonly lanes: readonly Lane[];
  readonly services: readonly Service[];
  /** One of each tier that the fees tell apart: an ordinary one, and one who is never charged. */
  readonly customers: { readonly standard: CustomerId; readonly fleet: CustomerId };
  /** The rule by which long work waits for approval. */
  readonly longWork: ScheduleRuleId;
}

export const OPEN = { from: 7 * 60, to: 18 * 60 };
export const BUFFER_AFTER = minutes(15);
export const HOLD = minutes(15);
export const DAILY_MAXIMUM = 3;
/** The range of the one kind of work; outside is a caution. */
export const RANGE = { shortest: 45, longest: 120 };
export const crowns = (minor: number): Money => ({ minor, currency: 'NOK' });
export const STOCK_AT_FIRST = 2;

export function siteOf(next: TestLaneway['ids']['next']): Site {
  const technician = (skills: Lane['skills']): Lane => ({
    id: next(),
    kind: 'technician',
    capacity: 1,
    from: 8 * 60,
    to: 16 * 60,
    pause: { from: 12 * 60, to: 12 * 60 + 30 },
    skills,
    capabilities: [],
    turnover: 0,
    tuesday: null,
    blackout: null,
  });
  const bay = (capabilities: readonly string[], turnover: number): Lane => {
    const id = next<'resource'>();
    const none = { pause: null, skills: {}, tuesday: null };
    const blackout = turnover === 0 ? null : { from: 13 * 60, to: 14 * 60 };
    return { id, kind: 'bay', capacity: 1, ...OPEN, ...none, capabilities, turnover, blackout };
  };
  const service = (more: Omit<Service, 'id' | 'duration'>): Service => ({ id: next(), duration: minutes(60), ...more });
  const chargers: Lane = { ...bay([], 0), kind: 'equipment', capacity: 3 };
  return {
    organizationId: next(),
    locationId: next(),
    kindId: next(),
    partId: next(),
    stockId: next(),
    lanes: [
      technician({ Engine: 3 }),
      technician({ Engine: 1 }),
      { ...technician({}), tuesday: { from: 10 * 60, to: 14 * 60 } },
      bay(['lift'], 30),
      { ...bay([], 15), capacity: 2 },
      chargers,
    ],
    services: [
      service({ skills: [{ skill: 'Engine', level: 2 }], capabilities: ['lift'], thermostats: 1, price: crowns(1001) }),
      service({ skills: [{ skill: 'Engine', level: 1 }], capabilities: null, thermostats: 2, price: crowns(333) }),
      service({ skills: [], capabilities: [], thermostats: 0, price: null }),
    ],
    customers: { standard: next(), fleet: next() },
    longWork: next(),
  };
}
