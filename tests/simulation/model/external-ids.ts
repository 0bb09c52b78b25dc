import { refused, type Answer } from './answer.ts';
import type { Ask } from './asks.ts';
import type { Model, Row, Rows } from './rows.ts';

/** Commands that may give something a name of another system, or give it back. */
const NAMING: readonly string[] = ['addUnit', 'updateUnit', 'updateAppointment', 'undo', 'redo'];

/** What would give a thing the name that another one of its kind has is refused after everything else. */
export function unlessTaken(answer: Answer, { name }: Ask, model: Model): Answer {
  if (answer.refused !== null || !NAMING.includes(name)) return answer;
  const after = answer.rows(null, null, null);
  const isTaken = [...after.values()].some((row) => {
    const was = namesOf(model.rows.get(row.id));
    return namesOf(row).some((one) => !was.includes(one) && isHeld(one, row, after));
  });
  return isTaken ? refused('external-id-taken') : answer;
}

function isHeld(name: string, own: Row, rows: Rows): boolean {
  return [...rows.values()].some(
    (row) => row.entity === own.entity && row.id !== own.id && !isCalledOff(row) && namesOf(row).includes(name),
  );
}

function isCalledOff(row: Row): boolean {
  return row.entity === 'appointment' && row.state.status === 'cancelled';
}

function namesOf(row: Row | undefined): readonly string[] {
  if (row === undefined || (row.entity !== 'unit' && row.entity !== 'appointment')) return [];
  return (row.externalIds ?? []).map(({ source, id }) => JSON.stringify([source, id]));
}
