import type { Instant } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import type { Ask } from './asks.ts';
import { lanesOf } from './needs.ts';
import type { Rows } from './rows.ts';
import type { LaneRow } from './rule-rows.ts';
import type { LanesWanted, When } from './steps.ts';

type Claims = Extract<Ask, { name: 'bookAppointment' }>['args']['claims'];

/** The one that a generated number means among what is there; null where there is none. */
export function nth<T>(list: readonly T[], pick: number): T | null {
  return list[pick % Math.max(1, list.length)] ?? null;
}

export function startOf({ day, quarter }: When): Instant {
  return at(quarter / 4, day);
}

export function claimsOf(rows: Rows, wanted: LanesWanted): Claims {
  const all = lanesOf(rows).filter((lane) => lane.active);
  const technicians = all.filter((lane) => lane.kind === 'technician');
  const bays = all.filter((lane) => lane.kind === 'bay');
  const claim = (from: readonly LaneRow[], index: number | null, role: 'lead' | 'assistant' | 'bay'): Claims => {
    const lane = index === null ? undefined : from[index];
    return lane === undefined ? [] : [{ resourceId: lane.id, role, units: 1 }];
  };
  const chargers = all
    .filter((lane) => lane.kind === 'equipment')
    .map((lane) => ({ resourceId: lane.id, role: 'equipment' as const, units: wanted.chargers }));
  const assistant = wanted.assistant === wanted.technician ? null : wanted.assistant;
  return [
    ...claim(technicians, wanted.technician, 'lead'),
    ...claim(technicians, assistant, 'assistant'),
    ...claim(bays, wanted.bay, 'bay'),
    ...(wanted.chargers === 0 ? [] : chargers),
  ];
}
