import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { Caller } from '../../../core/contract/dispatch.ts';
import type { UserView } from '../../../core/contract/views/people-view.ts';
import type { UserId } from '../../../core/domain/organization/actor.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { customerArgs, lead } from '../../builders/world.ts';

type Fields = CommandArgs<'addUser'>;

async function add(stage: Stage, more: Partial<Fields> = {}): Promise<Fields & { readonly id: UserId }> {
  const id = stage.ids.next<'user'>();
  const args = { id, name: 'Una', role: 'dispatcher', email: '', resourceId: null, active: true, ...more } as const;
  await stage.done('addUser', args);
  return { ...args, id };
}

function as(stage: Stage, caller: Partial<Caller>, name: string, args: unknown) {
  return stage.laneway.call('command', name, { id: stage.ids.next(), args }, { host: 'test', ...caller });
}

describe('users', () => {
  it('act under their own name and role, which the log keeps', async () => {
    const stage = await openStage();
    const una = await add(stage);
    const args = customerArgs(stage.ids.next());
    expect(await as(stage, { actor: una.id }, 'addCustomer', args)).toMatchObject({ ok: true });
    const [entry] = await stage.store.read.log({ entity: null, id: null, before: null, limit: 1 });
    expect(entry).toMatchObject({ actorId: una.id, actorName: 'Una' });
    expect(await as(stage, { actor: una.id }, 'addUser', { ...una, id: stage.ids.next() })).toMatchObject({
      error: { kind: 'not-permitted', permission: 'edit-users' },
    });
    const setup = await stage.laneway.call('query', 'setup', {}, { host: 'test', actor: una.id });
    expect(setup).toMatchObject({ value: { actor: { name: 'Una', role: 'dispatcher' } } });
  });

  it('undo what they did themselves, not what others did', async () => {
    const stage = await openStage();
    const una = await add(stage);
    const customer = customerArgs(stage.ids.next());
    await as(stage, { actor: una.id }, 'addCustomer', customer);
    const other = customerArgs(stage.ids.next());
    await stage.done('addCustomer', other);
    expect(await as(stage, { actor: una.id }, 'undo', {})).toMatchObject({ ok: true });
    expect(await stage.store.read.get('customer', customer.id)).toBeUndefined();
    expect(await stage.store.read.get('customer', other.id)).toBeDefined();
  });

  it('who are not there, or not active any more, are refused, also with a query', async () => {
    const stage = await openStage();
    const una = await add(stage);
    await stage.done('updateUser', { ...una, active: false });
    const nobody = stage.ids.next<'user'>();
    for (const [actor, error] of [
      [una.id, { kind: 'inactive-user', name: 'Una' }],
      [nobody, { kind: 'unknown-user', id: nobody }],
    ] as const) {
      expect(await as(stage, { actor }, 'addCustomer', customerArgs(stage.ids.next()))).toMatchObject({ error });
      expect(await stage.laneway.call('query', 'setup', {}, { host: 'test', actor })).toMatchObject({ error });
      const run = { runId: 'one', input: {} };
      expect(await stage.laneway.call('run', 'backup', run, { host: 'test', actor })).toMatchObject({ error });
    }
  });

  it('of an organization are refused under the name of another one', async () => {
    const stage = await openStage();
    const una = await add(stage);
    const organizationId = stage.ids.next<'organization'>();
    expect(await as(stage, { actor: una.id, organizationId }, 'undo', {})).toMatchObject({
      error: { kind: 'unknown-user' },
    });
  });

  it('are listed by name with their technician and rights', async () => {
    const stage = await openStage();
    await add(stage, { name: 'Vera', role: 'technician', resourceId: stage.world.anna });
    await add(stage, { name: 'Ulf', role: 'viewer', active: false });
    const reply = await stage.laneway.call('query', 'users', {}, { host: 'test' });
    const list = (reply.ok ? reply.value : []) as readonly UserView[];
    expect(list.map(({ name, technician, permissions }) => [name, technician, permissions.length])).toEqual([
      ['Ulf', null, 0],
      ['Vera', 'Anna', 3],
    ]);
  });

  it('a change is taken back by undo', async () => {
    const stage = await openStage();
    const una = await add(stage);
    await stage.done('updateUser', { ...una, role: 'viewer' });
    await stage.done('undo', {});
    expect(await stage.store.read.get('user', una.id)).toMatchObject({ role: 'dispatcher' });
  });
});

describe('a user is refused', () => {
  it('as a technician without saying which', async () => {
    const stage = await openStage();
    const una = await add(stage);
    expect(await stage.refused('updateUser', { ...una, role: 'technician' })).toMatchObject({
      problems: [{ field: 'resourceId', reason: 'must name the technician this user is' }],
    });
  });

  it('as a bay', async () => {
    const stage = await openStage();
    const una = await add(stage);
    expect(await stage.refused('updateUser', { ...una, resourceId: stage.world.bay1 })).toMatchObject({
      problems: [{ field: 'resourceId', reason: 'must be a technician' }],
    });
  });

  it('as the technician of another active user, until that one leaves', async () => {
    const stage = await openStage();
    const first = await add(stage, { resourceId: stage.world.anna });
    const second = await add(stage);
    const change = { ...second, resourceId: stage.world.anna };
    expect(await stage.refused('updateUser', change)).toMatchObject({ problems: [{ field: 'resourceId' }] });
    await stage.done('updateUser', { ...first, active: false });
    await stage.done('updateUser', change);
  });

  it('twice under one id', async () => {
    const stage = await openStage();
    const una = await add(stage);
    expect(await stage.refused('addUser', una)).toMatchObject({ kind: 'already-exists' });
  });

  it('changing its own role or leaving by itself', async () => {
    const stage = await openStage();
    const una = await add(stage, { role: 'admin' });
    for (const [more, field] of [
      [{ role: 'viewer' }, 'role'],
      [{ active: false }, 'active'],
    ] as const)
      expect(await as(stage, { actor: una.id }, 'updateUser', { ...una, ...more })).toMatchObject({
        error: { kind: 'invalid-input', problems: [{ field }] },
      });
  });
});

describe('a technician', () => {
  async function stageWith(resourceId: (stage: Stage) => ResourceId) {
    const stage = await openStage();
    const user = await add(stage, { role: 'technician', resourceId: resourceId(stage) });
    const id = await stage.book({ claims: [lead(stage.world.anna)] });
    stage.clock.set(at(9));
    return { stage, user, id };
  }

  it('records work on an appointment that claims it', async () => {
    const { stage, user, id } = await stageWith((one) => one.world.anna);
    expect(await as(stage, { actor: user.id }, 'startAppointment', { id, at: at(9) })).toMatchObject({ ok: true });
  });

  it('is refused on the appointments of others, for every command that records work', async () => {
    const { stage, user, id } = await stageWith((one) => one.world.bo);
    const sequence = await stage.store.read.sequence();
    for (const [name, args] of [
      ['startAppointment', { id, at: at(9) }],
      ['takeBackStart', { id }],
      ['completeAppointment', { id, at: at(9) }],
      ['markNoShow', { id }],
    ] as const)
      expect(await as(stage, { actor: user.id }, name, args)).toMatchObject({
        error: { kind: 'not-own-work', title: 'Meeting' },
      });
    expect(await stage.store.read.sequence()).toBe(sequence);
  });

  it('plans nothing', async () => {
    const { stage, user, id } = await stageWith((one) => one.world.anna);
    expect(await as(stage, { actor: user.id }, 'cancelAppointment', { id, reason: 'ill' })).toMatchObject({
      error: { kind: 'not-permitted', permission: 'schedule' },
    });
  });
});
