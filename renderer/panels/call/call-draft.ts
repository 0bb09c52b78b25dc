import type { CustomerMatch } from '../../../core/contract/views/search-view.ts';
import type { Coordinates } from '../../../core/domain/organization/location.ts';
import type { Instant } from '../../../core/domain/time/instant.ts';
import { addDays, isLocalDate, localDate, type LocalDate } from '../../../core/domain/time/local-date.ts';
import { toInstant } from '../../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../../core/domain/time/zones.ts';
import type { CustomerTier } from '../../../core/domain/work/customer.ts';
import type { Priority, ServiceType } from '../../../core/domain/work/service-type.ts';
import type { Place } from '../../../core/domain/work/work-order.ts';
import { minuteOf } from '../shared/clock-input.ts';

export type CallCustomer =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly match: CustomerMatch }
  | { readonly kind: 'new'; readonly name: string; readonly phone: string; readonly tier: CustomerTier };

export type CallUnit =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string; readonly plate: string };

export type DueChoice = 'none' | 'today' | 'tomorrow' | 'date';

/** A call as far as it has been written down. Nothing of it is saved before it is booked or put in the tray. */
export interface CallDraft {
  /** What the caller is looked for with: name, phone or plate. */
  readonly who: string;
  readonly customer: CallCustomer;
  readonly unit: CallUnit;
  readonly what: string;
  /** What stands in the service type's field, whether or not it names one. */
  readonly service: string;
  readonly serviceType: ServiceType | null;
  /** Where it is, when the work happens at the customer's. */
  readonly address: string;
  /** Null takes the kind's. */
  readonly priority: Priority | null;
  readonly due: DueChoice;
  readonly dueDate: string;
  readonly dueTime: string;
}

export function emptyCall(who: string, today: LocalDate, closing: string): CallDraft {
  return {
    who,
    customer: { kind: 'none' },
    unit: { kind: 'none' },
    what: '',
    service: '',
    serviceType: null,
    address: '',
    priority: null,
    due: 'none',
    dueDate: addDays(today, 2),
    dueTime: closing,
  };
}

/** True when something would be lost by putting the call away. */
export function isWritten(draft: CallDraft, who: string): boolean {
  const { customer, what, service } = draft;
  return draft.who.trim() !== who.trim() || customer.kind !== 'none' || what.trim() !== '' || service.trim() !== '';
}

/** Takes a known customer. The unit is taken too when the caller named its plate, or when there is only one. */
export function withCustomer(draft: CallDraft, match: CustomerMatch): CallDraft {
  const said = folded(draft.who);
  const named = match.units.find((unit) => said.length >= 2 && folded(unit.plate).includes(said));
  const only = match.units.length === 1 ? match.units[0] : undefined;
  const unit = named ?? only;
  return {
    ...draft,
    who: match.name,
    customer: { kind: 'known', match },
    address: match.address,
    unit: unit === undefined ? { kind: 'none' } : { kind: 'known', id: unit.id },
  };
}

/** Starts a new customer with what was typed: a phone number if it looks like one, else the name. */
export function withNewCustomer(draft: CallDraft): CallDraft {
  const typed = draft.who.trim();
  const isPhone = /^[+\d][\d\s()/.-]{4,}$/.test(typed);
  return {
    ...draft,
    customer: { kind: 'new', name: isPhone ? '' : typed, phone: isPhone ? typed : '', tier: 'standard' },
    unit: { kind: 'new', name: '', plate: '' },
  };
}

export function withoutCustomer(draft: CallDraft): CallDraft {
  return { ...draft, who: '', customer: { kind: 'none' }, unit: { kind: 'none' }, address: '' };
}

/** The promise as an instant; null when nothing is promised, undefined when the field says no real time. */
export function dueOf(
  draft: CallDraft,
  today: LocalDate,
  { zones, zone }: { readonly zones: Zones; readonly zone: ZoneId },
): Instant | null | undefined {
  if (draft.due === 'none') return null;
  const minute = minuteOf(draft.dueTime);
  const date = draft.due === 'today' ? today : draft.due === 'tomorrow' ? addDays(today, 1) : draft.dueDate;
  if (minute === undefined || !isLocalDate(date)) return undefined;
  return toInstant(zones, zone, localDate(date), minute);
}

/** Work that needs no bay happens at the customer's. */
export function isOutside(draft: CallDraft): boolean {
  return draft.serviceType?.capabilities === null;
}

/** The position of the address; null when nobody has given it one, as with a new customer or another address. */
export function positionOf({ customer, address }: CallDraft): Coordinates | null {
  return customer.kind === 'known' && customer.match.address.trim() === address.trim()
    ? customer.match.coordinates
    : null;
}

/** Where the work happens; null at the location. Without a position the location's stands in, and nobody travels. */
export function placeOf(draft: CallDraft, site: Coordinates): Place | null {
  if (!isOutside(draft)) return null;
  return { address: draft.address.trim(), coordinates: positionOf(draft) ?? site };
}

export type CallField = 'who' | 'name' | 'what' | 'service' | 'address' | 'due';

/** The fields that still miss something, in the order in which they stand. A booking needs a service type, the tray does not. */
export function missing(draft: CallDraft, due: Instant | null | undefined, booking: boolean): readonly CallField[] {
  const { customer } = draft;
  return [
    ...(customer.kind === 'none' ? (['who'] as const) : []),
    ...(customer.kind === 'new' && customer.name.trim() === '' ? (['name'] as const) : []),
    ...(draft.what.trim() === '' && draft.serviceType === null ? (['what'] as const) : []),
    ...(draft.serviceType === null && (booking || draft.service.trim() !== '') ? (['service'] as const) : []),
    ...(isOutside(draft) && draft.address.trim() === '' ? (['address'] as const) : []),
    ...(due === undefined ? (['due'] as const) : []),
  ];
}

/** Lower case, without accents, spaces or hyphens: as people say plates and names on the phone. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\p{M}\s-]/gu, '')
    .toLowerCase();
}
