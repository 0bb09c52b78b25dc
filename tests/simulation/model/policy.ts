import type { CommandArgs } from '../../../core/contract/client.ts';
import type { CancellationPolicy } from '../../../core/domain/organization/cancellation-policy.ts';
import { MINUTE, minutes } from '../../../core/domain/time/instant.ts';
import { uuidv7 } from '../../../core/kernel/id.ts';
import { at } from '../../builders/surroundings.ts';
import { feeKey, type AppointmentRow, type FeeRow, type Model } from './rows.ts';
import { crowns, type Site } from './site.ts';

/** Calling off is free until two days before: about half of it is late. */
const FREE_MINUTES = 2 * 24 * 60;
const LATE = 50_000;
const SHARE_OF_LATE_ENGINE = 50;
const SHARE_OF_NO_SHOW = 80;
/** Work as long as this waits for approval, unless a narrower rule approves it. */
export const LONG = 90;
/** The third service is approved up to this length. */
export const APPROVED = 120;
/** The second service is done so often a day. */
export const A_DAY = 2;

/** The same policy as the product is told. */
export function cancellationOf(site: Site): CancellationPolicy {
  const engine = site.services[0]?.id ?? '';
  const check = site.services[2]?.id ?? '';
  return {
    freeUntil: minutes(FREE_MINUTES),
    late: {
      terms: { kind: 'fixed', amount: crowns(LATE) },
      byServiceType: { [engine]: { kind: 'percent', percent: SHARE_OF_LATE_ENGINE }, [check]: { kind: 'none' } },
      exemptTiers: ['fleet'],
    },
    noShow: { terms: { kind: 'percent', percent: SHARE_OF_NO_SHOW }, byServiceType: {}, exemptTiers: ['fleet'] },
  };
}

/** What calling off the confirmed appointment now costs, in minor units; 0 is free. */
export function lateFee(one: AppointmentRow, model: Model, site: Site): number {
  const isFree = model.now <= one.start - FREE_MINUTES * MINUTE;
  if (one.state.status !== 'confirmed' || one.customerId !== site.customers.standard || isFree) return 0;
  const service = site.services.findIndex(({ id }) => id === one.serviceTypeId);
  if (service === 2) return 0;
  return service === 0 ? share(site.services[0]?.price?.minor ?? 0, SHARE_OF_LATE_ENGINE) : LATE;
}

/** What not coming costs. */
export function noShowFee(one: AppointmentRow, site: Site): number {
  if (one.customerId !== site.customers.standard) return 0;
  const service = site.services.find(({ id }) => id === one.serviceTypeId);
  return share(service?.price?.minor ?? 0, SHARE_OF_NO_SHOW);
}

/** Halves are rounded up. */
function share(minor: number, percent: number): number {
  return Math.floor((minor * percent) / 100 + 0.5);
}

export function feeRow(one: AppointmentRow, reason: FeeRow['reason'], minor: number, model: Model): readonly FeeRow[] {
  if (minor === 0) return [];
  const { id: appointmentId, customerId } = one;
  const amount = crowns(minor);
  const state = { status: 'due' } as const;
  return [
    { entity: 'fee', id: feeKey(appointmentId), appointmentId, customerId, reason, amount, since: model.now, state },
  ];
}

/** Whether somebody without the right to approve has to ask first. */
export function waitsForApproval(one: Pick<AppointmentRow, 'start' | 'end' | 'serviceTypeId'>, site: Site): boolean {
  const length = (one.end - one.start) / MINUTE;
  const isApproved = one.serviceTypeId !== null && one.serviceTypeId === site.services[2]?.id && length <= APPROVED;
  return length >= LONG && !isApproved;
}

export const LONG_WORK = { name: 'Long work', priority: 20 };

/** The stored rules, those that never fit included. */
export function rulesOf(site: Site): readonly CommandArgs<'addScheduleRule'>[] {
  const fixed = (index: number): string => uuidv7(1_600_000_000_000, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, index));
  const rule = { description: '', active: true, scope: { of: 'organization' } } as const;
  const service = (index: number): { of: 'service-type'; serviceTypeId: string } => ({
    of: 'service-type',
    serviceTypeId: site.services[index]?.id ?? '',
  });
  const approves = { kind: 'auto-approval', maximumDuration: null, minimumPriority: 'urgent' } as const;
  const asks = { kind: 'require-approval', minimumDuration: LONG, minimumPriority: null } as const;
  const lanes = site.lanes.flatMap((lane, index): CommandArgs<'addScheduleRule'>[] => {
    const scope = { of: 'resource', resourceId: lane.id } as const;
    const head = { ...rule, scope, priority: 0 };
    const during = { from: '2026-11-24', to: '2026-11-24' };
    const hours = lane.tuesday === null ? null : [{ weekday: 2, ...lane.tuesday }];
    const black =
      lane.blackout === null ? null : { from: at(lane.blackout.from / 60, 1), to: at(lane.blackout.to / 60, 1) };
    return [
      ...(hours === null
        ? []
        : [
            { ...head, id: fixed(10 + index), name: 'Tuesday', rule: { kind: 'availability', hours, during } as const },
          ]),
      ...(black === null
        ? []
        : [{ ...head, id: fixed(20 + index), name: 'Painting', rule: { kind: 'blackout', range: black } as const }]),
    ];
  });
  return [
    ...lanes,
    { ...rule, ...LONG_WORK, id: site.longWork, rule: asks },
    { ...rule, id: fixed(1), name: 'Urgent', priority: 30, rule: approves },
    {
      ...rule,
      scope: service(2),
      id: fixed(2),
      name: 'Checks',
      priority: 0,
      rule: { kind: 'auto-approval', maximumDuration: APPROVED, minimumPriority: null },
    },
    {
      ...rule,
      scope: service(1),
      id: fixed(3),
      name: 'Two a day',
      priority: 0,
      rule: { kind: 'capacity-limit', maximum: A_DAY, per: 'day' },
    },
    { ...rule, id: fixed(4), name: 'Never', priority: 999, active: false, rule: { ...asks, minimumDuration: 5 } },
  ];
}
