import type { BayGroup } from './bay-groups.ts';
import type { LinearModel } from './rows.ts';

/** A job that starts then, with a technician, or in one of a group of bays that are alike. */
export interface ProofStart {
  readonly job: number;
  readonly start: number;
  readonly column: number;
}

/** With a technician, in one gap of the shift. */
export interface ShiftStart extends ProofStart {
  readonly shift: number;
  readonly gap: number;
}

/** The exact model of bay work at one site, by time: one variable for each job, technician and start, and each group of bays. */
export interface ProofModel {
  readonly linear: LinearModel;
  readonly byShift: readonly ShiftStart[];
  readonly byBays: readonly (ProofStart & { readonly group: number })[];
  readonly groups: readonly BayGroup[];
  /** Columns of what follows from the starts: whether a gap is driven to, and minutes above limits. */
  readonly driven: readonly { readonly column: number; readonly jobs: readonly ProofStart[] }[];
  readonly above: readonly { readonly column: number; readonly limit: number; readonly jobs: readonly ProofStart[] }[];
}
