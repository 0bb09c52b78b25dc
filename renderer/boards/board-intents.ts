import type { Intent } from '../intents/intent.ts';

/** What only the board can do. */
export const boardIntents: readonly Intent[] = [
  {
    id: 'focus-board',
    group: 'go',
    shortcut: 'G',
    label: ({ words }) => words.ui('ui.go.board'),
    unavailable: ({ console }) => console.shown.getState().geometry === null,
    run: ({ console }) => console.shown.getState().geometry?.focus(),
  },
];
