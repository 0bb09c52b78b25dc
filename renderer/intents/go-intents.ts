import { addDays } from '../../core/domain/time/local-date.ts';
import type { Intent, Scene } from './intent.ts';

function go({ console }: Scene, days: number): void {
  const date = addDays(console.date(), days * console.session.getState().days);
  console.session.setState({ date: date === console.today() ? null : date });
  console.notices.announce(console.words().longDate(date));
}

export const goIntents: readonly Intent[] = [
  {
    id: 'previous-day',
    group: 'go',
    shortcut: 'Alt+ArrowLeft',
    label: ({ words }) => words.ui('ui.go.previous'),
    run: (scene) => go(scene, -1),
  },
  {
    id: 'next-day',
    group: 'go',
    shortcut: 'Alt+ArrowRight',
    label: ({ words }) => words.ui('ui.go.next'),
    run: (scene) => go(scene, 1),
  },
  {
    id: 'today',
    group: 'go',
    shortcut: 'T',
    label: ({ words }) => words.ui('ui.go.today'),
    run: ({ console, words }) => {
      console.session.setState({ date: null });
      console.notices.announce(words.longDate(console.today()));
    },
  },
  {
    id: 'next-location',
    group: 'go',
    shortcut: 'Mod+Alt+L',
    label: ({ words }) => words.ui('ui.go.nextLocation'),
    unavailable: ({ console }) => (console.setup()?.locations.length ?? 0) < 2,
    run: ({ console }) => {
      const locations = console.setup()?.locations ?? [];
      const here = locations.findIndex((one) => one.id === console.location()?.id);
      const next = locations[(here + 1) % locations.length];
      if (next === undefined) return;
      console.session.setState({ locationId: next.id });
      console.notices.announce(next.name);
    },
  },
];
