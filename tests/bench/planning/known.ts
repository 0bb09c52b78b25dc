import { generate, type Instance } from '../../fixtures/planning/generate.mjs';
import reference from '../../fixtures/planning/reference.json' with { type: 'json' };

/** What is known about an instance of the reference. */
export interface Known {
  readonly empty: number;
  readonly greedy: number;
  readonly optimum?: number;
  readonly best?: number;
  readonly vroomBest?: number;
}

const instances: Readonly<Record<string, Known | undefined>> = reference.instances;

export type Family = 'field' | 'bay' | 'mixed';
export const FAMILIES: readonly Family[] = ['field', 'bay', 'mixed'];

export function instanceWith(family: Family, size: 'tiny' | 'small' | 'day150' | 'week1000', seed: number): Instance {
  return generate({ family, size, seed });
}

export function knownOf({ name }: Instance): Known {
  const known = instances[name];
  if (known === undefined) throw new Error(`Nothing is known about ${name}`);
  return known;
}

/** The share of what planning can win that a plan misses, in percent. */
export function regretOf(score: number, { empty, optimum = 0 }: Known): number {
  return (100 * (score - optimum)) / (empty - optimum);
}
