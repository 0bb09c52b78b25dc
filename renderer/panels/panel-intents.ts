import type { Intent } from '../intents/intent.ts';

/** What the panels add to the console's intents. */
export const panelIntents: readonly Intent[] = [];
