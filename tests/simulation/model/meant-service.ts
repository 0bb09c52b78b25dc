import type { AlertWhy } from '../../../core/domain/work/alert.ts';
import { lanesOf } from './needs.ts';
import type { KindRow, ServiceRow } from './rule-rows.ts';
import { every, row, type Rows } from './rows.ts';

/** What a message may say of the service; its words never point to one. */
export interface MeantHint {
  readonly id?: string;
  readonly kind?: string;
}

interface Said {
  readonly service?: MeantHint;
  readonly severity: string;
}

interface MeantService {
  readonly service: ServiceRow | null;
  readonly kind: KindRow | null;
  readonly whys: readonly AlertWhy[];
}

/** The one that is named; else one of the kind that is named; else one of the kind that the severity asks for. */
export function meantService(rows: Rows, { service: hint = {}, severity }: Said): MeantService {
  const services = every(rows, 'serviceType');
  const named = services.find((one) => one.id === hint.id);
  if (named !== undefined)
    return { service: named, kind: row(rows, 'appointmentKind', named.kindId) ?? null, whys: ['service-known'] };
  const whys: AlertWhy[] = hint.id === undefined ? [] : ['service-unknown'];
  const kinds = every(rows, 'appointmentKind').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const called = kinds.filter((one) => one.code === hint.kind);
  if (called.length > 0) return oneOf(rows, called, whys);
  if (hint.kind !== undefined) whys.push('kind-unknown');
  const code = severity === 'emergency' ? 'emergency' : severity === 'critical' ? 'repair' : null;
  if (code === null) return { service: null, kind: null, whys: whys.length === 0 ? ['service-not-said'] : whys };
  const asked = kinds.filter((one) => one.code === code);
  return asked.length === 0
    ? { service: null, kind: null, whys: [...whys, 'kind-missing'] }
    : oneOf(rows, asked, [...whys, 'kind-by-severity']);
}

function oneOf(rows: Rows, kinds: readonly KindRow[], whys: readonly AlertWhy[]): MeantService {
  const own = every(rows, 'serviceType').filter((one) => kinds.some((kind) => kind.id === one.kindId));
  const possible = own.filter((one) => canBeDone(rows, one));
  const [service] = (possible.length === 0 ? own : possible).toSorted(leastFirst);
  const kind = kinds.find((one) => one.id === service?.kindId) ?? kinds[0] ?? null;
  const why = own.length === 0 ? 'service-none' : own.length === 1 ? 'service-known' : 'service-chosen';
  return { service: service ?? null, kind, whys: [...whys, why] };
}

/** Few skills and parts, then long ones, then by name. */
function leastFirst(a: ServiceRow, b: ServiceRow): number {
  const asks = a.skills.length + a.parts.length - b.skills.length - b.parts.length;
  if (asks !== 0) return asks;
  if (a.duration !== b.duration) return b.duration - a.duration;
  return [a.name, a.id].join('/') < [b.name, b.id].join('/') ? -1 : 1;
}

/** Somebody who works has the skills, and there is a bay for it if it needs one; nothing of it runs out in this model. */
function canBeDone(rows: Rows, { skills, capabilities }: ServiceRow): boolean {
  const active = lanesOf(rows).filter((lane) => lane.active);
  const somebody = active.some(
    (lane) =>
      lane.kind === 'technician' &&
      skills.every(({ skill, level }) => lane.skills?.some((own) => own.skill === skill && own.level >= level)),
  );
  const bay = active.some(
    (lane) =>
      lane.kind === 'bay' &&
      (capabilities ?? []).every((name) => lane.capabilities?.some((own) => own.capability === name)),
  );
  return somebody && (capabilities === null || bay);
}
