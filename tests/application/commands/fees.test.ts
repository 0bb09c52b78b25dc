import { describe, expect, it } from 'vitest';
import { feeDesk } from '../../../core/application/fee-desk.ts';
import type { CommandArgs } from '../../../core/contract/client.ts';
import {
  DEFAULT_CANCELLATION,
  type CancellationPolicy,
} from '../../../core/domain/organization/cancellation-policy.ts';
import { DEFAULT_POLICY } from '../../../core/domain/organization/organization.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { Fee } from '../../../core/domain/work/fee.ts';
import { at, diagnosticsList } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { customerArgs } from '../../builders/world.ts';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const HALF: CancellationPolicy = {
  freeUntil: minutes(24 * 60),
  late: { terms: { kind: 'percent', percent: 50 }, byServiceType: {}, exemptTiers: ['fleet'] },
  noShow: { terms: { kind: 'fixed', amount: eur(4000) }, byServiceType: {}, exemptTiers: [] },
};

const setPolicy = (stage: Stage, cancellation: CancellationPolicy) =>
  stage.done('updatePolicy', {
    organizationId: stage.world.organizationId,
    policy: { ...DEFAULT_POLICY, bufferAfter: minutes(15), severities: {}, cancellation },
  });

/** The check costs 200; half of it is due for calling it off late. */
async function openPriced(): Promise<Stage> {
  const stage = await openStage();
  const { check, kindId } = stage.world;
  const none = { skills: [], capabilities: null, parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
  await stage.done('updateServiceType', {
    id: check,
    kindId,
    name: 'Check',
    duration: 60,
    ...none,
    price: eur(20_000),
  });
  await setPolicy(stage, HALF);
  return stage;
}

const booked = (stage: Stage, more: Partial<CommandArgs<'bookAppointment'>> = {}): Promise<AppointmentId> =>
  stage.book({ title: 'Check', serviceTypeId: stage.world.check, customerId: stage.world.customerId, ...more });

const feesOf = (stage: Stage, appointmentId: string): Promise<readonly Fee[]> =>
  stage.store.read.find('fee', { subjectId: appointmentId });

async function lateFee(stage: Stage): Promise<Fee> {
  const id = await booked(stage);
  await stage.done('cancelAppointment', { id, reason: 'ill' });
  const [fee] = await feesOf(stage, id);
  if (fee === undefined) throw new Error('There is no fee');
  return fee;
}

describe('calling off', () => {
  it('late costs what the policy says, and the fee is due', async () => {
    const stage = await openPriced();
    const id = await booked(stage);
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await feesOf(stage, id)).toMatchObject([
      {
        appointmentId: id,
        customerId: stage.world.customerId,
        title: 'Check',
        reason: 'late-cancellation',
        amount: eur(10_000),
        basis: { terms: { kind: 'percent', percent: 50 }, serviceType: 'Check', price: eur(20_000), notice: 120 },
        since: at(7),
        state: { status: 'due' },
      },
    ]);
  });

  it('in time is free', async () => {
    const stage = await openPriced();
    const id = await booked(stage, { start: at(8, 1), end: at(9, 1) });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await feesOf(stage, id)).toEqual([]);
  });

  it('a request or a hold promises nothing and is free', async () => {
    const stage = await openPriced();
    for (const as of ['requested', 'held'] as const) {
      const id = await booked(stage, { as });
      await stage.done('cancelAppointment', { id, reason: 'ill' });
      expect(await feesOf(stage, id)).toEqual([]);
    }
  });

  it('by the desk itself charges nobody, and what is let go is recorded with who and why', async () => {
    const stage = await openPriced();
    const id = await booked(stage);
    await stage.done('cancelAppointment', { id, reason: 'Anna is ill', charge: false });
    const [fee, ...more] = await feesOf(stage, id);
    expect(more).toEqual([]);
    expect(fee).toMatchObject({
      amount: eur(10_000),
      reason: 'late-cancellation',
      state: { status: 'waived', at: at(7), by: 'Kari', reason: 'Anna is ill' },
    });
    expect(await stage.refused('settleFee', { id: fee?.id ?? '', reference: 'invoice 7' })).toMatchObject({
      kind: 'wrong-fee-status',
      from: 'waived',
    });
  });

  it('by the desk itself in time leaves no record: there is nothing to let go', async () => {
    const stage = await openPriced();
    const id = await booked(stage, { start: at(8, 1), end: at(9, 1) });
    await stage.done('cancelAppointment', { id, reason: 'Anna is ill', charge: false });
    expect(await feesOf(stage, id)).toEqual([]);
  });

  it('is free for exempt tiers and where there is no customer', async () => {
    const stage = await openPriced();
    const fleet = stage.ids.next<'customer'>();
    await stage.done('addCustomer', { ...customerArgs(fleet, 'Fleet'), tier: 'fleet' });
    for (const customerId of [fleet, null]) {
      const id = await booked(stage, { customerId });
      await stage.done('cancelAppointment', { id, reason: 'ill' });
      expect(await feesOf(stage, id)).toEqual([]);
    }
  });

  it('taken back takes the fee with it, and can be done again', async () => {
    const stage = await openPriced();
    const id = await booked(stage);
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    await stage.done('undo', {});
    expect(await feesOf(stage, id)).toEqual([]);
    await stage.done('redo', {});
    expect(await feesOf(stage, id)).toHaveLength(1);
    await stage.done('undo', {});
    await stage.done('cancelAppointment', { id, reason: 'ill again' });
    expect(await feesOf(stage, id)).toHaveLength(1);
  });
});

describe('a no-show', () => {
  it('costs what the policy says about no-shows', async () => {
    const stage = await openPriced();
    const id = await booked(stage);
    stage.clock.set(at(9.5));
    await stage.done('markNoShow', { id });
    expect(await feesOf(stage, id)).toMatchObject([{ reason: 'no-show', amount: eur(4000), state: { status: 'due' } }]);
  });
});

describe('a fee', () => {
  it('is settled with a reference, then refunded with a reason', async () => {
    const stage = await openPriced();
    const { id, appointmentId } = await lateFee(stage);
    await stage.done('settleFee', { id, reference: 'invoice 7' });
    expect((await feesOf(stage, appointmentId))[0]?.state).toEqual({
      status: 'paid',
      at: at(7),
      reference: 'invoice 7',
    });
    await stage.done('refundFee', { id, reason: 'our mistake' });
    const refunded = { status: 'refunded', at: at(7), by: 'Kari', reason: 'our mistake' };
    expect((await feesOf(stage, appointmentId))[0]?.state).toEqual(refunded);
  });

  it('is waived with a reason', async () => {
    const stage = await openPriced();
    const { id, appointmentId } = await lateFee(stage);
    await stage.done('waiveFee', { id, reason: 'first time' });
    const waived = { status: 'waived', at: at(7), by: 'Kari', reason: 'first time' };
    expect((await feesOf(stage, appointmentId))[0]?.state).toEqual(waived);
  });

  it('goes nowhere else', async () => {
    const stage = await openPriced();
    const { id } = await lateFee(stage);
    const wrong = (from: string, to: string) => ({ kind: 'wrong-fee-status', title: 'Check', from, to });
    expect(await stage.refused('refundFee', { id, reason: 'x' })).toEqual(wrong('due', 'refunded'));
    await stage.done('settleFee', { id, reference: '' });
    expect(await stage.refused('settleFee', { id, reference: '' })).toEqual(wrong('paid', 'paid'));
    expect(await stage.refused('waiveFee', { id, reason: 'x' })).toEqual(wrong('paid', 'waived'));
    await stage.done('refundFee', { id, reason: 'x' });
    expect(await stage.refused('settleFee', { id, reference: '' })).toEqual(wrong('refunded', 'paid'));
    expect(await stage.refused('refundFee', { id: stage.ids.next(), reason: 'x' })).toMatchObject({
      kind: 'not-found',
    });
  });

  it('is told to the collector after the commit, and when it is gone', async () => {
    const stage = await openPriced();
    const told: string[] = [];
    const collector = {
      changed: (fee: Fee) => void told.push(`${fee.state.status} ${fee.amount.minor}`),
      gone: () => void told.push('gone'),
    };
    stage.laneway.overhear(feeDesk(stage.store.read, collector, diagnosticsList()));
    const { id } = await lateFee(stage);
    await expect.poll(() => told).toEqual(['due 10000']);
    await stage.done('settleFee', { id, reference: '' });
    await expect.poll(() => told).toEqual(['due 10000', 'paid 10000']);
    await stage.done('undo', {});
    await stage.done('undo', {});
    await expect.poll(() => told).toEqual(['due 10000', 'paid 10000', 'due 10000', 'gone']);
  });
});

describe('the policy', () => {
  it('keeps its terms when a change leaves them out', async () => {
    const stage = await openPriced();
    const { cancellation, ...rest } = { ...DEFAULT_POLICY, severities: {} };
    expect(cancellation).toEqual(DEFAULT_CANCELLATION);
    await stage.done('updatePolicy', { organizationId: stage.world.organizationId, policy: rest });
    const [organization] = await stage.store.read.all('organization');
    expect(organization?.policy.cancellation).toEqual(HALF);
  });

  it('wants terms that make sense', async () => {
    const stage = await openStage();
    const late = { ...HALF.late, terms: { kind: 'percent', percent: 101 } } as const;
    const policy = { ...DEFAULT_POLICY, severities: {}, cancellation: { ...HALF, late } };
    expect(await stage.refused('updatePolicy', { organizationId: stage.world.organizationId, policy })).toMatchObject({
      problems: [{ field: 'policy.cancellation.late.terms.percent', reason: 'must be at most 100' }],
    });
  });
});
