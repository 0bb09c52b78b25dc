import { NO_LOCATION_POLICY } from '../../../core/domain/organization/location-policy.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import type { SkillLevel } from '../../../core/domain/resources/resource.ts';
import { minutes, type Minutes } from '../../../core/domain/time/instant.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { hours } from '../../builders/world.ts';
import { crowns, type Site } from './the-site.ts';
import { cancellationOf } from './policy.ts';
import type { AllowingRow, LaneRow, ServiceRow } from './rule-rows.ts';
import { firstRules } from './first-rules.ts';

export { crowns, type Site } from './the-site.ts';

export const OPEN = { from: 7 * 60, to: 18 * 60 };
/** The range of the one kind of work; outside is a caution. */
export const RANGE: { readonly shortest: Minutes; readonly longest: Minutes } = {
  shortest: minutes(45),
  longest: minutes(120),
};
export const STOCK_AT_FIRST = 2;

export function siteOf(next: TestLaneway['ids']['next']): Site {
  const [kindId, locationId, partId] = [next<'appointment-kind'>(), next<'location'>(), next<'part'>()];
  const lane = (): Pick<LaneRow, 'entity' | 'id' | 'name' | 'locationId' | 'active' | 'overrides'> => {
    const id = next<'resource'>();
    return { entity: 'resource', id, name: `Lane ${id.slice(-4)}`, locationId, active: true, overrides: [] };
  };
  const technician = (skills: Readonly<Record<string, SkillLevel>>): LaneRow => ({
    ...lane(),
    kind: 'technician',
    capacity: 1,
    hours: hours(8, 16),
    breaks: hours(12, 12.5),
    skills: Object.entries(skills).map(([skill, level]) => ({ skill, level, expiresOn: null })),
    dailyMaximum: null,
  });
  const bay = (names: readonly string[], turnover: number, capacity = 1): LaneRow => {
    const capabilities = names.map((capability) => ({ capability, level: 1 as const, expiresOn: null }));
    const open = { hours: hours(OPEN.from / 60, OPEN.to / 60), breaks: [] };
    return { ...lane(), kind: 'bay', capacity, ...open, capabilities, turnover: minutes(turnover) };
  };
  const service = (more: Pick<ServiceRow, 'skills' | 'capabilities' | 'price'>, thermostats: number): ServiceRow => ({
    entity: 'serviceType',
    id: next(),
    name: `Service for ${thermostats}`,
    kindId,
    duration: minutes(60),
    bufferBefore: null,
    bufferAfter: null,
    parts: thermostats === 0 ? [] : [{ partId, quantity: thermostats }],
    ...more,
  });
  const { turnover: _none, ...plain } = bay([], 0);
  const [first, second, third] = [technician({ Engine: 3 }), technician({ Engine: 1 }), technician({})];
  return {
    organizationId: next(),
    locationId,
    kindId,
    partId,
    stockId: next(),
    lanes: [
      first,
      second,
      third,
      bay(['lift'], 30),
      bay([], 15, 2),
      { ...plain, kind: 'equipment', name: 'Chargers', capacity: 3 },
      { ...plain, id: next(), kind: 'team', name: 'Crew', members: [second.id, third.id], capacity: 2 },
      { ...plain, id: next(), kind: 'room', name: 'Room' },
      { ...plain, id: next(), kind: 'custom', name: 'Cars', capacity: 2 },
    ],
    services: [
      service({ skills: [{ skill: 'Engine', level: 2 }], capabilities: ['lift'], price: crowns(1001) }, 1),
      service({ skills: [{ skill: 'Engine', level: 1 }], capabilities: null, price: crowns(333) }, 2),
      service({ skills: [], capabilities: [], price: null }, 0),
    ],
    customers: { standard: next(), fleet: next() },
    longWork: next(),
  };
}

/** What is allowed before the first step. */
export function allowedAtFirst(site: Site): readonly AllowingRow[] {
  const policy = {
    ...DEFAULT_POLICY,
    bufferAfter: minutes(15),
    dailyMaximum: 3,
    severities: { 'daily-maximum': 'caution' as const },
    cancellation: cancellationOf(site),
  };
  return [
    { entity: 'organization', id: site.organizationId, policy },
    {
      entity: 'location',
      id: site.locationId,
      hours: hours(OPEN.from / 60, OPEN.to / 60),
      closures: [],
      policy: NO_LOCATION_POLICY,
    },
    {
      entity: 'appointmentKind',
      id: site.kindId,
      code: 'repair',
      name: 'Repair',
      ...RANGE,
      priority: 'normal',
      autoBook: 'critical-alerts',
    },
    ...site.services,
    ...site.lanes,
    ...firstRules(site),
  ];
}
