import { accept } from '../../../kernel/outcome.ts';
import { ROLE_PERMISSIONS } from '../../../contract/permission.ts';
import type { Answerer } from '../../use-case.ts';

/** Everybody who may act here or could once, by name. */
export const users: Answerer<'users'> = async (read) => {
  const all = await read.all('user');
  const technicians = await read.getMany(
    'resource',
    all.flatMap((user) => user.resourceId ?? []),
  );
  const names = new Map(technicians.map((one): [string, string] => [one.id, one.name]));
  return accept(
    all.map((user) => ({
      ...user,
      technician: user.resourceId === null ? null : (names.get(user.resourceId) ?? null),
      permissions: user.active ? ROLE_PERMISSIONS[user.role] : [],
    })),
  );
};
