import { describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../core/contract/commands/index.ts';
import type { CallKind } from '../../core/contract/dispatch.ts';
import { may, ROLE_PERMISSIONS, type Permission } from '../../core/contract/permission.ts';
import { queries, type QueryName } from '../../core/contract/queries/index.ts';
import { runs } from '../../core/contract/runs.ts';
import type { Role } from '../../core/domain/organization/actor.ts';
import { commandSamples, querySamples } from '../builders/samples.ts';
import { actor, surroundingsWith } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';

/** Written out once more, so that nobody gains a right by a slip in the table. */
const EXPECTED: Readonly<Record<Permission, readonly Role[]>> = {
  'read-board': ['admin', 'manager', 'dispatcher', 'technician', 'viewer', 'integration'],
  'read-customers': ['admin', 'manager', 'dispatcher', 'technician', 'integration'],
  'read-log': ['admin', 'manager', 'dispatcher'],
  schedule: ['admin', 'manager', 'dispatcher', 'integration'],
  'schedule-several': ['admin', 'manager', 'dispatcher'],
  'override-limits': ['admin', 'manager'],
  'take-calls': ['admin', 'manager', 'dispatcher', 'integration'],
  'record-work': ['admin', 'manager', 'dispatcher', 'technician'],
  'edit-people': ['admin', 'manager'],
  'edit-stock': ['admin', 'manager', 'integration'],
  'edit-rules': ['admin', 'manager'],
  'edit-users': ['admin'],
  'settle-fees': ['admin', 'manager'],
  'read-reports': ['admin', 'manager'],
  'request-slots': ['admin', 'manager', 'dispatcher', 'requester', 'integration'],
  'send-alerts': ['admin', 'integration'],
  administer: ['admin'],
  maintain: ['admin'],
};

const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[];

/** Every call of the contract with input that its schema takes. */
function calls(stage: Stage): readonly (readonly [CallKind, string, Permission, unknown])[] {
  const args = commandSamples(stage.world, stage.ids);
  const inputs = querySamples(stage.world, stage.ids);
  return [
    ...Object.entries(commands).map(
      ([name, { permission }]) =>
        ['command', name, permission, { id: stage.ids.next(), args: args[name as CommandName] }] as const,
    ),
    ...Object.entries(queries).map(
      ([name, { permission }]) => ['query', name, permission, inputs[name as QueryName]] as const,
    ),
    ...Object.entries(runs).map(
      ([name, { permission }]) => ['run', name, permission, { runId: stage.ids.next(), input: {} }] as const,
    ),
  ];
}

describe('the table of roles', () => {
  it('says for every permission exactly who has it', () => {
    for (const [permission, roles] of Object.entries(EXPECTED) as [Permission, readonly Role[]][])
      expect([permission, ROLES.filter((role) => may(role, permission))]).toEqual([permission, roles]);
  });

  it('is asked by every call of the contract, for every role', { timeout: 60_000 }, async () => {
    const stage = await openStage();
    for (const role of ROLES) {
      const { laneway } = stage.as(surroundingsWith(stage.clock, actor(role, role)));
      for (const [kind, name, permission, input] of calls(stage)) {
        const reply = await laneway.call(kind, name, input, { host: 'test' });
        const denied = !reply.ok && reply.error.kind === 'not-permitted';
        expect([role, name, denied]).toEqual([role, name, !EXPECTED[permission].includes(role)]);
      }
    }
  });
});
