import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { CommandArgs } from '../../core/contract/client.ts';
import type { Appointment, AppointmentId } from '../../core/domain/work/appointment.ts';
import type { WorkOrder, WorkOrderId } from '../../core/domain/work/work-order.ts';
import { openLanewayIn, type TestLaneway } from './laneway.ts';
import { at, clockAt, surroundingsWith, type TestClock } from './surroundings.ts';
import { bookingArgs, buildWorld, workOrderArgs, type World } from './world.ts';

/** A fresh database with the small organization in it, at 07:00 on the Monday; closed and deleted after the test. */
export interface Stage extends TestLaneway {
  readonly world: World;
  readonly clock: TestClock;
  readonly folder: string;
  /** Opens a work order and answers its id. */
  order(more?: Partial<CommandArgs<'openWorkOrder'>>): Promise<WorkOrderId>;
  /** Books time and answers the appointment's id. */
  book(more?: Partial<CommandArgs<'bookAppointment'>>): Promise<AppointmentId>;
  /** Books a fresh work order with its part reserved. */
  bookWork(more?: Partial<CommandArgs<'bookAppointment'>>): Promise<AppointmentId>;
  appointment(id: AppointmentId): Promise<Appointment>;
  workOrder(id: WorkOrderId): Promise<WorkOrder>;
}

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-'));
  cleanups.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  return folder;
}

export async function openStage(): Promise<Stage> {
  const folder = temporaryFolder();
  const clock = clockAt(at(7));
  const laneway = await openLanewayIn(folder, surroundingsWith(clock));
  cleanups.push(() => laneway.close());
  const world = await buildWorld(laneway);
  return stageOn(laneway, world, clock, folder);
}

function stageOn(laneway: TestLaneway, world: World, clock: TestClock, folder: string): Stage {
  const { ids, done, store } = laneway;
  const book: Stage['book'] = async (more) => {
    const id = ids.next<'appointment'>();
    await done('bookAppointment', bookingArgs(world, id, more));
    return id;
  };
  const order: Stage['order'] = async (more) => {
    const id = ids.next<'work-order'>();
    await done('openWorkOrder', workOrderArgs(world, id, more));
    return id;
  };
  return {
    ...laneway,
    world,
    clock,
    folder,
    order,
    book,
    bookWork: async (more) =>
      book({ workOrderId: await order(), title: '', end: null, reservationIds: [ids.next()], ...more }),
    async appointment(id) {
      const row = await store.read.get('appointment', id);
      if (row === undefined) throw new Error(`There is no appointment ${id}`);
      return row;
    },
    async workOrder(id) {
      const row = await store.read.get('workOrder', id);
      if (row === undefined) throw new Error(`There is no work order ${id}`);
      return row;
    },
  };
}
