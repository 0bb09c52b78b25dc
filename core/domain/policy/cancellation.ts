import type { CancellationPolicy, Charge, FeeTerms } from '../organization/cancellation-policy.ts';
import type { Money } from '../organization/money.ts';
import { addMinutes, minutesBetween, type Instant } from '../time/instant.ts';
import type { CustomerTier } from '../work/customer.ts';
import type { FeeBasis } from '../work/fee.ts';
import type { ServiceType } from '../work/service-type.ts';

/** What is called off or was not kept, and whose it was. */
export interface Commitment {
  readonly start: Instant;
  readonly serviceType: Pick<ServiceType, 'id' | 'name' | 'price'> | null;
  /** Null when there is no customer: then there is nobody to charge. */
  readonly tier: CustomerTier | null;
}

/** A fee with how it came about. */
export interface ComputedFee {
  readonly amount: Money;
  readonly basis: FeeBasis;
}

/** The last moment at which calling off costs nothing. */
export function freeUntil(policy: CancellationPolicy, start: Instant): Instant {
  return addMinutes(start, -policy.freeUntil);
}

/** What calling off at `at` costs; null when it is free. */
export function lateCancellationFee(policy: CancellationPolicy, kept: Commitment, at: Instant): ComputedFee | null {
  return at <= freeUntil(policy, kept.start) ? null : charged(policy, policy.late, kept, at);
}

/** What not coming costs; null when it costs nothing. */
export function noShowFee(policy: CancellationPolicy, kept: Commitment, at: Instant): ComputedFee | null {
  return charged(policy, policy.noShow, kept, at);
}

/** The service type's own terms go before the general ones; exempt tiers and nobody pay nothing, and so does nothing. */
function charged(policy: CancellationPolicy, charge: Charge, kept: Commitment, at: Instant): ComputedFee | null {
  const { serviceType, tier, start } = kept;
  if (tier === null || charge.exemptTiers.includes(tier)) return null;
  const own = serviceType === null ? undefined : charge.byServiceType[serviceType.id];
  const terms = own ?? charge.terms;
  const price = serviceType?.price ?? null;
  const amount = amountOf(terms, price);
  if (amount === null || amount.minor <= 0) return null;
  const { freeUntil: free } = policy;
  return {
    amount,
    basis: {
      terms,
      serviceType: serviceType?.name ?? null,
      price: terms.kind === 'percent' ? price : null,
      freeUntil: free,
      notice: minutesBetween(at, start),
    },
  };
}

/** Halves of a minor unit are rounded up. */
function amountOf(terms: FeeTerms, price: Money | null): Money | null {
  switch (terms.kind) {
    case 'none':
      return null;
    case 'fixed':
      return terms.amount;
    case 'percent':
      return price === null ? null : { ...price, minor: Math.floor((price.minor * terms.percent) / 100 + 0.5) };
  }
}
