import type { CommandArgs } from '../../core/contract/client.ts';
import type { CommandName } from '../../core/contract/commands/index.ts';
import { addMinutes } from '../../core/domain/time/instant.ts';
import type { AppointmentId } from '../../core/domain/work/appointment.ts';
import { at, type Ids } from './surroundings.ts';
import { bay, bayArgs, bookingArgs, customerArgs, lead, technicianArgs, workOrderArgs, type World } from './world.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface RandomCommand {
  readonly name: CommandName;
  readonly args: unknown;
}

/**
 * Commands of all sorts on one small organization, sensible often enough that most are accepted. Each is made knowing
 * only what was asked for before, so that two processes with one seed send the same.
 */
export function randomCommands(world: World, ids: Ids, random: () => number): () => RandomCommand {
  const appointments: AppointmentId[] = [];
  const orders: CommandArgs<'openWorkOrder'>[] = [];
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const technician = () => pick([world.anna, world.bo, world.cleo]) ?? world.anna;
  /** From today on: what begins more than a day from now cannot be started yet. */
  const start = () => addMinutes(at(8, below(5)), 15 * below(28));
  const make = <N extends CommandName>(name: N, args: CommandArgs<N>): RandomCommand => ({ name, args });

  const book = (): RandomCommand => {
    const id = ids.next<'appointment'>();
    appointments.push(id);
    const from = start();
    const order = random() < 0.6 ? pick(orders) : undefined;
    const as = pick(['requested', 'held', 'confirmed', 'confirmed', 'confirmed'] as const) ?? 'confirmed';
    if (order !== undefined) {
      const whose = { workOrderId: order.id, title: '', end: null, reservationIds: [ids.next<'reservation'>()] };
      return make('bookAppointment', bookingArgs(world, id, { ...whose, start: from, claims: [lead(world.anna)], as }));
    }
    const claims = random() < 0.3 ? [lead(technician()), bay(world.bay1)] : [lead(technician())];
    const end = addMinutes(from, 30 + 15 * below(5));
    return make('bookAppointment', bookingArgs(world, id, { start: from, end, claims, as }));
  };
  const openOrder = (): RandomCommand => {
    const args = workOrderArgs(world, ids.next(), {
      title: `Order ${below(100)}`,
      priority: pick(['low', 'high']) ?? 'low',
    });
    orders.push(args);
    return make('openWorkOrder', args);
  };
  const onAppointment = (id: AppointmentId): RandomCommand => {
    const from = start();
    const move = { id, start: from, end: addMinutes(from, 60), claims: null, findPartner: true };
    const words = { title: `Words ${below(100)}`, description: '', priority: 'high' as const, participants: [] };
    const choices: readonly (() => RandomCommand)[] = [
      () => make('moveAppointment', move),
      () => make('moveAppointment', { ...move, claims: [lead(technician())] }),
      () => make('updateAppointment', { id, ...words, pinned: random() < 0.5, meetingUrl: '', remind: true }),
      () => make('confirmAppointment', { id, reservationIds: [ids.next<'reservation'>()] }),
      () => make('startAppointment', { id, at: at(7) }),
      () => make('takeBackStart', { id }),
      () => make('completeAppointment', { id, at: at(7) }),
      () => make('cancelAppointment', { id, reason: 'changed plans' }),
      () => make('releaseHold', { id }),
    ];
    return (pick(choices) ?? book)();
  };
  const onMaster = (): RandomCommand => {
    const { locationId, stock: stockId, anna, bay2 } = world;
    const range = { from: at(8, 20), to: at(8, 21 + below(5)) };
    const choices: readonly (() => RandomCommand)[] = [
      () => make('addCustomer', customerArgs(ids.next(), `Customer ${below(100)}`)),
      () => make('updateCustomer', customerArgs(world.customerId, `Customer ${below(100)}`)),
      () => make('recordAbsence', { id: ids.next(), resourceId: anna, range, reason: 'Training' }),
      () => make('addClosure', { locationId, from: '2026-12-24', to: '2026-12-26', name: `Feast ${below(9)}` }),
      () => make('expectStock', { stockId, at: at(9, below(5)), quantity: 1 + below(3) }),
      () => make('receiveStock', { stockId, at: at(9, below(5)) }),
      () => make('countStock', { stockId, onHand: 5 + below(10) }),
      () => make('updateTechnician', technicianArgs(world, world.cleo, { name: 'Cleo', rating: below(6) })),
      () => make('updateBay', bayArgs(world, bay2, { name: 'Bay 2', position: below(9) })),
    ];
    return (pick(choices) ?? book)();
  };
  return () => {
    const draw = random();
    const appointment = pick(appointments);
    if (draw < 0.15) return openOrder();
    if (draw < 0.4 || appointment === undefined) return book();
    return draw < 0.8 ? onAppointment(appointment) : onMaster();
  };
}
