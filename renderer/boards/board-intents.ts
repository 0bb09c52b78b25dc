import type { Intent } from '../intents/intent.ts';

/** What only the board can do. */
export const boardIntents: readonly Intent[] = [];
