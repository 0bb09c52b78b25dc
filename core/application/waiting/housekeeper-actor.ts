import { asId } from '../../kernel/id.ts';
import type { Actor } from '../../domain/organization/actor.ts';

/** Who acts when nobody does: the host itself. Its commands are in the log under this name. */
export const HOUSEKEEPER: Actor = {
  id: asId<'user'>('00000000-0000-7000-8000-0000000000ab'),
  name: 'Laneway',
  role: 'admin',
};
