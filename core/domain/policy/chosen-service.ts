import type { AlertReason } from '../work/alert.ts';
import type { ServiceType } from '../work/service-type.ts';
import { wordsOf } from './plain-words.ts';

/** What the choice among service types of one kind goes by. */
export interface Choice {
  readonly text: string;
  /** The kind's name. */
  readonly kind: string;
  readonly canDo: (serviceType: ServiceType) => boolean;
}

/**
 * One service type of the kind, always the same: those that the words of the message point to; of those, what can be done
 * here; of those, the one that asks for the fewest skills and parts; then the longest, because time that is left over
 * hurts less than time that is missing; then the first by name.
 */
export function chosenService(
  own: readonly ServiceType[],
  { text, kind, canDo }: Choice,
): { readonly serviceType: ServiceType | null; readonly reason: AlertReason } {
  const [first] = own;
  if (first === undefined) return { serviceType: null, reason: { why: 'service-none', facts: { kind } } };
  if (own.length === 1) return { serviceType: first, reason: { why: 'service-known', facts: { service: first.name } } };
  const count = own.length;
  const said = pointedAt(own, text);
  const [meant] = said;
  if (meant !== undefined && said.length === 1)
    return { serviceType: meant, reason: { why: 'service-by-words', facts: { service: meant.name, count } } };
  const possible = said.filter(canDo);
  const [serviceType = first] = (possible.length === 0 ? said : possible).toSorted(leastFirst);
  const facts = { service: serviceType.name, kind, count, said: said.length, possible: possible.length };
  return { serviceType, reason: { why: 'service-chosen', facts } };
}

/** Those whose names share most words with the text; all of them when none shares any. */
function pointedAt(own: readonly ServiceType[], text: string): readonly ServiceType[] {
  const said = new Set(wordsOf(text));
  const hits = (one: ServiceType): number =>
    wordsOf(one.name).filter((word) => word.length > 2 && said.has(word)).length;
  const most = Math.max(...own.map(hits));
  return own.filter((one) => hits(one) === most);
}

function leastFirst(a: ServiceType, b: ServiceType): number {
  const asks = ({ skills, parts }: ServiceType): number => skills.length + parts.length;
  return asks(a) - asks(b) || b.duration - a.duration || order(a.name, b.name) || order(a.id, b.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
