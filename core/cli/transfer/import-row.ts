import type { FieldProblem } from '../../contract/refusal.ts';

/** What one row of a file comes to: commands to be sent together, or what is wrong with it. */
export type PlannedRow =
  | { readonly row: number; readonly commands: readonly PlannedCommand[] }
  | { readonly row: number; readonly problems: readonly FieldProblem[] }
  /** Not for import, and why. */
  | { readonly row: number; readonly skipped: string };

export interface PlannedCommand {
  readonly name: string;
  readonly args: unknown;
}
