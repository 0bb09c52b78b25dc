import type { LaneView } from '../../core/contract/views/board-view.ts';
import { instant, type Instant } from '../../core/domain/time/instant.ts';
import type { Words } from '../words/words.ts';

/** Why nobody works here at all in the days in sight, in words; null when somebody does. */
export function laneNote(words: Words, lane: LaneView): string | null {
  const away = lane.closed.find((span) => span.why !== 'break');
  if (lane.open > 0) return null;
  if (away?.why === 'absence')
    return words.ui('ui.board.absent', { why: away.name, until: { day: instant(away.to - 1) } });
  if (away?.why === 'closure' || away?.why === 'blackout') return words.ui('ui.board.closed', { why: away.name });
  return words.ui('ui.board.noShift');
}

/** What takes only a part of the days in sight, said where it begins: who went home sick at ten, a meeting every Monday. */
export function partNotes(words: Words, lane: LaneView): readonly { readonly from: Instant; readonly text: string }[] {
  if (lane.open === 0) return [];
  const first = lane.working[0]?.from ?? 0;
  const absences = lane.closed
    .filter((span) => span.why === 'absence')
    .map((span) => ({
      from: instant(Math.max(span.from, first)),
      text: words.ui('ui.board.absent', { why: span.name, until: { day: instant(span.to - 1) } }),
    }));
  return [...absences, ...lane.occurrences.map(({ from, name }) => ({ from, text: name }))];
}
