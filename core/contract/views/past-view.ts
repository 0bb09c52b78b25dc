import type { Instant } from '../../domain/time/instant.ts';
import type { AppointmentId } from '../../domain/work/appointment.ts';
import type { CommandName } from '../commands/index.ts';
import type { BoardView } from './board-view.ts';

/** The board as it stood; `now` is the moment asked about, `sequence` the place that the log had then. */
export interface BoardAtView extends BoardView {
  /** The last change of each appointment by then, in the order of the appointments. */
  readonly changes: readonly PastChange[];
}

export interface PastChange {
  readonly id: AppointmentId;
  readonly sequence: number;
  readonly command: CommandName;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
}
