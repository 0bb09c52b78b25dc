import type { LaneView } from '../../core/contract/views/board-view.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import type { MenuItem } from '../design/menu.tsx';
import { exportCalendar } from '../intents/export-calendar.ts';
import type { Console } from '../state/console.ts';
import type { Words } from '../words/words.ts';

/** What can be done with a whole lane: its absence, its sheet, its day as a calendar file. */
export function laneItems(
  console: Console,
  words: Words,
  lane: LaneView,
  shown: { readonly date: LocalDate; readonly days: number },
): readonly MenuItem[] {
  const { id: resourceId, kind, name } = lane;
  const { surfaces } = console;
  return [
    {
      id: 'lane-absence',
      label: words.ui(kind === 'technician' ? 'ui.lane.sick' : 'ui.lane.shut', { name }),
      onSelect: () => surfaces.show({ kind: 'absence', resourceId }),
    },
    {
      id: 'lane-print',
      label: words.ui('ui.print.appointment', { name }),
      onSelect: () => surfaces.show({ kind: 'print', resourceId }),
    },
    {
      id: 'lane-calendar',
      label: words.ui('ui.lane.calendar', { name }),
      onSelect: () => void exportCalendar(console, { resourceId, ...shown }),
    },
  ];
}
