import type { AlertReason } from '../work/alert.ts';
import type { AppointmentKind, KindCode, ServiceType } from '../work/service-type.ts';

/** What a message says about the service it recommends; all of it may be missing. */
export interface ServiceHint {
  readonly id: string | null;
  readonly name: string | null;
  readonly kind: KindCode | null;
}

export interface RecommendedService {
  readonly serviceType: ServiceType | null;
  readonly kind: AppointmentKind | null;
  readonly reason: AlertReason;
}

/**
 * The service type a message means: by id, by name, or by its kind. Of several of one kind the words of the message
 * choose, if they fit one of them best; an emergency takes the first by name, because waiting would be worse.
 */
export function recommendedService(
  hint: ServiceHint,
  text: string,
  catalogue: { readonly serviceTypes: readonly ServiceType[]; readonly kinds: readonly AppointmentKind[] },
): RecommendedService {
  const { serviceTypes, kinds } = catalogue;
  const kindOf = (serviceType: ServiceType): AppointmentKind | null =>
    kinds.find((kind) => kind.id === serviceType.kindId) ?? null;
  const found = (serviceType: ServiceType, why: AlertReason['why']): RecommendedService => {
    const facts = { service: serviceType.name };
    return { serviceType, kind: kindOf(serviceType), reason: { why, facts } };
  };
  const named = serviceTypes.find((one) => one.id === hint.id) ?? serviceTypes.find((one) => isNamed(one, hint.name));
  if (named !== undefined) return found(named, 'service-known');
  const kind = kinds.find((one) => one.code === hint.kind);
  if (kind === undefined) {
    const facts = { service: hint.name ?? hint.id ?? hint.kind ?? '' };
    return { serviceType: null, kind: null, reason: { why: 'service-unknown', facts } };
  }
  const own = serviceTypes.filter((one) => one.kindId === kind.id).toSorted(byName);
  const [first] = own;
  if (first !== undefined && own.length === 1) return found(first, 'service-known');
  const meant = bestByWords(own, text);
  if (meant !== undefined) return found(meant, 'service-by-words');
  if (first !== undefined && kind.autoBook === 'next-slot') return found(first, 'service-first');
  return { serviceType: null, kind, reason: { why: 'service-unclear', facts: { kind: kind.name, count: own.length } } };
}

/** `engine_repair`, `Engine repair` and `engine-repair` are one name. */
function isNamed(serviceType: ServiceType, name: string | null): boolean {
  return name !== null && plain(serviceType.name) === plain(name);
}

function plain(text: string): string {
  return wordsOf(text).join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The one whose name shares most words with the text; undefined when none or several do. */
function bestByWords(own: readonly ServiceType[], text: string): ServiceType | undefined {
  const said = new Set(wordsOf(text));
  const scored = own
    .map((one) => ({ one, hits: wordsOf(one.name).filter((word) => word.length > 2 && said.has(word)).length }))
    .toSorted((a, b) => b.hits - a.hits);
  const [best, next] = scored;
  return best === undefined || best.hits === 0 || best.hits === next?.hits ? undefined : best.one;
}

function byName(a: ServiceType, b: ServiceType): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
