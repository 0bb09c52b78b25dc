import { z } from 'zod';
import type { Fact } from '../domain/board/fact.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { ChangeEvent } from './events.ts';
import type { Refusal } from './refusal.ts';
import { id, text } from './values.ts';

/** How a command travels: its own id makes it idempotent, `why` and accepted cautions go to the log. */
export const envelope = z.strictObject({
  id: id<'command'>(),
  args: z.unknown(),
  why: text(500).optional(),
  /** A person saw the cautions and decided to go on; they are kept as an override. */
  acceptCautions: z.boolean().optional(),
});
export type Envelope = z.input<typeof envelope>;

/** The answer to an accepted command: its place in the log. Repeating the same command id gives the same receipt. */
export interface Receipt {
  readonly commandId: string;
  readonly sequence: number;
  readonly at: Instant;
  /** What it was done to, for "Undo move · Replace coolant thermostat". */
  readonly subject: string;
  readonly touched: ChangeEvent['touched'];
  /** What became of it otherwise than asked: that it waits for approval, and by which rule. Left out when there is nothing. */
  readonly facts?: readonly Fact[];
  /** Lines of a plan that did not fit any more, or had nothing to change: they were left as they are. Left out when there are none. */
  readonly left?: readonly LeftLine[];
}

/** One line that was not done, by its place in the command, counted from 0. */
export interface LeftLine {
  readonly line: number;
  readonly title: string;
  /** Null when the answer is told again: what was in the way then is not kept. */
  readonly because: Refusal | null;
}

/** How a run travels: the caller names it, to hear of its progress and to cancel it. */
export const runInput = z.strictObject({ runId: z.string().min(1).max(100), input: z.unknown() });
export const cancelInput = z.strictObject({ runId: z.string().min(1).max(100) });
