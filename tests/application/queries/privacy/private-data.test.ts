import { describe, expect, it } from 'vitest';
import type { QueryOutput } from '../../../../core/contract/client.ts';
import type { QueryName } from '../../../../core/contract/queries/index.ts';
import { queries } from '../../../../core/contract/queries/index.ts';
import { may } from '../../../../core/contract/permission.ts';
import type { Role } from '../../../../core/domain/organization/actor.ts';
import type { TestLaneway } from '../../../builders/laneway.ts';
import { askOf } from '../../../builders/ask.ts';
import { actor, surroundingsWith } from '../../../builders/surroundings.ts';
import { holdArgs } from '../../../builders/waiting-args.ts';
import { openPlanted, PLANTED, questionsOf, type Planted } from './questions.ts';

const as = ({ stage }: Planted, role: Role): TestLaneway =>
  stage.as(surroundingsWith(stage.clock, actor(role, `The ${role}`)));

/** By query, what of the planted the role is told; a query that it may not ask tells nothing. */
async function toldTo(planted: Planted, role: Role): Promise<Readonly<Record<string, readonly string[]>>> {
  const { laneway } = as(planted, role);
  const told: Record<string, readonly string[]> = {};
  for (const [name, questions] of Object.entries(questionsOf(planted))) {
    const { permission } = queries[name as QueryName];
    for (const question of questions) {
      const reply = await laneway.call('query', name, question, { host: 'test' });
      const wanted = may(role, permission) ? { ok: true } : { ok: false, error: { kind: 'not-permitted', permission } };
      expect([name, reply]).toMatchObject([name, wanted]);
      const text = JSON.stringify(reply);
      const found = Object.entries(PLANTED).flatMap(([what, value]) => (text.includes(value) ? [what] : []));
      if (found.length > 0) told[name] = [...new Set([...(told[name] ?? []), ...found])].toSorted();
    }
  }
  return told;
}

describe('phone, e-mail, address and notes of customers', () => {
  it('stand where somebody with all rights asks, so that the next fact means something', async () => {
    const told = await toldTo(await openPlanted(), 'admin');
    expect(Object.keys(told).toSorted()).toEqual(
      [
        'alertDetails',
        'appointmentDetails',
        'byExternalId',
        'customerMatches',
        'exportRows',
        'history',
        'icsExport',
        'jobSheets',
        'placementContext',
        'placementNeeds',
        'repairOptions',
        'search',
        'seriesList',
        'workOrderDetails',
      ].toSorted(),
    );
    const all = ['address', 'email', 'note', 'phone', 'position'];
    expect(told).toMatchObject({ appointmentDetails: all, workOrderDetails: all, byExternalId: all });
  });

  it.each(['viewer', 'requester'] as const)('are in no answer to a %s, whatever is asked', async (role) => {
    expect(await toldTo(await openPlanted(), role)).toEqual({});
  });

  it('are not in what a requester is told of its own hold', async () => {
    const planted = await openPlanted();
    const { stage } = planted;
    const { customerId, unitId } = stage.world;
    const requester = as(planted, 'requester');
    const { id } = requester.surroundings.actor;
    const own = { customerId, unitId, requester: id, description: PLANTED.note };
    await stage.done('holdSlot', holdArgs(stage.world, own));
    const holds = await askOf(requester, 'holds', { requester: null, key: null });
    expect(holds).toMatchObject([{ requester: id, state: { status: 'held' } }]);
    expect(Object.values(PLANTED).filter((value) => JSON.stringify(holds).includes(value))).toEqual([]);
  });
});

describe('a viewer', () => {
  it('still sees what the panels need: names, times, needs, the place in the plan', async () => {
    const planted = await openPlanted();
    const viewer = as(planted, 'viewer');
    const details: QueryOutput<'appointmentDetails'> = await askOf(viewer, 'appointmentDetails', {
      id: planted.appointmentId,
    });
    expect(details).toMatchObject({
      appointment: { title: 'Replace thermostat', description: '', participants: [{ name: 'Ola Nord', phone: '' }] },
      customer: { name: 'Ola', phone: '', contacts: [] },
      unit: { name: 'Van', plate: 'AB 12345' },
      needs: { place: { address: '', coordinates: { latitude: 59.99, longitude: 10.7 } } },
      history: [],
    });
    const paper = await askOf(viewer, 'jobSheets', {
      locationId: planted.stage.world.locationId,
      date: '2026-11-23',
      resourceIds: null,
    });
    const jobs = paper.sheets.flatMap(({ lines }) => lines.flatMap((line) => (line.kind === 'job' ? [line.job] : [])));
    expect(jobs).toMatchObject([
      { customer: 'Ola', plate: 'AB 12345', phone: '', address: '', notes: '', contact: '' },
    ]);
  });

  it.each([
    ['viewer', 0],
    ['technician', 0],
    ['dispatcher', 1],
  ] as const)('reads history only with the right to the log: a %s', async (role, least) => {
    const planted = await openPlanted();
    const { appointmentId, workOrderId } = planted;
    const one = as(planted, role);
    const { history } = await askOf(one, 'appointmentDetails', { id: appointmentId });
    const { history: ofWork } = await askOf(one, 'workOrderDetails', { id: workOrderId });
    expect([history.length, ofWork.length]).toEqual([least, least]);
  });
});
