import type { TestLaneway } from '../../builders/laneway.ts';
import { bayArgs, customerArgs, OSLO, organizationArgs, technicianArgs } from '../../builders/world.ts';
import type { CommandArgs } from '../../../core/contract/client.ts';
import { asArgs } from './as-args.ts';
import type { AllowingRow, LaneRow, ServiceRow } from './rule-rows.ts';
import { allowedAtFirst, STOCK_AT_FIRST, type Site } from './site.ts';

/** Tells the product about the site, through the same commands as everything else. */
export async function buildSite(laneway: TestLaneway, site: Site): Promise<void> {
  for (const one of allowedAtFirst(site)) await build(laneway, site, one);
  for (const tier of ['standard', 'fleet'] as const)
    await laneway.done('addCustomer', { ...customerArgs(site.customers[tier], tier), tier });
}

async function build({ done }: TestLaneway, site: Site, one: AllowingRow): Promise<unknown> {
  switch (one.entity) {
    case 'organization':
      return done('createOrganization', { ...organizationArgs(one.id), policy: asArgs(one.policy) });
    case 'location': {
      await done('addLocation', locationArgs(one.id, asArgs(one.hours)));
      await done('addPart', { id: site.partId, number: 'T-1', name: 'Thermostat', measure: 'piece', leadTimeDays: 60 });
      const { stockId: id, partId, locationId } = site;
      return done('stockPart', { id, partId, locationId, onHand: STOCK_AT_FIRST });
    }
    case 'appointmentKind': {
      const { entity: _entity, ...kind } = one;
      return done('addAppointmentKind', kind);
    }
    case 'serviceType':
      return done('addServiceType', serviceArgs(one));
    case 'resource':
      return addLane({ done }, one);
    case 'scheduleRule': {
      const { entity: _entity, ...rule } = asArgs(one);
      return done('addScheduleRule', { ...rule, description: '' });
    }
  }
}

export function locationArgs(id: string, hours: CommandArgs<'updateLocation'>['hours']): CommandArgs<'updateLocation'> {
  const travel = { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 };
  const place = { zone: 'Europe/Oslo', address: 'Quay 1', phone: '', coordinates: OSLO };
  return { id, name: 'Harbour', ...place, hours, travel };
}

export function serviceArgs(row: ServiceRow): CommandArgs<'updateServiceType'> {
  const { entity: _entity, ...service } = asArgs(row);
  return { ...service, checklist: [] };
}

async function addLane({ done }: Pick<TestLaneway, 'done'>, lane: LaneRow): Promise<unknown> {
  const { id, kind, name, capacity, active, hours, breaks } = asArgs(lane);
  if (kind === 'technician') {
    const skills = asArgs(lane.skills ?? []);
    return done('addTechnician', technicianArgs(lane, id, { name, hours, breaks, skills }));
  }
  if (kind === 'bay') {
    const { turnover = 0 } = lane;
    const capabilities = asArgs(lane.capabilities ?? []);
    return done('addBay', bayArgs(lane, id, { name, hours, capabilities, turnover, capacity }));
  }
  const plain = { id, locationId: lane.locationId, name, position: 1, active, hours };
  if (kind === 'team') return done('addResource', { ...plain, kind, members: asArgs([...(lane.members ?? [])]) });
  const custom = kind === 'custom' ? { ...plain, kind, type: 'Courtesy car', capacity } : { ...plain, kind, capacity };
  return done('addResource', custom);
}
