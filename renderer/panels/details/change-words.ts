import { commandDonePhrase, priorityPhrase, statusPhrase } from '../../../core/contract/phrases/name-phrases.ts';
import type { FieldChange, LogEntryView } from '../../../core/contract/views/log-view.ts';
import { instant } from '../../../core/domain/time/instant.ts';
import type { AppointmentStatus } from '../../../core/domain/work/appointment.ts';
import { PRIORITIES, type Priority } from '../../../core/domain/work/service-type.ts';
import type { UiKey } from '../../words/catalogues.ts';
import type { Words } from '../../words/words.ts';

/** Fields worth a line in a history, and what they are called. The rest is bookkeeping. */
const FIELDS: Readonly<Record<string, UiKey>> = {
  start: 'ui.field.start',
  end: 'ui.field.end',
  claims: 'ui.field.claims',
  'state.status': 'ui.field.status',
  'state.reason': 'ui.field.reason',
  title: 'ui.field.title',
  description: 'ui.field.notes',
  priority: 'ui.field.priority',
  pinned: 'ui.field.pinned',
  due: 'ui.field.due',
  duration: 'ui.field.duration',
  participants: 'ui.field.participants',
};
const MOMENTS: ReadonlySet<string> = new Set(['start', 'end', 'due']);
const STATUSES: readonly AppointmentStatus[] = [
  'requested',
  'held',
  'confirmed',
  'in-progress',
  'completed',
  'cancelled',
  'no-show',
];

/** One line of a history: `Start: 08:00 → 09:45`. */
export interface ChangeLine {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

function valueWords(words: Words, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return words.ui('ui.field.nothing');
  if (MOMENTS.has(field) && typeof value === 'number') return words.moment(instant(value));
  if (typeof value === 'boolean') return words.ui(value ? 'ui.field.yes' : 'ui.field.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const status = STATUSES.find((one) => one === value);
    if (field === 'state.status' && status !== undefined) return words.say(statusPhrase(status));
    const priority: Priority | undefined = PRIORITIES.find((one) => one === value);
    return field === 'priority' && priority !== undefined ? words.say(priorityPhrase(priority)) : value;
  }
  return Array.isArray(value) ? words.ui('ui.field.count', { count: value.length }) : words.ui('ui.field.other');
}

/** What a command changed on the thing itself, in words. */
export function changeLines(words: Words, changes: readonly FieldChange[]): readonly ChangeLine[] {
  return changes.flatMap((change) => {
    const name = FIELDS[change.field];
    if (name === undefined || (change.entity !== 'appointment' && change.entity !== 'workOrder')) return [];
    const after = valueWords(words, change.field, change.after);
    const fresh = change.before === null || change.before === undefined || change.before === '';
    const text = fresh ? after : `${valueWords(words, change.field, change.before)} → ${after}`;
    return [{ key: `${change.id} ${change.field}`, name: words.ui(name), text }];
  });
}

export function doneWords(words: Words, entry: LogEntryView): string {
  return words.say(commandDonePhrase(entry.name));
}
