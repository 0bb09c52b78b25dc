import type { Trap, TrapFinding } from '../../../contract/views/health-view.ts';
import type { ScheduleRule } from '../../../domain/rules/schedule-rule.ts';
import { named, type Inspection } from './inspection.ts';

type Why = Extract<Trap, { readonly trap: 'rule-never-matches' }>['why'];

/** Active rules that nothing can meet any more. They keep no work waiting; they only seem to govern something. */
export function rulesThatNeverMatch(all: Inspection): readonly TrapFinding[] {
  return all.rules
    .filter((rule) => rule.active)
    .flatMap((rule): TrapFinding[] => {
      const why = scopeIsGone(rule, all) ? 'scope-gone' : contentIsVoid(rule, all);
      return why === null ? [] : [{ trap: 'rule-never-matches', rule: named(rule), why, workOrders: 0 }];
    });
}

function scopeIsGone({ scope }: ScheduleRule, { locations, resources, serviceTypes }: Inspection): boolean {
  switch (scope.of) {
    case 'organization':
      return false;
    case 'location':
      return !locations.some((one) => one.id === scope.locationId);
    case 'resource':
      return !resources.some((one) => one.id === scope.resourceId && one.active);
    case 'service-type':
      return !serviceTypes.some((one) => one.id === scope.serviceTypeId);
    case 'resource-kind': {
      const { kind, locationId } = scope;
      const of = resources.filter((one) => one.kind === kind && one.active);
      return !of.some((one) => locationId === null || one.locationId === locationId);
    }
  }
}

function contentIsVoid({ rule }: ScheduleRule, { now, today, serviceTypes }: Inspection): Why | null {
  switch (rule.kind) {
    case 'blackout':
      return rule.range.to <= now ? 'over' : null;
    case 'availability':
      return rule.during !== null && rule.during.to < today ? 'over' : null;
    case 'auto-approval': {
      const { maximumDuration } = rule;
      const shortest = Math.min(...serviceTypes.map((one) => one.duration));
      return maximumDuration !== null && maximumDuration < shortest && serviceTypes.length > 0 ? 'empty' : null;
    }
    case 'require-approval':
    case 'capacity-limit':
      return null;
  }
}

/** Running series that claim somebody or something that is not there any more. */
export function seriesWithoutResources({ series, resources }: Inspection): readonly TrapFinding[] {
  const byId = new Map(resources.map((one): [string, typeof one] => [one.id, one]));
  return series
    .filter((one) => one.active)
    .flatMap((one) =>
      one.claims
        .filter((claim) => byId.get(claim.resourceId)?.active !== true)
        .map((claim): TrapFinding => {
          const resource = { id: claim.resourceId, name: byId.get(claim.resourceId)?.name ?? '' };
          return { trap: 'series-resource-gone', series: named(one), resource, workOrders: 0 };
        }),
    );
}
