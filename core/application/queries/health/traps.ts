import type { TrapFinding } from '../../../contract/views/health-view.ts';
import type { Inspection } from './inspection.ts';
import { expired, withoutHours } from './resource-traps.ts';
import { rulesThatNeverMatch, seriesWithoutResources } from './rule-traps.ts';
import {
  missingCapabilities,
  missingSkills,
  partsWithoutStock,
  servicesThatFitNothing,
  zeroDurations,
} from './work-traps.ts';

const TRAPS: readonly ((all: Inspection) => readonly TrapFinding[])[] = [
  withoutHours,
  zeroDurations,
  missingSkills,
  missingCapabilities,
  servicesThatFitNothing,
  partsWithoutStock,
  expired,
  rulesThatNeverMatch,
  seriesWithoutResources,
];

/** Every silent trap in the rows, those that keep most work waiting first. */
export function findTraps(all: Inspection): readonly TrapFinding[] {
  return TRAPS.flatMap((look) => look(all)).toSorted((a, b) => b.workOrders - a.workOrders);
}
