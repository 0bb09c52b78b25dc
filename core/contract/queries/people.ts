import { z } from 'zod';
import { query } from '../define.ts';
import type { UserView } from '../views/people-view.ts';

/** Who may act here. */
export const peopleQueries = {
  users: query<readonly UserView[]>()({
    summary: 'Everybody who may act here or could once, by name, with role and rights',
    permission: 'edit-users',
    input: z.strictObject({}),
  }),
} as const;
