import { LANE_HEIGHTS, STEPS, type LaneHeight, type Language, type Session, type Theme } from '../state/session.ts';
import type { UiKey } from '../words/catalogues.ts';
import type { Intent, Scene } from './intent.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const LANGUAGES: readonly Language[] = ['en', 'de'];
const SHOWN_HEIGHTS: readonly LaneHeight[] = ['fit', ...LANE_HEIGHTS];
/** Pixels for an hour; the board never shows less than a day in the narrowest window nor more than it can draw sharply. */
const NARROWEST = 24;
const WIDEST = 480;

function setting(id: string, label: (scene: Scene) => string, change: Partial<Session>): Intent {
  const [key] = Object.keys(change);
  const isSet = (session: Session): boolean =>
    Object.entries(change).every(([name, value]) => session[name as keyof Session] === value);
  return {
    id: `${key ?? 'set'}-${id}`,
    group: 'view',
    label,
    unavailable: ({ console }) => isSet(console.session.getState()),
    run: ({ console }) => console.session.setState(change),
  };
}

/** From the width an hour has now, because "fit" depends on the window. */
function zoom({ console }: Scene, factor: number): void {
  const hourWidth = Math.round(Math.min(WIDEST, Math.max(NARROWEST, console.shown.getState().hourWidth * factor)));
  console.session.setState({ hourWidth });
}

export const viewIntents: readonly Intent[] = [
  ...THEMES.map((theme) => setting(theme, ({ words }) => words.ui(`ui.theme.${theme}` satisfies UiKey), { theme })),
  ...LANGUAGES.map((language) =>
    setting(language, ({ words }) => words.ui(`ui.language.${language}` satisfies UiKey), { language }),
  ),
  ...STEPS.map((step) => setting(String(step), ({ words }) => words.ui('ui.step.set', { minutes: step }), { step })),
  ...SHOWN_HEIGHTS.map((laneHeight) =>
    setting(
      String(laneHeight),
      ({ words }) =>
        laneHeight === 'fit' ? words.ui('ui.lanes.fit') : words.ui('ui.lanes.height', { pixels: laneHeight }),
      { laneHeight },
    ),
  ),
  {
    id: 'zoom-in',
    group: 'view',
    shortcut: '+',
    label: ({ words }) => words.ui('ui.zoom.in'),
    run: (scene) => zoom(scene, 1.25),
  },
  {
    id: 'zoom-out',
    group: 'view',
    shortcut: '-',
    label: ({ words }) => words.ui('ui.zoom.out'),
    run: (scene) => zoom(scene, 0.8),
  },
  {
    id: 'zoom-fit',
    group: 'view',
    shortcut: '0',
    label: ({ words }) => words.ui('ui.zoom.fit'),
    run: ({ console }) => console.session.setState({ hourWidth: 'fit' }),
  },
  {
    id: 'toggle-details',
    group: 'view',
    shortcut: 'D',
    label: ({ words }) => words.ui('ui.details.toggle'),
    run: ({ console }) => console.session.setState(({ detailsOpen }) => ({ detailsOpen: !detailsOpen })),
  },
];
