import { refused, type Answer } from './answer.ts';
import type { Ask } from './asks.ts';
import { ADMIN } from './placing.ts';
import type { Model } from './rows.ts';
import type { Site } from './site.ts';
import { TOPICS } from './topics.ts';

type Answering = (model: Model, site: Site, asked: Ask) => Answer;

// Each command is answered by the function that stands under its name; a union of functions forgets that.
const ANSWERS = new Map(
  TOPICS.flatMap(({ answers }) => Object.entries(answers)).map(([name, answer]) => [name, answer as Answering]),
);
const NOT_FOR_DISPATCHERS = new Set(TOPICS.flatMap((one) => one.notForDispatchers));

/** The commands that the model understands. */
export const NAMES: readonly string[] = [...ANSWERS.keys()];

/** What ought to come of a command where the model stands. */
export function answerTo(asked: Ask, model: Model, site: Site): Answer {
  if (asked.by !== ADMIN && NOT_FOR_DISPATCHERS.has(asked.name)) return refused('not-permitted');
  const answer = ANSWERS.get(asked.name);
  if (answer === undefined) throw new Error(`The model has no answer to ${asked.name}`);
  return answer(model, site, asked);
}
