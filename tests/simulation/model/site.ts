import type { LocationId } from '../../../core/domain/organization/location.ts';
import { DEFAULT_POLICY, type OrganizationId } from '../../../core/domain/organization/organization.ts';
import type { PartId, StockId } from '../../../core/domain/parts/part.ts';
import type { ResourceId, SkillLevel } from '../../../core/domain/resources/resource.ts';
import { minutes, type Minutes } from '../../../core/domain/time/instant.ts';
import type { AppointmentKindId, ServiceTypeId } from '../../../core/domain/work/service-type.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { bayArgs, hours, OSLO, organizationArgs, technicianArgs } from '../../builders/world.ts';

/** One thing that can be claimed, as the model knows it. Minutes of the local day. */
export interface Lane {
  readonly id: ResourceId;
  readonly kind: 'technician' | 'bay';
  readonly capacity: number;
  readonly from: number;
  readonly to: number;
  readonly pause: { readonly from: number; readonly to: number } | null;
  readonly skills: Readonly<Record<string, SkillLevel>>;
  readonly capabilities: readonly string[];
  readonly turnover: number;
}

/** What one sort of work asks for. */
export interface Service {
  readonly id: ServiceTypeId;
  readonly duration: Minutes;
  readonly skills: readonly { readonly skill: string; readonly level: SkillLevel }[];
  /** Null needs no bay. */
  readonly capabilities: readonly string[] | null;
  readonly thermostats: number;
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
}

export const OPEN = { from: 7 * 60, to: 18 * 60 };
export const BUFFER_AFTER = minutes(15);
export const HOLD = minutes(15);
export const DAILY_MAXIMUM = 3;
/** The range of the one kind of work; outside is a caution. */
export const RANGE = { shortest: 45, longest: 120 };
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
  });
  const bay = (capabilities: readonly string[], turnover: number): Lane => {
    const id = next<'resource'>();
    return { id, kind: 'bay', capacity: 1, ...OPEN, pause: null, skills: {}, capabilities, turnover };
  };
  const service = (more: Omit<Service, 'id' | 'duration'>): Service => ({ id: next(), duration: minutes(60), ...more });
  return {
    organizationId: next(),
    locationId: next(),
    kindId: next(),
    partId: next(),
    stockId: next(),
    lanes: [technician({ Engine: 3 }), technician({ Engine: 1 }), technician({}), bay(['lift'], 0), bay([], 30)],
    services: [
      service({ skills: [{ skill: 'Engine', level: 2 }], capabilities: ['lift'], thermostats: 1 }),
      service({ skills: [{ skill: 'Engine', level: 1 }], capabilities: null, thermostats: 2 }),
      service({ skills: [], capabilities: [], thermostats: 0 }),
    ],
  };
}

/** Tells the product about the site, through the same commands as everything else. */
export async function buildSite({ done }: TestLaneway, site: Site): Promise<void> {
  const { locationId } = site;
  const policy = { bufferAfter: BUFFER_AFTER, holdMinutes: HOLD, dailyMaximum: DAILY_MAXIMUM };
  const severities = { 'daily-maximum': 'caution' as const };
  const organization = organizationArgs(site.organizationId);
  await done('createOrganization', { ...organization, policy: { ...DEFAULT_POLICY, ...policy, severities } });
  await done('addLocation', {
    id: locationId,
    name: 'Harbour',
    zone: 'Europe/Oslo',
    address: 'Quay 1',
    phone: '',
    coordinates: OSLO,
    hours: hours(OPEN.from / 60, OPEN.to / 60),
    travel: { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 },
  });
  for (const [position, lane] of site.lanes.entries()) await addLane({ done }, site, lane, position);
  await done('addPart', { id: site.partId, number: 'T-1', name: 'Thermostat', measure: 'piece', leadTimeDays: 2 });
  await done('stockPart', { id: site.stockId, partId: site.partId, locationId, onHand: STOCK_AT_FIRST });
  const kind = { code: 'repair', name: 'Repair', ...RANGE, priority: 'normal', autoBook: 'never' } as const;
  await done('addAppointmentKind', { id: site.kindId, ...kind });
  for (const { id, duration, skills, capabilities, thermostats } of site.services) {
    await done('addServiceType', {
      id,
      kindId: site.kindId,
      name: `Service ${id.slice(-4)}`,
      duration,
      bufferBefore: null,
      bufferAfter: null,
      checklist: [],
      skills: [...skills],
      capabilities: capabilities === null ? null : [...capabilities],
      parts: thermostats === 0 ? [] : [{ partId: site.partId, quantity: thermostats }],
    });
  }
}

async function addLane({ done }: Pick<TestLaneway, 'done'>, site: Site, lane: Lane, position: number): Promise<void> {
  const work = hours(lane.from / 60, lane.to / 60);
  const name = `Lane ${position}`;
  if (lane.kind === 'bay') {
    const { capabilities, turnover } = lane;
    await done(
      'addBay',
      bayArgs(site, lane.id, { name, position, hours: work, capabilities: [...capabilities], turnover }),
    );
    return;
  }
  const skills = Object.entries(lane.skills).map(([skill, level]) => ({ skill, level, expiresOn: null }));
  const breaks = lane.pause === null ? [] : hours(lane.pause.from / 60, lane.pause.to / 60);
  await done('addTechnician', technicianArgs(site, lane.id, { name, position, hours: work, breaks, skills }));
}
