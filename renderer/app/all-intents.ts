import { boardIntents } from '../boards/board-intents.ts';
import { goIntents } from '../intents/go-intents.ts';
import type { Intent } from '../intents/intent.ts';
import { statusIntents } from '../intents/status-intents.ts';
import { surfaceIntents } from '../intents/surface-intents.ts';
import { undoIntents } from '../intents/undo-intents.ts';
import { viewIntents } from '../intents/view-intents.ts';
import { panelIntents } from '../panels/index.ts';
import { printIntents } from '../print/index.ts';

/** Every intent of the console, in the order in which the palette lists them. */
export function allIntents(): readonly Intent[] {
  return [
    ...surfaceIntents,
    ...statusIntents,
    ...panelIntents,
    ...printIntents,
    ...undoIntents,
    ...goIntents,
    ...boardIntents,
    ...viewIntents,
  ];
}
