import type { CancellationPolicy, Charge } from '../../../core/domain/organization/cancellation-policy.ts';
import { MINUTE, minutes } from '../../../core/domain/time/instant.ts';
import { policyOf } from './needs.ts';
import { feeKey, row, type AppointmentRow, type FeeRow, type Model, type Rows } from './rows.ts';
import { crowns, type Site } from './the-site.ts';

/** Calling off is free until two days before: about half of it is late. */
const FREE_MINUTES = 2 * 24 * 60;

/** The policy of the beginning: each sort of terms, and somebody who is never charged. */
export function cancellationOf(site: Pick<Site, 'services'>): CancellationPolicy {
  const engine = site.services[0]?.id ?? '';
  const check = site.services[2]?.id ?? '';
  return {
    freeUntil: minutes(FREE_MINUTES),
    late: {
      terms: { kind: 'fixed', amount: crowns(50_000) },
      byServiceType: { [engine]: { kind: 'percent', percent: 50 }, [check]: { kind: 'none' } },
      exemptTiers: ['fleet'],
    },
    noShow: { terms: { kind: 'percent', percent: 80 }, byServiceType: {}, exemptTiers: ['fleet'] },
  };
}

/** What calling off the confirmed appointment now costs, in minor units; 0 is free. */
export function lateFee(one: AppointmentRow, { now, rows }: Model): number {
  const { freeUntil, late } = policyOf(rows).cancellation;
  const isFree = one.state.status !== 'confirmed' || now <= one.start - freeUntil * MINUTE;
  return isFree ? 0 : charged(one, rows, late);
}

/** What not coming costs. */
export function noShowFee(one: AppointmentRow, { rows }: Model): number {
  return charged(one, rows, policyOf(rows).cancellation.noShow);
}

function charged({ customerId, serviceTypeId }: AppointmentRow, rows: Rows, charge: Charge): number {
  const customer = row(rows, 'customer', customerId);
  if (customer === undefined || charge.exemptTiers.includes(customer.tier)) return 0;
  const terms = charge.byServiceType[serviceTypeId ?? ''] ?? charge.terms;
  if (terms.kind === 'none') return 0;
  if (terms.kind === 'fixed') return terms.amount.minor;
  const price = row(rows, 'serviceType', serviceTypeId)?.price?.minor ?? 0;
  // Halves are rounded up.
  return Math.floor((price * terms.percent) / 100 + 0.5);
}

export function feeRow(
  one: AppointmentRow,
  reason: FeeRow['reason'],
  minor: number,
  { now, state = { status: 'due' } }: Pick<Model, 'now'> & { readonly state?: FeeRow['state'] },
): readonly FeeRow[] {
  if (minor === 0) return [];
  const { id: appointmentId, customerId } = one;
  const amount = crowns(minor);
  return [{ entity: 'fee', id: feeKey(appointmentId), appointmentId, customerId, reason, amount, since: now, state }];
}
