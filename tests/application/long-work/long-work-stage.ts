import type { Refusal } from '../../../core/contract/refusal.ts';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Appointment, AppointmentId } from '../../../core/domain/work/appointment.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { longWorkArgs } from '../../builders/world.ts';

/** A stage with twenty hours of work on Anna and bay 1: six parts from Monday 08:00 to Wednesday 13:30. */
export interface LongWorkStage extends Stage {
  /** Their ids in the order of time. */
  readonly parts: readonly [AppointmentId, AppointmentId, AppointmentId, AppointmentId, AppointmentId, AppointmentId];
  /** What is left of the work, by start; the cancelled ones left out. */
  standing(): Promise<readonly Appointment[]>;
  freshIds(count: number): AppointmentId[];
}

export async function openLongWork(more: Partial<CommandArgs<'bookLongWork'>> = {}): Promise<LongWorkStage> {
  const stage = await openStage();
  const freshIds = (count: number): AppointmentId[] => Array.from({ length: count }, () => stage.ids.next());
  const [a, b, c, d, e, f] = freshIds(6);
  if (a === undefined || b === undefined || c === undefined) throw new Error('There are no ids');
  if (d === undefined || e === undefined || f === undefined) throw new Error('There are no ids');
  await stage.done('bookLongWork', longWorkArgs(stage.world, [a, b, c, d, e, f], more), { acceptCautions: true });
  return {
    ...stage,
    parts: [a, b, c, d, e, f],
    freshIds,
    async standing() {
      const chain = (await stage.appointment(a)).segment?.chainId;
      if (chain === undefined) return [await stage.appointment(a)];
      const rows = await stage.store.read.segmentsOf(chain);
      return rows.filter((one) => one.state.status !== 'cancelled' && one.state.status !== 'no-show');
    },
  };
}

/** Hours after that Monday's midnight, from and to. */
export const times = (rows: readonly Appointment[]) => rows.map(({ start, end }) => [hour(start), hour(end)]);
export const hour = (moment: number): number => (moment - at(0)) / 3_600_000;
export const minutesOf = (rows: readonly Appointment[]): number =>
  rows.reduce((sum, one) => sum + (one.end - one.start) / 60_000, 0);
export const numbers = (rows: readonly Appointment[]) =>
  rows.map(({ segment }) => (segment === null ? 'whole' : `${segment.ordinal} of ${segment.count}`));
export const why = (refusal: unknown): readonly string[] =>
  (refusal as Extract<Refusal, { kind: 'blocked' }>).reasons.map(({ reason }) => `${reason.rule} ${reason.why}`);
