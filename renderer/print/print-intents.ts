import type { Intent } from '../intents/intent.ts';
import { selectedSheet } from './choice.ts';

/** What printing adds to the console's intents; all job sheets are the `print` surface's own. */
export const printIntents: readonly Intent[] = [
  {
    id: 'print-appointment',
    group: 'work',
    label: ({ console, words }) => {
      const selected = selectedSheet(console);
      return selected === undefined
        ? words.ui('ui.print.none')
        : words.ui('ui.print.appointment', { name: selected.resource.name });
    },
    unavailable: ({ console }) => selectedSheet(console) === undefined,
    run: ({ console }) => {
      const selected = selectedSheet(console);
      if (selected !== undefined) console.surfaces.show({ kind: 'print', resourceId: selected.resource.id });
    },
  },
];
