import { z } from 'zod';

/** A host, perhaps a port and a path; no name and password, no question, no mark. */
const WEB = /^https?:\/\/([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?(\/[\w.~%-]*)*$/i;
const PRIVATE = /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/i;

/** A service of another system. A secret goes over a line that nobody else reads: https, or this machine alone. */
const service = z
  .strictObject({
    /** The base address; questions go to paths below it. */
    address: z.string('must be text').regex(WEB, 'must be an address that begins with https:// or http://'),
    /** Sent as a bearer token. */
    token: z.string('must be text').min(1, 'must not be empty').max(4000, 'must be at most 4000 characters').optional(),
  })
  .refine(({ address, token }) => token === undefined || PRIVATE.test(address), {
    message: 'must be an https address, or one of this machine, when there is a token',
    path: ['address'],
  });

/** The file `services.json` of a data folder: who is asked outside. What is left out is answered by Laneway itself. */
export const servicesFile = z.strictObject({
  alerts: service.optional(),
  health: service.optional(),
  inventory: service.optional(),
  /** How long each of them may take, in milliseconds. */
  patience: z
    .number('must be a number of milliseconds')
    .int('must be whole milliseconds')
    .min(100, 'must be at least 100')
    .max(30_000, 'must be at most 30000')
    .default(3000),
});

export type ServiceAddress = z.output<typeof service>;
export type ServicesFile = z.output<typeof servicesFile>;
