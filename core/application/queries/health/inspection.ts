import type { Location } from '../../../domain/organization/location.ts';
import type { Part, Stock } from '../../../domain/parts/part.ts';
import type { Resource, SkillLevel, Technician } from '../../../domain/resources/resource.ts';
import type { ScheduleRule } from '../../../domain/rules/schedule-rule.ts';
import type { Series } from '../../../domain/series/series.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { LocalDate } from '../../../domain/time/local-date.ts';
import type { ServiceType, SkillNeed } from '../../../domain/work/service-type.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';

/** Everything the health check looks at, as plain rows. */
export interface Inspection {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly locations: readonly Location[];
  readonly resources: readonly Resource[];
  readonly serviceTypes: readonly ServiceType[];
  readonly parts: readonly Part[];
  readonly stocks: readonly Stock[];
  readonly rules: readonly ScheduleRule[];
  readonly series: readonly Series[];
  /** Open work orders without a live appointment. */
  readonly waiting: readonly WorkOrder[];
}

export function technicians(all: Inspection): readonly Technician[] {
  return all.resources.filter((one) => one.kind === 'technician' && one.active) as readonly Technician[];
}

/** The level at which somebody can be sent today; 0 for not at all. */
export function levelOf(technician: Technician, skill: string, today: LocalDate): SkillLevel | 0 {
  const held = technician.skills.find((one) => one.skill === skill);
  if (held === undefined || (held.expiresOn !== null && held.expiresOn < today)) return 0;
  return held.level;
}

export function hasSkills(technician: Technician, needs: readonly SkillNeed[], today: LocalDate): boolean {
  return needs.every((need) => levelOf(technician, need.skill, today) >= need.level);
}

/** What a resource offers today besides being there. */
export function offers(resource: Resource, today: LocalDate): readonly string[] {
  if (resource.kind === 'technician') return [];
  return resource.capabilities
    .filter((one) => one.expiresOn === null || one.expiresOn >= today)
    .map((one) => one.capability);
}

/** It never opens: no weekly hours, and no dated ones from today on. */
export function neverOpen(resource: Resource, today: LocalDate): boolean {
  return resource.hours.length === 0 && !resource.overrides.some((one) => one.date >= today && one.spans.length > 0);
}

export function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}
