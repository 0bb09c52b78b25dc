import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { HealthReport, TrapFinding } from '../../../../core/contract/views/health-view.ts';
import { findTraps } from '../../../../core/application/queries/health/traps.ts';
import type { Inspection } from '../../../../core/application/queries/health/inspection.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import { minutes } from '../../../../core/domain/time/instant.ts';
import type { Series } from '../../../../core/domain/series/series.ts';
import type { ZoneId } from '../../../../core/domain/time/zones.ts';
import { at } from '../../../builders/surroundings.ts';
import { openStage, type Stage } from '../../../builders/use-world.ts';
import { bayArgs, lead, technicianArgs, workOrderArgs } from '../../../builders/world.ts';

async function traps(stage: Stage): Promise<readonly TrapFinding[]> {
  const reply = await stage.laneway.call('query', 'healthCheck', {}, { host: 'test' });
  if (!reply.ok) throw new Error(`${reply.message} ${JSON.stringify(stage.notes)}`);
  return (reply.value as HealthReport).findings;
}

/** The rows of the stage, with some of them as no command would leave them. */
async function inspected(
  stage: Stage,
  more: (all: Inspection) => Partial<Inspection>,
): Promise<readonly TrapFinding[]> {
  const { read } = stage.store;
  const all: Inspection = {
    now: stage.clock.now(),
    today: localDate('2026-11-23'),
    locations: await read.all('location'),
    resources: await read.all('resource'),
    serviceTypes: await read.all('serviceType'),
    parts: await read.all('part'),
    stocks: await read.stocksAt(stage.world.locationId, [stage.world.thermostat]),
    rules: [],
    series: [],
    waiting: await read.unassigned(stage.world.locationId),
  };
  return findTraps({ ...all, ...more(all) });
}

describe('the health check', () => {
  it('finds nothing in a sound organization, and says how much it looked at', async () => {
    const stage = await openStage();
    await stage.order();
    const reply = await stage.laneway.call('query', 'healthCheck', {}, { host: 'test' });
    expect(reply).toMatchObject({ value: { findings: [], looked: { resources: 5, serviceTypes: 2, waiting: 1 } } });
  });

  it('finds a technician without a shift, with the waiting work it could do', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    await stage.order();
    const skills = [{ skill: 'Engine', level: 3 as const, expiresOn: null }];
    await stage.done('updateTechnician', technicianArgs(stage.world, anna, { name: 'Anna', skills, hours: [] }));
    expect(await traps(stage)).toEqual([
      { trap: 'technician-without-shift', resource: { id: anna, name: 'Anna' }, workOrders: 1 },
    ]);
    const overrides = [{ date: '2026-12-01', spans: [{ from: 480, to: 960 }] }];
    const dated = { name: 'Anna', skills, hours: [], overrides };
    await stage.done('updateTechnician', technicianArgs(stage.world, anna, dated));
    expect(await traps(stage)).toEqual([]);
  });

  it('finds a bay without hours', async () => {
    const stage = await openStage();
    const { bay1 } = stage.world;
    await stage.order();
    await stage.done('updateBay', bayArgs(stage.world, bay1, { name: 'Bay 1', hours: [] }));
    expect(await traps(stage)).toEqual([
      { trap: 'resource-without-hours', kind: 'bay', resource: { id: bay1, name: 'Bay 1' }, workOrders: 1 },
    ]);
  });

  it('finds a skill nobody holds at that level, and the service type that fits nothing', async () => {
    const stage = await openStage();
    const { anna, engine } = stage.world;
    await stage.order();
    await stage.done('updateTechnician', technicianArgs(stage.world, anna, { name: 'Anna' }));
    expect(await traps(stage)).toEqual([
      { trap: 'skill-nobody-holds', skill: 'Engine', level: 2, workOrders: 1 },
      { trap: 'service-fits-nothing', serviceType: { id: engine, name: 'Engine repair' }, workOrders: 1 },
    ]);
  });

  it('finds a capability that no bay offers', async () => {
    const stage = await openStage();
    for (const [id, name] of [
      [stage.world.bay1, 'Bay 1'],
      [stage.world.bay2, 'Bay 2'],
    ] as const)
      await stage.done('updateBay', bayArgs(stage.world, id, { name, capabilities: [] }));
    expect((await traps(stage)).map((one) => one.trap)).toEqual(['capability-nobody-offers', 'service-fits-nothing']);
  });

  it('finds what expired, and that nobody has it any more', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    await stage.order();
    const skills = [{ skill: 'Engine', level: 3 as const, expiresOn: '2026-11-22' }];
    await stage.done('updateTechnician', technicianArgs(stage.world, anna, { name: 'Anna', skills }));
    expect(await traps(stage)).toContainEqual({
      trap: 'skill-expired',
      resource: { id: anna, name: 'Anna' },
      skill: 'Engine',
      expiredOn: '2026-11-22',
      workOrders: 1,
    });
    expect((await traps(stage)).map((one) => one.trap)).toContain('skill-nobody-holds');
    const capabilities = [{ capability: 'lift', level: 1 as const, expiresOn: '2026-11-22' }];
    await stage.done('updateBay', bayArgs(stage.world, stage.world.bay1, { name: 'Bay 1', capabilities }));
    expect((await traps(stage)).map((one) => one.trap)).toContain('capability-expired');
  });

  it('finds a part that is taken where it has no stock row', async () => {
    const stage = await openStage();
    const partId = stage.ids.next<'part'>();
    await stage.done('addPart', { id: partId, number: 'F-1', name: 'Filter', measure: 'piece', leadTimeDays: 2 });
    expect(await traps(stage)).toEqual([]);
    await stage.order({ parts: [{ partId, quantity: 1 }] });
    expect(await traps(stage)).toMatchObject([
      {
        trap: 'part-without-stock',
        part: { id: partId, name: 'Filter' },
        location: { name: 'Harbour' },
        workOrders: 1,
      },
    ]);
  });

  it('finds work that takes no time, which only something else than a command can have written', async () => {
    const stage = await openStage();
    const id = await stage.order();
    expect(await stage.refused('updateWorkOrder', workOrderArgs(stage.world, id, { duration: 0 }))).toMatchObject({
      kind: 'invalid-input',
    });
    const file = new DatabaseSync(path.join(stage.folder, 'laneway.sqlite'));
    file.prepare('update work_orders set duration_minutes = 0').run();
    file.prepare('update service_types set duration_minutes = 0 where id = ?').run(stage.world.check);
    file.close();
    expect(await traps(stage)).toMatchObject([
      { trap: 'zero-duration', of: 'workOrder', thing: { name: '1001 Replace thermostat' }, workOrders: 1 },
      { trap: 'zero-duration', of: 'serviceType', thing: { name: 'Check' }, workOrders: 0 },
    ]);
  });

  it('finds rules that never match', async () => {
    const stage = await openStage();
    const { organizationId } = stage.world;
    const rule = { organizationId, description: '', priority: 0, active: true } as const;
    const id = () => stage.ids.next<'schedule-rule'>();
    const everywhere = { of: 'organization' } as const;
    const past = { from: at(0, -2), to: at(0, -1) };
    const found = await inspected(stage, () => ({
      rules: [
        {
          ...rule,
          id: id(),
          name: 'Gone',
          scope: { of: 'resource', resourceId: stage.ids.next() },
          rule: { kind: 'blackout', range: { from: at(0), to: at(1, 9) } },
        },
        {
          ...rule,
          id: id(),
          name: 'Rooms',
          scope: { of: 'resource-kind', kind: 'room', locationId: null },
          rule: { kind: 'blackout', range: { from: at(0), to: at(1, 9) } },
        },
        { ...rule, id: id(), name: 'Over', scope: everywhere, rule: { kind: 'blackout', range: past } },
        { ...rule, id: id(), name: 'Ended', active: false, scope: everywhere, rule: { kind: 'blackout', range: past } },
        {
          ...rule,
          id: id(),
          name: 'Short',
          scope: everywhere,
          rule: { kind: 'auto-approval', maximumDuration: minutes(10), minimumPriority: null },
        },
        {
          ...rule,
          id: id(),
          name: 'Fine',
          scope: everywhere,
          rule: { kind: 'auto-approval', maximumDuration: minutes(60), minimumPriority: null },
        },
      ],
    }));
    expect(found.map((one) => (one.trap === 'rule-never-matches' ? [one.rule.name, one.why] : one.trap))).toEqual([
      ['Gone', 'scope-gone'],
      ['Rooms', 'scope-gone'],
      ['Over', 'over'],
      ['Short', 'empty'],
    ]);
  });

  it('finds a running series that claims somebody who left', async () => {
    const stage = await openStage();
    const { organizationId, locationId, anna, bo } = stage.world;
    const nothing = { serviceTypeId: null, customerId: null, unitId: null, place: null, splitFrom: null } as const;
    const weekly = { zone: 'Europe/Oslo' as ZoneId, start: '2026-11-23T09:00', rule: 'FREQ=WEEKLY' };
    const series: Series = {
      ...nothing,
      ...weekly,
      description: '',
      duration: minutes(60),
      before: minutes(0),
      after: minutes(0),
      extra: [],
      exceptions: [],
      participants: [],
      priority: 'normal',
      id: stage.ids.next<'series'>(),
      organizationId,
      locationId,
      name: 'Weekly check',
      active: true,
      claims: [lead(anna), lead(bo)],
    };
    const found = await inspected(stage, ({ resources }) => ({
      resources: resources.map((one) => (one.id === bo ? { ...one, active: false } : one)),
      series: [series],
    }));
    expect(found).toMatchObject([
      { trap: 'series-resource-gone', series: { name: 'Weekly check' }, resource: { id: bo, name: 'Bo' } },
    ]);
  });
});
