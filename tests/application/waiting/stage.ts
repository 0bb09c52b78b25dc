import type { CommandArgs, QueryInput, QueryOutput } from '../../../core/contract/client.ts';
import type { Receipt } from '../../../core/contract/envelope.ts';
import type { QueryName } from '../../../core/contract/queries/index.ts';
import type { Role } from '../../../core/domain/organization/actor.ts';
import type { AppointmentId } from '../../../core/domain/work/appointment.ts';
import type { ExposureId } from '../../../core/domain/work/exposure.ts';
import type { WaitlistEntry, WaitlistEntryId } from '../../../core/domain/work/waitlist-entry.ts';
import { asId } from '../../../core/kernel/id.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { actor, surroundingsWith } from '../../builders/surroundings.ts';
import type { Stage } from '../../builders/use-world.ts';
import { exposeArgs, holdArgs, waitlistArgs } from '../../builders/waiting-args.ts';

/** The id of the row of that kind in a receipt. */
export function touchedId<Name extends string>(receipt: Receipt, entity: string): ReturnType<typeof asId<Name>> {
  const row = receipt.touched.find((one) => one.entity === entity);
  if (row === undefined) throw new Error(`The receipt names no ${entity}`);
  return asId<Name>(row.id);
}

export async function hold(
  stage: Stage,
  more: Partial<CommandArgs<'holdSlot'>> = {},
  by: TestLaneway = stage,
): Promise<AppointmentId> {
  return touchedId<'appointment'>(await by.done('holdSlot', holdArgs(stage.world, more)), 'appointment');
}

export async function wait(
  stage: Stage,
  more: Partial<CommandArgs<'addWaitlistEntry'>> = {},
): Promise<WaitlistEntryId> {
  const id = stage.ids.next<'waitlist-entry'>();
  await stage.done('addWaitlistEntry', waitlistArgs(stage.world, id, more));
  return id;
}

export async function entry(stage: Stage, id: string): Promise<WaitlistEntry> {
  const row = await stage.store.read.get('waitlistEntry', id);
  if (row === undefined) throw new Error(`There is no entry ${id}`);
  return row;
}

export async function expose(
  stage: Stage,
  more: Partial<CommandArgs<'exposeSlots'>> = {},
  by: TestLaneway = stage,
): Promise<ExposureId> {
  const args = exposeArgs(stage.world, stage.ids.next(), more);
  return touchedId<'exposure'>(await by.done('exposeSlots', args), 'exposure');
}

/** The same file for somebody else. */
export function as(stage: Stage, role: Role, name: string): TestLaneway {
  return stage.as(surroundingsWith(stage.clock, actor(role, name)));
}

/** The answer to a query; fails the test when it is refused. */
export async function ask<N extends QueryName>(
  { laneway }: Pick<TestLaneway, 'laneway'>,
  name: N,
  input: QueryInput<N>,
): Promise<QueryOutput<N>> {
  const reply = await laneway.call('query', name, input, { host: 'test' });
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.message}`);
  return reply.value as QueryOutput<N>;
}
