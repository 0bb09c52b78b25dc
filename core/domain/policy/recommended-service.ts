import type { AlertReason } from '../work/alert.ts';
import type { AppointmentKind, ServiceType } from '../work/service-type.ts';
import { kindOfSeverity, type AlertSeverity } from './auto-book.ts';
import { chosenService } from './chosen-service.ts';
import { plain } from './plain-words.ts';

/** What a message says about the service it recommends; all of it may be missing. */
export interface ServiceHint {
  readonly id: string | null;
  readonly name: string | null;
  /** One of the four kinds, or what the organization calls its own. */
  readonly kind: string | null;
}

export interface ServiceAsked {
  readonly hint: ServiceHint;
  readonly severity: AlertSeverity;
  /** All that the message tells in words. */
  readonly text: string;
}

/** What there is to choose from. */
export interface ServiceCatalogue {
  readonly serviceTypes: readonly ServiceType[];
  readonly kinds: readonly AppointmentKind[];
  /** Whether somebody here has the skills for it, and a bay what it needs. */
  readonly canDo: (serviceType: ServiceType) => boolean;
}

export interface RecommendedService {
  readonly serviceType: ServiceType | null;
  readonly kind: AppointmentKind | null;
  /** How it was found, or why it was not; never empty. */
  readonly reasons: readonly AlertReason[];
}

/**
 * The service type a message means: the one it names, else one of the kind it names, else one of the kind that its
 * severity asks for. A name or kind that nobody knows is told and counts as not given.
 */
export function recommendedService(asked: ServiceAsked, catalogue: ServiceCatalogue): RecommendedService {
  const { hint, text } = asked;
  const { serviceTypes, kinds } = catalogue;
  const named = serviceTypes.find((one) => one.id === hint.id) ?? serviceTypes.find((one) => isCalled(one, hint.name));
  if (named !== undefined) {
    const kind = kinds.find((one) => one.id === named.kindId) ?? null;
    return { serviceType: named, kind, reasons: [{ why: 'service-known', facts: { service: named.name } }] };
  }
  const meant = meantKinds(asked, kinds);
  const [first] = meant.kinds;
  if (first === undefined) return { serviceType: null, kind: null, reasons: meant.reasons };
  const ids = new Set(meant.kinds.map((kind) => kind.id));
  const own = serviceTypes.filter((one) => ids.has(one.kindId));
  const chosen = chosenService(own, { text, kind: first.name, canDo: catalogue.canDo });
  const { serviceType } = chosen;
  const kind = meant.kinds.find((one) => one.id === serviceType?.kindId) ?? first;
  return { serviceType, kind, reasons: [...meant.reasons, chosen.reason] };
}

/** The kinds that are meant, oldest first: an organization may have several of one code. */
function meantKinds(
  { hint, severity }: ServiceAsked,
  all: readonly AppointmentKind[],
): { readonly kinds: readonly AppointmentKind[]; readonly reasons: readonly AlertReason[] } {
  const said = hint.name ?? hint.id;
  const reasons: AlertReason[] = said === null ? [] : [{ why: 'service-unknown', facts: { service: said } }];
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (hint.kind !== null) {
    const wanted = plain(hint.kind);
    const coded = sorted.filter((kind) => kind.code === wanted);
    const called = coded.length > 0 ? coded : sorted.filter((kind) => plain(kind.name) === wanted);
    if (called.length > 0) return { kinds: called, reasons };
    reasons.push({ why: 'kind-unknown', facts: { kind: hint.kind } });
  }
  const code = kindOfSeverity(severity);
  if (code === null) {
    if (reasons.length === 0) reasons.push({ why: 'service-not-said', facts: {} });
    return { kinds: [], reasons };
  }
  const kinds = sorted.filter((kind) => kind.code === code);
  const [kind] = kinds;
  reasons.push(
    kind === undefined
      ? { why: 'kind-missing', facts: { severity } }
      : { why: 'kind-by-severity', facts: { severity, kind: kind.name } },
  );
  return { kinds, reasons };
}

/** `engine_repair`, `Engine repair` and `engine-repair` are one name. */
function isCalled(serviceType: ServiceType, name: string | null): boolean {
  return name !== null && plain(serviceType.name) === plain(name);
}
