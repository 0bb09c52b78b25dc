import { statusPhrase } from '../../core/contract/phrases/name-phrases.ts';
import type { BoardAppointment } from '../../core/contract/views/board-view.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { minutesBetween, type Instant } from '../../core/domain/time/instant.ts';
import type { Words } from '../words/words.ts';

/** `11:42`, minutes and seconds. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The second line of a bar. */
export function barNote(words: Words, bar: BoardAppointment, now: Instant): string {
  const times = words.times({ from: bar.start, to: bar.end });
  switch (bar.state.status) {
    case 'held':
      return bar.state.until > now
        ? words.ui('ui.board.bar.held', { left: countdown(bar.state.until - now) })
        : words.ui('ui.board.bar.heldOver');
    case 'requested':
      return bar.state.approval === 'pending' ? words.ui('ui.board.bar.waits') : times;
    case 'completed':
      return `✓ ${times}`;
    case 'no-show':
      return `✕ ${words.ui('ui.board.bar.noShow')}`;
    case 'confirmed':
    case 'in-progress':
    case 'cancelled':
      return times;
  }
}

/** How far work in progress is past its end; 0 when it is not. */
export function overrunOf(bar: BoardAppointment, now: Instant): number {
  return bar.state.status === 'in-progress' && now > bar.end ? minutesBetween(bar.end, now) : 0;
}

/** "Gearbox noise, 08:15–10:45, Priya Nair and Bay 4, confirmed, conflict": all that the looks of a bar say. */
export function barName(words: Words, bar: BoardAppointment, nameOf: (id: ResourceId) => string): string {
  const names = bar.claims.map((claim) => nameOf(claim.resourceId)).filter((name) => name !== '');
  const last = names.at(-1) ?? '';
  const resources =
    names.length < 2 ? last : words.ui('ui.board.bar.and', { first: names.slice(0, -1).join(', '), last });
  const status = words.say(statusPhrase(bar.state.status));
  const times = words.times({ from: bar.start, to: bar.end });
  const marks = [
    bar.conflict ? words.ui('ui.board.bar.conflict') : '',
    bar.atRisk ? words.ui('ui.board.bar.risk') : '',
    bar.pinned ? words.ui('ui.board.bar.pinned') : '',
  ].filter((mark) => mark !== '');
  return [words.ui('ui.board.bar.name', { title: bar.title, times, resources, status }), ...marks].join(', ');
}
