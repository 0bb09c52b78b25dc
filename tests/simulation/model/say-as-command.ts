import type { Ask } from './asks.ts';
import type { SentStep } from './steps.ts';
import type { Scene } from './topic.ts';
import { TOPICS } from './topics.ts';

const SAY = new Map(TOPICS.flatMap(({ say }) => Object.entries(say)));

/** The sorts of steps that can be said. */
export const SORTS: readonly string[] = [...SAY.keys()];

/** The command that a generated step means where the model stands now; null when there is nothing to do it to. */
export function commandOf(step: SentStep, scene: Scene): Ask | null {
  const asked = SAY.get(step.do)?.(step, scene) ?? null;
  // `ask` paired each name with its own arguments; spreading a union loses that.
  return asked === null ? null : ({ ...asked, by: step.by, accept: step.accept } as Ask);
}
