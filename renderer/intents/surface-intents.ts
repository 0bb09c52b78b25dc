import type { Intent } from './intent.ts';

export const surfaceIntents: readonly Intent[] = [
  {
    id: 'palette',
    group: 'help',
    shortcut: 'Mod+K',
    label: ({ words }) => words.ui('ui.palette'),
    run: ({ console }) => console.surfaces.show({ kind: 'palette' }),
  },
  {
    id: 'call',
    group: 'work',
    shortcut: 'F2',
    label: ({ words }) => words.ui('ui.call'),
    unavailable: ({ console }) => console.location() === undefined,
    run: ({ console }) => console.surfaces.show({ kind: 'call' }),
  },
  {
    id: 'print',
    group: 'work',
    shortcut: 'Mod+P',
    label: ({ words }) => words.ui('ui.print'),
    unavailable: ({ console }) => console.location() === undefined,
    run: ({ console }) => console.surfaces.show({ kind: 'print' }),
  },
  {
    id: 'shortcuts',
    group: 'help',
    shortcut: '?',
    label: ({ words }) => words.ui('ui.shortcuts'),
    run: ({ console }) => console.surfaces.show({ kind: 'shortcuts' }),
  },
];
