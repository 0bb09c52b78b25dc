import { describe, expect, it } from 'vitest';
import type { QueryInput, QueryOutput } from '../../../core/contract/client.ts';
import type { QueryName } from '../../../core/contract/queries/index.ts';
import type { Reply } from '../../../core/contract/refusal.ts';
import type { FeeTerms } from '../../../core/domain/organization/cancellation-policy.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bayArgs, lead } from '../../builders/world.ts';

async function ask<N extends QueryName>(stage: Stage, name: N, input: QueryInput<N>): Promise<QueryOutput<N>> {
  const reply = (await stage.laneway.call('query', name, input, { host: 'test' })) as Reply<QueryOutput<N>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)} ${JSON.stringify(stage.notes)}`);
  return reply.value;
}

describe('the look-up by external id', () => {
  const named = { entity: 'appointment', source: 'crm', id: '4711' } as const;

  it('finds appointments by their source and by every other id, exactly as written', async () => {
    const stage = await openStage();
    const first = await stage.book({ source: { source: 'crm', id: '4711' } });
    const externalIds = [
      { source: 'crm', id: '4711' },
      { source: 'erp', id: '9' },
    ];
    const second = await stage.book({ start: at(13), end: at(14), externalIds });
    expect((await ask(stage, 'byExternalId', named)).map(({ row }) => row.id)).toEqual([first, second]);
    expect((await ask(stage, 'byExternalId', { ...named, source: 'erp', id: '9' })).map(({ row }) => row.id)).toEqual([
      second,
    ]);
    for (const other of [{ source: 'CRM' }, { id: '471' }, { source: 'erp' }, { id: '%' }])
      expect(await ask(stage, 'byExternalId', { ...named, ...other })).toEqual([]);
  });

  it('follows a change, and undo takes it back', async () => {
    const stage = await openStage();
    const id = await stage.book({ externalIds: [{ source: 'crm', id: '4711' }] });
    const words = { title: 'Meeting', description: '', priority: 'normal' as const, participants: [], pinned: false };
    const externalIds = [{ source: 'crm', id: '4712' }];
    await stage.done('updateAppointment', { id, ...words, meetingUrl: '', remind: true, externalIds });
    expect(await ask(stage, 'byExternalId', named)).toEqual([]);
    expect(await ask(stage, 'byExternalId', { ...named, id: '4712' })).toHaveLength(1);
    await stage.done('undo', {});
    expect(await ask(stage, 'byExternalId', named)).toHaveLength(1);
    await stage.done('undo', {});
    expect(await ask(stage, 'byExternalId', named)).toEqual([]);
  });

  it('finds resources and units', async () => {
    const stage = await openStage();
    const externalIds = [{ source: 'hr', id: '12' }];
    await stage.done('addBay', bayArgs(stage.world, stage.ids.next(), { name: 'Bay 12', externalIds }));
    const unit = {
      id: stage.ids.next<'unit'>(),
      customerId: stage.world.customerId,
      name: 'Van',
      plate: '',
      details: '',
    };
    await stage.done('addUnit', { ...unit, externalIds: [{ source: 'hr', id: '13' }] });
    expect(await ask(stage, 'byExternalId', { entity: 'resource', source: 'hr', id: '12' })).toMatchObject([
      { entity: 'resource', row: { name: 'Bay 12' } },
    ]);
    expect(await ask(stage, 'byExternalId', { entity: 'unit', source: 'hr', id: '13' })).toMatchObject([
      { entity: 'unit', row: { id: unit.id } },
    ]);
    expect(await ask(stage, 'byExternalId', { entity: 'unit', source: 'crm', id: '13' })).toEqual([]);
  });
});

describe('the terms of a change', () => {
  it('say until when it is free, what it costs now and how often the date may change', async () => {
    const stage = await openStage();
    const terms: FeeTerms = { kind: 'fixed', amount: { minor: 500, currency: 'NOK' } };
    const late = { terms, byServiceType: {}, exemptTiers: [] };
    const cancellation = { freeUntil: minutes(60), late, noShow: late };
    const policy = { ...DEFAULT_POLICY, severities: {}, cancellation };
    await stage.done('updatePolicy', { organizationId: stage.world.organizationId, policy });
    const id = await stage.book({ customerId: stage.world.customerId, rescheduleLimit: 2 });
    const free = { freeUntil: at(8), fee: null, rescheduleCount: 0, remainingReschedules: 2 };
    expect(await ask(stage, 'changeTerms', { id })).toEqual(free);
    stage.clock.set(at(8.5));
    expect(await ask(stage, 'changeTerms', { id })).toMatchObject({ fee: { amount: { minor: 500, currency: 'NOK' } } });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await ask(stage, 'changeTerms', { id })).toMatchObject({ freeUntil: null, fee: null });
    const all = { appointmentId: null, customerId: null, status: [], limit: 10 };
    expect(await ask(stage, 'fees', all)).toMatchObject([{ appointmentId: id, state: { status: 'due' } }]);
    expect(await ask(stage, 'fees', { ...all, customerId: stage.world.customerId })).toHaveLength(1);
    expect(await ask(stage, 'fees', { ...all, customerId: stage.ids.next() })).toEqual([]);
    expect(await ask(stage, 'fees', { ...all, status: ['paid'] })).toEqual([]);
    expect(await ask(stage, 'fees', { ...all, appointmentId: stage.ids.next() })).toEqual([]);
  });
});

describe('the ripple', () => {
  it('says for everything underway which promises are at risk and by how much', async () => {
    const stage = await openStage();
    const { customerId, anna, locationId } = stage.world;
    const first = await stage.book({ title: 'First' });
    await stage.book({ title: 'Meeting', start: at(10.5), end: at(11) });
    const told = await stage.book({ title: 'Told', start: at(13), end: at(14), customerId });
    stage.clock.set(at(9));
    await stage.done('startAppointment', { id: first, at: at(9) });
    expect(await ask(stage, 'ripple', { locationId })).toEqual({ asOf: at(9), delayed: [] });
    stage.clock.set(at(10.75));
    expect((await ask(stage, 'ripple', { locationId })).delayed).toMatchObject([
      { title: 'First', expectedEnd: at(10.75), delay: 45, because: null, broken: [] },
      { title: 'Meeting', expectedStart: at(10.75), delay: 15, because: { id: first, title: 'First' }, broken: [] },
    ]);
    stage.clock.set(at(13.25));
    const delayed = (await ask(stage, 'ripple', { locationId })).delayed.find((one) => one.id === told);
    expect(delayed).toMatchObject({
      customer: 'Ola',
      delay: 15,
      because: { id: first },
      broken: [{ promise: 'start', promised: at(13), late: 15 }],
    });
    expect(anna).toBeDefined();
  });

  it('says what would happen if one appointment began late or took longer', async () => {
    const stage = await openStage();
    const { anna, bo, bay1, check } = stage.world;
    const work = { serviceTypeId: check, customerId: stage.world.customerId };
    const first = await stage.book({ ...work, title: 'First', claims: [lead(anna), bay(bay1)] });
    const next = await stage.book({
      ...work,
      title: 'Next',
      start: at(10.5),
      end: at(11.25),
      claims: [lead(bo), bay(bay1)],
    });
    await stage.book({ title: 'Elsewhere', start: at(10.5), end: at(11) });
    const ripple = { appointmentId: first, lateStart: 0, overrun: 45 };
    expect((await ask(stage, 'ripple', ripple)).delayed).toMatchObject([
      { id: first, delay: 45, because: null },
      { id: next, delay: 15, because: { id: first }, broken: [{ promise: 'start', late: 15 }] },
      { title: 'Elsewhere', delay: 15, because: { title: 'First' } },
    ]);
    expect((await ask(stage, 'ripple', { ...ripple, overrun: 30 })).delayed).toMatchObject([{ id: first }]);
    expect((await ask(stage, 'ripple', { ...ripple, lateStart: 15, overrun: 30 })).delayed).toHaveLength(3);
  });

  it('wants a location or an appointment that is there', async () => {
    const stage = await openStage();
    for (const input of [
      { locationId: stage.ids.next() },
      { appointmentId: stage.ids.next(), lateStart: 0, overrun: 0 },
    ])
      expect(await stage.laneway.call('query', 'ripple', input, { host: 'test' })).toMatchObject({
        ok: false,
        error: { kind: 'not-found' },
      });
  });
});
