import type * as fc from 'fast-check';
import type { Reader } from '../../../core/application/ports/store.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';
import type { Ids } from '../../builders/surroundings.ts';
import type { Answer } from './answer.ts';
import type { Asked, AskOf } from './asks.ts';
import type { Model, Row, Rows } from './rows.ts';
import type { Site } from './site.ts';
import type { SentStep } from './steps.ts';

/** Where a step is to be said as a command. */
export interface Scene {
  readonly model: Model;
  readonly site: Site;
  readonly ids: Ids;
}

/** The command that a step means where the model stands now; null when there is nothing to do it to. */
type Say<S extends SentStep> = (step: S, scene: Scene) => Asked | null;

export interface Weighted<S extends SentStep> {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<S>;
}

/** What ought to come of each command where the model stands. */
export type Answers = {
  readonly [N in CommandName]?: (model: Model, site: Site, asked: AskOf<N>) => Answer;
};

/** A row of the product with the id or key that the model knows it by; `realId` where that is another. */
export type Found = { readonly id: string; readonly realId?: string };

/** A part of the play: steps, what they say, what ought to come of it, and what is kept of it. */
export interface Topic {
  readonly steps: readonly Weighted<SentStep>[];
  readonly say: Readonly<Record<string, Say<SentStep>>>;
  readonly answers: Answers;
  /** Commands that the second person, a dispatcher, may not send. */
  readonly notForDispatchers: readonly CommandName[];
  /** What the model knows of before the first step. */
  readonly firstRows: (site: Site) => readonly Row[];
  /** The product's rows of this topic. Those of sorts that the model counts by itself may be read by the expected ids. */
  readonly read: (read: Reader, site: Site, expected: Rows) => Promise<readonly Found[]>;
  /** Sentences for what must never be so, whatever was sent. */
  readonly broken: (before: Rows, after: Rows, site: Site) => readonly string[];
}

type Told<S extends SentStep> = Pick<Topic, 'answers'> &
  Partial<Omit<Topic, 'steps' | 'say'>> & {
    readonly steps: readonly Weighted<S>[];
    readonly say: { readonly [D in S['do']]: Say<S & { readonly do: D }> };
  };

/** A topic knows its own steps by their types; the play knows only that each name has something to say it. */
export function topic<S extends SentStep>({ steps, say, ...told }: Told<S>): Topic {
  return {
    notForDispatchers: [],
    firstRows: () => [],
    read: () => Promise.resolve([]),
    broken: () => [],
    ...told,
    steps,
    say: Object.fromEntries(Object.entries<unknown>(say).map(([name, one]) => [name, one as Say<SentStep>])),
  };
}
