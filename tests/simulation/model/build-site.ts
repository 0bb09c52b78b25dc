import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { bayArgs, customerArgs, hours, OSLO, organizationArgs, technicianArgs } from '../../builders/world.ts';
import { cancellationOf, rulesOf } from './policy.ts';
import { BUFFER_AFTER, DAILY_MAXIMUM, HOLD, OPEN, RANGE, STOCK_AT_FIRST, type Lane, type Site } from './site.ts';

/** Tells the product about the site, through the same commands as everything else. */
export async function buildSite({ done }: TestLaneway, site: Site): Promise<void> {
  const { locationId } = site;
  const policy = { bufferAfter: BUFFER_AFTER, holdMinutes: HOLD, dailyMaximum: DAILY_MAXIMUM };
  const cancellation = cancellationOf(site);
  const severities = { 'daily-maximum': 'caution' as const };
  const organization = organizationArgs(site.organizationId);
  await done('createOrganization', {
    ...organization,
    policy: { ...DEFAULT_POLICY, ...policy, severities, cancellation },
  });
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
  await done('addPart', { id: site.partId, number: 'T-1', name: 'Thermostat', measure: 'piece', leadTimeDays: 60 });
  await done('stockPart', { id: site.stockId, partId: site.partId, locationId, onHand: STOCK_AT_FIRST });
  const kind = { code: 'repair', name: 'Repair', ...RANGE, priority: 'normal', autoBook: 'never' } as const;
  await done('addAppointmentKind', { id: site.kindId, ...kind });
  for (const { id, duration, skills, capabilities, thermostats, price } of site.services) {
    await done('addServiceType', {
      id,
      kindId: site.kindId,
      name: `Service ${id.slice(-4)}`,
      duration,
      bufferBefore: null,
      bufferAfter: null,
      checklist: [],
      price,
      skills: [...skills],
      capabilities: capabilities === null ? null : [...capabilities],
      parts: thermostats === 0 ? [] : [{ partId: site.partId, quantity: thermostats }],
    });
  }
  for (const tier of ['standard', 'fleet'] as const)
    await done('addCustomer', { ...customerArgs(site.customers[tier], tier), tier });
  for (const rule of rulesOf(site)) await done('addScheduleRule', rule);
}

async function addLane({ done }: Pick<TestLaneway, 'done'>, site: Site, lane: Lane, position: number): Promise<void> {
  const work = hours(lane.from / 60, lane.to / 60);
  const name = `Lane ${position}`;
  if (lane.kind === 'bay') {
    const { capabilities, turnover, capacity } = lane;
    await done(
      'addBay',
      bayArgs(site, lane.id, { name, position, hours: work, capabilities: [...capabilities], turnover, capacity }),
    );
    return;
  }
  if (lane.kind === 'equipment') {
    const { id, kind, capacity } = lane;
    await done('addResource', {
      id,
      kind,
      capacity,
      locationId: site.locationId,
      name,
      position,
      active: true,
      hours: work,
    });
    return;
  }
  const skills = Object.entries(lane.skills).map(([skill, level]) => ({ skill, level, expiresOn: null }));
  const breaks = lane.pause === null ? [] : hours(lane.pause.from / 60, lane.pause.to / 60);
  await done('addTechnician', technicianArgs(site, lane.id, { name, position, hours: work, breaks, skills }));
}
