import type { Reply } from '../../contract/refusal.ts';
import type { SetupView } from '../../contract/views/setup-view.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { printable } from '../show.ts';
import { byName, fold } from '../transfer/look-ups.ts';
import { readTeams, type TeamLine } from './team-file.ts';
import type { TaskTools } from './tools.ts';

interface Done {
  readonly hours: string[];
  readonly teams: string[];
  readonly there: string[];
  readonly refused: { readonly what: string; readonly message: string }[];
}

const NOBODY_YET =
  'There is no organization yet, so there is nothing to set up. Make one, or load the sample: laneway sample';

/**
 * Gives every active resource without hours 9 to 17, Monday to Friday, and makes a schedulable team of each team in the
 * file. Doing it again changes nothing.
 */
export async function setupResources(tools: TaskTools, teamText: string | undefined): Promise<ExitCode> {
  const { target, tell } = tools;
  const teams = teamText === undefined ? undefined : readTeams(teamText);
  if (teams !== undefined && !teams.ok) return tell.misunderstood(teams.refusal);
  const setup = (await target.call('query', 'setup', {})) as Reply<SetupView>;
  if (!setup.ok) return tell.reply(setup);
  if (setup.value.organization === null) return tell.refused(NOBODY_YET);
  const done: Done = { hours: [], teams: [], there: [], refused: [] };
  await giveHours(tools, setup.value, done);
  for (const team of teams?.value ?? []) await addTeam(tools, setup.value, team, done);
  const code = tell.reply({ ok: true, value: done }, () => wordsOf(done, setup.value.resources.length));
  return done.refused.length > 0 ? EXIT.refused : code;
}

async function giveHours({ target, around }: TaskTools, { resources }: SetupView, done: Done): Promise<void> {
  for (const { id, name, hours, overrides, active } of resources) {
    if (!active || hours.length > 0 || overrides.length > 0) continue;
    const reply = await target.call('command', 'setAvailability', { id: around.newId(), args: { resourceId: id } });
    if (reply.ok) done.hours.push(name);
    else done.refused.push({ what: name, message: reply.message });
  }
}

async function addTeam({ target, around }: TaskTools, setup: SetupView, team: TeamLine, done: Done): Promise<void> {
  const isIt = (one: SetupView['resources'][number]): boolean =>
    one.kind === 'team' &&
    (fold(one.name) === fold(team.name) ||
      (team.externalId !== '' && one.externalIds.some((id) => id.source === team.source && id.id === team.externalId)));
  if (setup.resources.some(isIt)) {
    done.there.push(team.name);
    return;
  }
  const no = (message: string): void => void done.refused.push({ what: team.name, message });
  const location = byName(setup.locations, team.location);
  if (location === undefined) return no(`There is no location called "${team.location}". Name one for the team.`);
  const people = setup.resources.filter((one) => one.kind === 'technician');
  const members = team.members.map((name) => ({ name, id: byName(people, name)?.id }));
  const missing = members.find((one) => one.id === undefined);
  if (missing !== undefined) return no(`There is no technician called "${missing.name}".`);
  const args = {
    id: around.newId(),
    kind: 'team',
    locationId: location.id,
    name: team.name,
    position: setup.resources.length,
    active: true,
    members: members.map((one) => one.id),
    externalIds: team.externalId === '' || team.source === '' ? [] : [{ source: team.source, id: team.externalId }],
  };
  const reply = await target.call('command', 'addResource', { id: around.newId(), args });
  if (reply.ok) done.teams.push(team.name);
  else no(reply.message);
}

function wordsOf({ hours, teams, there, refused }: Done, resources: number): string {
  const lines = [
    ...hours.map((name) => `Hours set, 9 to 17, Monday to Friday: ${name}`),
    ...teams.map((name) => `Team added: ${name}`),
    ...there.map((name) => `Team there already: ${name}`),
    ...refused.map(({ what, message }) => `Refused, ${what}: ${message}`),
  ];
  if (lines.length > 0) return lines.map(printable).join('\n');
  return resources === 0
    ? 'There are no technicians, bays or other resources yet; nothing to do.'
    : 'Everything has hours already; nothing to do.';
}
