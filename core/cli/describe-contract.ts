import { z } from 'zod';
import { commands } from '../contract/commands/index.ts';
import { queries } from '../contract/queries/index.ts';
import { runs } from '../contract/runs.ts';

export interface ContractLine {
  readonly kind: 'command' | 'query' | 'run';
  readonly name: string;
  readonly permission: string;
  readonly summary: string;
  /** JSON Schema of the arguments (command) or the input. */
  readonly input: unknown;
}

/** The whole contract as data, in the order in which it is written. */
export function describeContract(): readonly ContractLine[] {
  const line = (kind: ContractLine['kind'], name: string, spec: Spec): ContractLine => ({
    kind,
    name,
    permission: spec.permission,
    summary: spec.summary,
    input: z.toJSONSchema('args' in spec ? spec.args : spec.input, { io: 'input', unrepresentable: 'any' }),
  });
  return [
    ...Object.entries(commands).map(([name, spec]) => line('command', name, spec)),
    ...Object.entries(queries).map(([name, spec]) => line('query', name, spec)),
    ...Object.entries(runs).map(([name, spec]) => line('run', name, spec)),
  ];
}

type Spec = { readonly permission: string; readonly summary: string } & (
  | { readonly args: z.ZodType }
  | { readonly input: z.ZodType }
);
