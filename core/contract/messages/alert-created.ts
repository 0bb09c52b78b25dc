import { z } from 'zod';
import { head } from './alert-message.ts';

/** Something is wrong with a unit. Version 1. */
export const alertCreated1 = z.looseObject({
  name: z.literal('alert.created'),
  version: z.literal(1),
  ...head,
});
