import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { MONDAY, type World } from './world.ts';

/** The board of the one location, from that Monday on when nothing else is said. */
export const board = (world: World, days = 1, date: string = MONDAY) =>
  world.ask('boardForRange', { locationId: world.rows.location.id, date, days });

/** Both ends by the clock of that Monday. */
export function fromTo(world: World, from: string, to: string): Pick<Appointment, 'start' | 'end'> {
  return { start: world.at(from), end: world.at(to) };
}
