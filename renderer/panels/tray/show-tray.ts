import type { Console } from '../../state/console.ts';
import type { TrayTab } from '../../state/surfaces.ts';
import { focusCard } from './tray-list.tsx';

/** A local answer is there well before this; the keyboard then stands on the first card. */
const READ = 150;

/** Turns the tray to one of its lists and puts the keyboard on the first card. */
export function showTray(console: Console, tab: TrayTab): void {
  console.surfaces.setState({ trayTab: tab });
  setTimeout(() => focusCard(), READ);
}
