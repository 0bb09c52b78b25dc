import { accept } from '../../../kernel/outcome.ts';
import type { Stock } from '../../../domain/parts/part.ts';
import { localDateOf } from '../../../domain/time/local-time.ts';
import type { ZoneId } from '../../../domain/time/zones.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';
import type { Answerer } from '../../use-case.ts';
import { findTraps } from './traps.ts';

/** What is wrong in the organization's own data without anything saying so. */
export const healthCheck: Answerer<'healthCheck'> = async (read, _input, scene) => {
  const locations = await read.all('location');
  const parts = await read.all('part');
  const partIds = parts.map((part) => part.id);
  const stocks: Stock[] = [];
  const waiting: WorkOrder[] = [];
  for (const { id } of locations) {
    stocks.push(...(await read.stocksAt(id, partIds)));
    waiting.push(...(await read.unassigned(id)));
  }
  const resources = await read.all('resource');
  const serviceTypes = await read.all('serviceType');
  const zone = locations[0]?.zone ?? ('Etc/UTC' as ZoneId);
  const findings = findTraps({
    now: scene.now,
    today: localDateOf(scene.surroundings.zones, zone, scene.now),
    locations,
    resources,
    serviceTypes,
    parts,
    stocks,
    rules: await read.all('scheduleRule'),
    series: await read.all('series'),
    waiting,
  });
  const looked = { resources: resources.length, serviceTypes: serviceTypes.length, waiting: waiting.length };
  return accept({ findings, looked });
};
