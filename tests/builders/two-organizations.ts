import { DatabaseSync } from 'node:sqlite';
import type { CommandArgs } from '../../core/contract/client.ts';
import type { CommandName } from '../../core/contract/commands/index.ts';
import type { Caller } from '../../core/contract/dispatch.ts';
import type { Receipt } from '../../core/contract/envelope.ts';
import type { UserId } from '../../core/domain/organization/actor.ts';
import type { OrganizationId } from '../../core/domain/organization/organization.ts';
import { commandSamples } from './samples.ts';
import { at } from './surroundings.ts';
import { openStage, type Stage } from './use-world.ts';
import { bookingArgs, buildWorld, workOrderArgs, type World } from './world.ts';

/** Stands in every name and title of the second organization, and nowhere else. */
export const MARK = 'Zulu';

export interface Two {
  readonly stage: Stage;
  readonly other: World;
  /** An admin of the first organization. */
  readonly user: UserId;
  readonly caller: Caller;
  /** Every id of a row of the second organization, by table. */
  readonly foreign: ReadonlyMap<string, readonly string[]>;
}

/** One database with two organizations that have the same rows, but for their ids and the mark in the second's names. */
export async function openTwoOrganizations(): Promise<Two> {
  const stage = await openStage();
  const { ids } = stage;
  const user = ids.next<'user'>();
  await stage.done('addUser', { id: user, name: 'Ada', role: 'admin', email: '', resourceId: null, active: true });
  await fill(stage, stage.world, { host: 'test' }, (text) => text);

  const organizationId = ids.next<'organization'>();
  const mark = (text: string): string => `${MARK} ${text}`;
  const done = async <N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Receipt> => {
    const first = name === 'createOrganization';
    const there = first ? { ...args, id: organizationId } : args;
    const caller: Caller = { host: 'test', organizationId: first ? null : organizationId };
    const input = { id: ids.next(), args: marked(there, mark) };
    const reply = await stage.laneway.call('command', name, input, caller);
    if (!reply.ok) throw new Error(`${name}: ${reply.message} ${JSON.stringify(stage.notes)}`);
    return reply.value as Receipt;
  };
  const built = await buildWorld({ ...stage, done });
  const other: World = { ...built, organizationId };
  await fill(stage, other, { host: 'test', organizationId }, mark);
  const foreign = idsOf(stage.folder, organizationId);
  return { stage, other, user, caller: { host: 'test', actor: user }, foreign };
}

/** Rows of as many kinds as the samples can make; what they name and is not there is refused, and that is well. */
async function fill(stage: Stage, world: World, caller: Caller, name: (text: string) => string): Promise<void> {
  const { ids } = stage;
  const send = async (command: CommandName, args: unknown): Promise<void> => {
    await stage.laneway.call('command', command, { id: ids.next(), args: marked(args, name) }, caller);
  };
  const order = ids.next<'work-order'>();
  await send('openWorkOrder', workOrderArgs(world, order));
  const forOrder = { workOrderId: order, title: '', end: null, reservationIds: [ids.next<'reservation'>()] };
  await send('bookAppointment', bookingArgs(world, ids.next(), forOrder));
  const visit = { customerId: world.customerId, unitId: world.unitId, title: 'Visit' };
  await send('bookAppointment', bookingArgs(world, ids.next(), { ...visit, start: at(14), end: at(15), as: 'held' }));
  await send(
    'bookAppointment',
    bookingArgs(world, ids.next(), { ...visit, start: at(8), end: at(9), as: 'requested' }),
  );
  const absence = { resourceId: world.cleo, range: { from: at(8), to: at(9) }, reason: 'Training' };
  await send('recordAbsence', { id: ids.next<'absence'>(), ...absence });
  for (const [command, args] of Object.entries(commandSamples(world, ids)))
    if (command !== 'undo' && command !== 'createOrganization') await send(command as CommandName, args);
}

/** The value with every name and title in it changed. */
function marked(value: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [
      key,
      (key === 'name' || key === 'title') && typeof one === 'string' && one !== '' ? change(one) : marked(one, change),
    ]),
  );
}

function idsOf(folder: string, organizationId: OrganizationId): ReadonlyMap<string, readonly string[]> {
  const found = Object.entries(rowsOf(folder, organizationId)).map(([table, rows]): [string, readonly string[]] => [
    table,
    rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])),
  ]);
  return new Map(found.filter(([, list]) => list.length > 0));
}

/** Every row of the organization in every table, read on a connection of its own. */
export function rowsOf(
  folder: string,
  organizationId: OrganizationId,
): Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> {
  const database = new DatabaseSync(`${folder}/laneway.sqlite`, { readOnly: true });
  try {
    const tables = database
      .prepare(
        `select t.name from sqlite_schema t where t.type = 'table'
         and exists (select 1 from pragma_table_info(t.name) where name = 'organization_id')`,
      )
      .all()
      .map((row) => String(row['name']));
    return Object.fromEntries(
      tables.map((table) => [
        table,
        database.prepare(`select * from ${table} where organization_id = ?`).all(organizationId),
      ]),
    );
  } finally {
    database.close();
  }
}
