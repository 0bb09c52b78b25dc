import { expect } from 'vitest';
import { openLanewayIn } from '../../builders/laneway.ts';
import { idsFrom } from '../../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { bay, customerArgs, lead, organizationArgs } from '../../builders/world.ts';
import { cliOn } from '../on-stage.ts';

/** A stage with one of everything that a transfer carries. */
export async function filled(): Promise<Stage> {
  const stage = await openStage();
  const { world, ids } = stage;
  const both = [lead(world.anna), bay(world.bay1)];
  await stage.bookWork({ claims: both });
  await stage.order({ title: 'Waiting, "quoted"' });
  await stage.done('addCustomer', customerArgs(ids.next(), '=2+3 Ltd'));
  await stage.done('addUser', {
    id: ids.next(),
    name: 'Una',
    role: 'technician',
    email: '',
    resourceId: world.bo,
    active: true,
  });
  const team = { id: ids.next<'resource'>(), kind: 'team' as const, locationId: world.locationId, name: 'Blue' };
  await stage.done('addResource', { ...team, position: 0, active: true, members: [world.bo, world.cleo] });
  await stage.done('addClosure', {
    locationId: world.locationId,
    from: '2026-12-24',
    to: '2026-12-26',
    name: 'Christmas',
  });
  return stage;
}

/** An organization with nothing in it, in a database of its own. */
export async function empty(stage: Stage) {
  const laneway = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(50_000));
  await laneway.done('createOrganization', organizationArgs(laneway.ids.next()));
  return laneway;
}

/** All of it in an empty folder, with nothing refused. */
export async function broughtInto(stage: Stage) {
  const files = new Map<string, string>();
  await cliOn(stage, ['export', 'all.jsonl'], files);
  const bare = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(70_000));
  const brought = await cliOn(bare, ['import', 'all.jsonl', '--json'], files);
  expect(summaryOf(brought.out)).toMatchObject({ refused: [] });
  return bare;
}

/** What an import told with `--json`. */
export const summaryOf = (out: string): unknown => (JSON.parse(out) as { readonly value: unknown }).value;
