import { describe, expect, it } from 'vitest';
import { lateCancellationFee, noShowFee, type Commitment } from '../../../core/domain/policy/cancellation.ts';
import {
  DEFAULT_CANCELLATION,
  type CancellationPolicy,
} from '../../../core/domain/organization/cancellation-policy.ts';
import { addMinutes, instant, minutes } from '../../../core/domain/time/instant.ts';
import { asId } from '../../../core/kernel/id.ts';

const START = instant(Date.UTC(2026, 10, 23, 9));
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const service = (name: string, price: number | null): Commitment['serviceType'] => ({
  id: asId(name),
  name,
  price: price === null ? null : eur(price),
});
const POLICY: CancellationPolicy = {
  freeUntil: minutes(1440),
  late: {
    terms: { kind: 'percent', percent: 50 },
    byServiceType: { towing: { kind: 'fixed', amount: eur(7500) }, wash: { kind: 'none' } },
    exemptTiers: ['fleet'],
  },
  noShow: { terms: { kind: 'fixed', amount: eur(4000) }, byServiceType: {}, exemptTiers: ['premium'] },
};

/** Hours before the start, service type with its price, tier, and what it costs: written down, not computed. */
const LATE: readonly (readonly [number, string, number | null, Commitment['tier'], number | null])[] = [
  [48, 'engine', 20_000, 'standard', null],
  [24, 'engine', 20_000, 'standard', null],
  [23.99, 'engine', 20_000, 'standard', 10_000],
  [1, 'engine', 20_001, 'standard', 10_001],
  [1, 'engine', 20_001, 'premium', 10_001],
  [1, 'engine', 20_000, 'fleet', null],
  [1, 'engine', 20_000, null, null],
  [1, 'engine', null, 'standard', null],
  [1, 'engine', 0, 'standard', null],
  [1, 'towing', 20_000, 'standard', 7500],
  [1, 'towing', null, 'standard', 7500],
  [30, 'towing', null, 'standard', null],
  [1, 'towing', null, 'fleet', null],
  [1, 'wash', 20_000, 'standard', null],
  [-1, 'engine', 20_000, 'standard', 10_000],
];

describe('the fee of a late cancellation', () => {
  it.each(LATE)('%s h before, %s at %s for %s costs %s', (hours, name, price, tier, amount) => {
    const fee = lateCancellationFee(
      POLICY,
      { start: START, serviceType: service(name, price), tier },
      addMinutes(START, -hours * 60),
    );
    expect(fee?.amount ?? null).toEqual(amount === null ? null : eur(amount));
  });

  it('says how it came about', () => {
    const kept = { start: START, serviceType: service('engine', 20_000), tier: 'standard' } as const;
    expect(lateCancellationFee(POLICY, kept, addMinutes(START, -90))?.basis).toEqual({
      terms: { kind: 'percent', percent: 50 },
      serviceType: 'engine',
      price: eur(20_000),
      freeUntil: 1440,
      notice: 90,
    });
  });

  it('is free as long as the organization says', () => {
    const short = { ...POLICY, freeUntil: minutes(60) };
    const kept = { start: START, serviceType: service('engine', 20_000), tier: 'standard' } as const;
    expect(lateCancellationFee(short, kept, addMinutes(START, -60))).toBeNull();
    expect(lateCancellationFee(short, kept, addMinutes(START, -59))?.amount).toEqual(eur(10_000));
  });

  it('is nothing before an organization has set one', () => {
    const kept = { start: START, serviceType: service('engine', 20_000), tier: 'standard' } as const;
    expect(lateCancellationFee(DEFAULT_CANCELLATION, kept, START)).toBeNull();
    expect(noShowFee(DEFAULT_CANCELLATION, kept, START)).toBeNull();
  });

  it('is taken without a service type by the general terms', () => {
    const kept = { start: START, serviceType: null, tier: 'standard' } as const;
    expect(lateCancellationFee(POLICY, kept, START)).toBeNull();
    const fixed = { ...POLICY, late: POLICY.noShow };
    expect(lateCancellationFee(fixed, kept, START)).toMatchObject({ amount: eur(4000), basis: { serviceType: null } });
  });
});

describe('the fee of a no-show', () => {
  it('has terms and exempt tiers of its own', () => {
    const kept = { start: START, serviceType: service('engine', 20_000), tier: 'fleet' } as const;
    const late = addMinutes(START, 30);
    expect(noShowFee(POLICY, kept, late)).toMatchObject({ amount: eur(4000), basis: { notice: -30, price: null } });
    expect(noShowFee(POLICY, { ...kept, tier: 'premium' }, late)).toBeNull();
  });
});
