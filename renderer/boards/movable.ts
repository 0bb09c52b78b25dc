import type { BoardAppointment } from '../../core/contract/views/board-view.ts';

/** What is over stays where it was; everything else can be lifted, and the rules decide where it may go. */
export function isMovable({ state: { status } }: BoardAppointment): boolean {
  return status === 'requested' || status === 'held' || status === 'confirmed' || status === 'in-progress';
}
