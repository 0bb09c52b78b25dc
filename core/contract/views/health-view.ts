import type { LocalDate } from '../../domain/time/local-date.ts';
import type { ResourceKind } from '../../domain/resources/resource.ts';

/** What is wrong in the organization's own data without anything saying so. */
export interface HealthReport {
  /** Worst first: what keeps most work waiting. */
  readonly findings: readonly TrapFinding[];
  /** How many things were looked at, so that an empty list means something. */
  readonly looked: { readonly resources: number; readonly serviceTypes: number; readonly waiting: number };
}

/** A trap with the number of open work orders that wait for a place and cannot get one, or a good one, because of it. */
export type TrapFinding = Trap & { readonly workOrders: number };

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export type Trap =
  | { readonly trap: 'technician-without-shift'; readonly resource: NamedThing }
  | { readonly trap: 'resource-without-hours'; readonly resource: NamedThing; readonly kind: ResourceKind }
  /** Only in a file that something else than today's commands has written to: they take no less than five minutes. */
  | { readonly trap: 'zero-duration'; readonly of: 'serviceType' | 'workOrder'; readonly thing: NamedThing }
  | { readonly trap: 'skill-nobody-holds'; readonly skill: string; readonly level: number }
  | { readonly trap: 'capability-nobody-offers'; readonly capability: string }
  | { readonly trap: 'part-without-stock'; readonly part: NamedThing; readonly location: NamedThing }
  | { readonly trap: 'service-fits-nothing'; readonly serviceType: NamedThing }
  | {
      readonly trap: 'skill-expired';
      readonly resource: NamedThing;
      readonly skill: string;
      readonly expiredOn: LocalDate;
    }
  | {
      readonly trap: 'capability-expired';
      readonly resource: NamedThing;
      readonly capability: string;
      readonly expiredOn: LocalDate;
    }
  | { readonly trap: 'rule-never-matches'; readonly rule: NamedThing; readonly why: 'scope-gone' | 'over' | 'empty' }
  | { readonly trap: 'series-resource-gone'; readonly series: NamedThing; readonly resource: NamedThing };
