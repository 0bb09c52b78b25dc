import type { CommandArgs } from '../../contract/client.ts';
import type { CommandName } from '../../contract/commands/index.ts';
import type { HostKind } from '../../contract/host-kind.ts';
import type { OrganizationId } from '../../domain/organization/organization.ts';
import { MINUTE } from '../../domain/time/instant.ts';
import { isSweepDue } from '../commands/sweep-holds.ts';
import { derivedId } from '../derived-id.ts';
import { dueReminders } from '../due-reminders.ts';
import type { Store } from '../ports/store.ts';
import type { SceneMaker } from '../scene.ts';
import type { Submit } from '../submit.ts';
import { openingsSince, type FoundOpening } from './openings.ts';

/** Lets go of holds that have run out, and offers time that has become free to whoever waits for it. */
export interface Housekeeper {
  /** Does all there is to do now; asked while it is at it, it looks once more afterwards. */
  tidy(): Promise<void>;
  /** Waits for what it is at; afterwards it does nothing any more. */
  close(): Promise<void>;
}

/** Log entries that a housekeeper looks back when it begins: what opened while no host was up to see it. */
const LOOK_BACK = 200;
/** Offers that one opening may lead to: several short jobs fit into a long one. */
const MOST_OFFERS = 20;

/**
 * `submit` acts as the housekeeper. What it has looked at is kept in memory only: looking at an opening again does no harm,
 * because whoever has an offer is not waiting and nobody is offered one slot twice.
 */
export function createHousekeeper(parts: {
  readonly store: Store;
  readonly submit: Submit;
  readonly scenes: SceneMaker;
  readonly host: HostKind;
}): Housekeeper {
  const { store, submit, scenes, host } = parts;
  let seen: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let closed = false;
  /** The minute in which each organization's reminders were last looked at. */
  const reminded = new Map<OrganizationId, number>();

  const send = async <N extends CommandName>(
    organizationId: OrganizationId,
    id: string,
    name: N,
    args: CommandArgs<N>,
  ): Promise<boolean> => (await submit.one({ name, input: { id, args } }, { host, organizationId })).ok;

  const sweep = async (organizationId: OrganizationId): Promise<void> => {
    const scene = scenes({ host });
    const read = store.read.within(organizationId);
    if (!(await isSweepDue(read, scene.now))) return;
    const id = derivedId(scene, 'command', 'sweep', organizationId, scene.now, await store.read.sequence());
    await send(organizationId, id, 'sweepHolds', {});
  };

  const remind = async (organizationId: OrganizationId): Promise<void> => {
    const scene = scenes({ host });
    const minute = Math.floor(scene.now / MINUTE);
    if (reminded.get(organizationId) === minute) return;
    reminded.set(organizationId, minute);
    if ((await dueReminders(store.read.within(organizationId), scene.now)).length === 0) return;
    await send(organizationId, derivedId(scene, 'command', 'remind', organizationId, minute), 'sendReminders', {});
  };

  const offer = async (organizationId: OrganizationId, opening: FoundOpening): Promise<void> => {
    const { locationId, resourceId, range } = opening;
    const read = store.read.within(organizationId);
    for (let turn = 0; turn < MOST_OFFERS; turn += 1) {
      const waiting = await read.find('waitlistEntry', { locationId, status: ['waiting'], limit: 1 });
      if (waiting.length === 0) return;
      const scene = scenes({ host });
      // The same opening at the same place of the log makes the same offer: two hosts cannot make two of it.
      const name = [resourceId, range.from, range.to, await store.read.sequence()] as const;
      const id = derivedId(scene, 'appointment', 'offer', ...name);
      const args = { id, locationId, resourceId, range, entryId: null };
      if (!(await send(organizationId, derivedId(scene, 'command', 'offer', ...name), 'offerSlot', args))) return;
    }
  };

  const follow = async (organizations: readonly OrganizationId[]): Promise<void> => {
    const sequence = await store.read.sequence();
    const from = seen ?? Math.max(0, sequence - LOOK_BACK);
    for (const organizationId of organizations) {
      const { now } = scenes({ host });
      const read = store.read.within(organizationId);
      const waiting = await read.find('waitlistEntry', { status: ['waiting'], limit: 1 });
      if (waiting.length === 0) continue;
      for (const opening of await openingsSince(read, from, sequence, now)) await offer(organizationId, opening);
    }
    seen = sequence;
  };

  const tidyOnce = async (): Promise<void> => {
    const organizations = (await store.read.all('organization')).map((one) => one.id);
    for (const organizationId of organizations) {
      await sweep(organizationId);
      await remind(organizationId);
    }
    await follow(organizations);
  };

  const run = async (): Promise<void> => {
    while (again) {
      again = false;
      await tidyOnce();
    }
  };

  return {
    tidy: () => {
      if (closed) return Promise.resolve();
      again = true;
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    close: async () => {
      closed = true;
      again = false;
      // Whoever asked for it hears that it failed.
      await running?.catch(() => undefined);
    },
  };
}
