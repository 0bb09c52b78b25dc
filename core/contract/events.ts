import type { EntityName } from '../domain/ops/op.ts';
import type { LocationId } from '../domain/organization/location.ts';
import type { Instant, InstantRange } from '../domain/time/instant.ts';
import type { Health } from './views/setup-view.ts';
import type { CommandName } from './commands/index.ts';

/** What every console is told after a commit, and nothing else. Views refetch what it touches. */
export type LanewayEvent =
  | ChangeEvent
  | {
      readonly event: 'runProgressed';
      readonly runId: string;
      readonly done: number;
      readonly total: number;
      readonly phrase: string;
      /** What the run has found so far; left out where a run tells nothing but its progress. */
      readonly detail?: RunDetail;
    }
  | { readonly event: 'healthChanged'; readonly health: Health };

/** The best plan so far: minutes of cost, and how much of the work has a place. */
export interface RunDetail {
  readonly score: number;
  readonly placed: number;
  readonly leftOut: number;
  /** True while the search is over and the plan is being proved. */
  readonly proving?: true;
}

export interface ChangeEvent {
  readonly event: 'changed';
  readonly sequence: number;
  readonly command: CommandName;
  readonly commandId: string;
  readonly by: string;
  readonly at: Instant;
  readonly touched: readonly { readonly entity: EntityName; readonly id: string }[];
  readonly locations: readonly LocationId[];
  /** The stretch of time whose board may look different now; null when it cannot be said. */
  readonly range: InstantRange | null;
}
