import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandArgs } from '../../core/contract/client.ts';
import type { Appointment, AppointmentId } from '../../core/domain/work/appointment.ts';
import type { WorkOrder, WorkOrderId } from '../../core/domain/work/work-order.ts';
import { openLanewayIn, type TestLaneway } from './laneway.ts';
import { at, clockAt, idsFrom, surroundingsWith, type Ids, type TestClock } from './surroundings.ts';
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

/** The small organization as it was built once in this process: its file, and how many ids it took. */
interface Built {
  readonly file: Buffer;
  readonly world: World;
  readonly ids: number;
}

let built: Promise<Built> | undefined;

/** Dozens of commands with the disk behind them: every stage begins with a copy of what they leave instead. */
async function build(): Promise<Built> {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-built-'));
  try {
    let taken = 0;
    const ids = idsFrom();
    const counted: Ids = {
      next: <Name extends string>() => {
        taken += 1;
        return ids.next<Name>();
      },
    };
    const laneway = await openLanewayIn(folder, surroundingsWith(clockAt(at(7))), counted);
    const world = await buildWorld(laneway);
    await laneway.close();
    return { file: readFileSync(fileIn(folder)), world, ids: taken };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fileIn(folder: string): string {
  return path.join(folder, 'laneway.sqlite');
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'laneway-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function openStage(): Promise<Stage> {
  const folder = temporaryFolder();
  const clock = clockAt(at(7));
  built ??= build();
  const { file, world, ids } = await built;
  writeFileSync(fileIn(folder), file);
  const laneway = await openLanewayIn(folder, surroundingsWith(clock), idsFrom(ids + 1));
  onTestFinished(() => laneway.close());
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
