import type { z } from 'zod';
import type { Permission } from './permission.ts';

/** A request to change, as data: what the funnel needs to know before it looks for the use case. */
export interface CommandSpec<Args extends z.ZodType = z.ZodType> {
  /** One English line for `laneway contract`. */
  readonly summary: string;
  readonly permission: Permission;
  /** Grows by one when the arguments change their meaning. */
  readonly version: number;
  readonly undoable: boolean;
  readonly args: Args;
}

export interface QuerySpec<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
  /** Never set: carries the type of the answer. */
  readonly output?: Output;
}

/** Long work: progress comes as events, and a caller can cancel it. */
export interface RunSpec<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
  readonly output?: Output;
}

export function command<Args extends z.ZodType>(spec: {
  readonly summary: string;
  readonly permission: Permission;
  readonly args: Args;
  readonly undoable?: boolean;
  readonly version?: number;
}): CommandSpec<Args> {
  return { undoable: true, version: 1, ...spec };
}

/** Called in two steps, because TypeScript infers either all type arguments or none. */
export function query<Output>(): <Input extends z.ZodType>(spec: {
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
}) => QuerySpec<Input, Output> {
  return (spec) => spec;
}

export function run<Output>(): <Input extends z.ZodType>(spec: {
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
}) => RunSpec<Input, Output> {
  return (spec) => spec;
}
