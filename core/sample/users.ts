import type { CommandArgs } from '../contract/client.ts';
import type { Role } from '../domain/organization/actor.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Dice } from './dice.ts';
import { timed, type TimedCommand } from './timed-command.ts';

/** One of each role that is nobody's technician. */
const OFFICE: readonly (readonly [name: string, role: Role, mail: string])[] = [
  ['Marta Lindqvist', 'admin', 'marta.lindqvist'],
  ['Henrik Aalto', 'manager', 'henrik.aalto'],
  ['Dana Ferreira', 'dispatcher', 'dana.ferreira'],
  ['Tomasz Wierzba', 'viewer', 'tomasz.wierzba'],
  ['Nordlast AS', 'requester', 'bookings.nordlast'],
  ['Fleet telematics', 'integration', 'telematics'],
];
/** Technicians with a user of their own. */
const MOST = 4;

/** Who may act in the sample organization: every role once, and the first technicians of the site as themselves. */
export function sampleUsers(dice: Dice, at: Instant, site: readonly TimedCommand[]): readonly TimedCommand[] {
  const user = (name: string, role: Role, mail: string, resourceId: string | null): TimedCommand =>
    timed(at, 'addUser', { id: dice.id(at), name, role, email: `${mail}@example.com`, resourceId, active: true });
  // The table of commands gives each name its own arguments.
  const technicians = site.flatMap(({ name, args }) =>
    name === 'addTechnician' ? [args as CommandArgs<'addTechnician'>] : [],
  );
  return [
    ...OFFICE.map(([name, role, mail]) => user(name, role, mail, null)),
    ...technicians
      .slice(0, MOST)
      .map(({ id, name }) => user(name, 'technician', name.toLowerCase().replaceAll(/[^a-z]+/g, '.'), id)),
  ];
}
