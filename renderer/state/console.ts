import { clientOver, type CommandArgs, type LanewayClient, type SendOptions } from '../../core/contract/client.ts';
import type { CommandName } from '../../core/contract/commands/index.ts';
import type { Receipt } from '../../core/contract/envelope.ts';
import { errorPhrase } from '../../core/contract/phrases/refusal-phrase.ts';

import type { Reply } from '../../core/contract/refusal.ts';
import type { SetupView } from '../../core/contract/views/setup-view.ts';
import type { Location } from '../../core/domain/organization/location.ts';
import type { LocalDate } from '../../core/domain/time/local-date.ts';
import { localDateOf } from '../../core/domain/time/local-time.ts';
import type { ZoneId, Zones } from '../../core/domain/time/zones.ts';
import type { Connection } from '../bridge/connection.ts';
import { queryCache, type QueryCache } from '../bridge/query-cache.ts';

import { wordsFor, type Words } from '../words/words.ts';
import { clockStore, type ClockStore } from './clock.ts';
import { dragStore, type DragStore } from './drag-state.ts';
import { noticesStore, type NoticesStore } from './notices.ts';
import { pendingStore, type PendingStore } from './pending.ts';
import { selectionStore, type SelectionStore } from './selection.ts';
import { sessionStore, type SessionStore } from './session.ts';
import { shownStore, type ShownStore } from './shown.ts';
import { surfacesStore, type SurfacesStore } from './surfaces.ts';

/** Everything a screen works with, made once per window. Nothing of it is global. */
export interface Console {
  readonly connection: Connection;
  readonly client: LanewayClient;
  readonly cache: QueryCache;
  readonly zones: Zones;
  readonly newId: () => string;
  readonly session: SessionStore;
  readonly clock: ClockStore;
  readonly selection: SelectionStore;
  readonly notices: NoticesStore;
  readonly surfaces: SurfacesStore;
  readonly pending: PendingStore;
  readonly drag: DragStore;
  readonly shown: ShownStore;
  setup(): SetupView | undefined;
  /** The location in sight; undefined before the setup is there or when there is none. */
  location(): Location | undefined;
  zone(): ZoneId;
  today(): LocalDate;
  /** The first day in sight. */
  date(): LocalDate;
  words(): Words;
  /** Sends a command; a refusal is told as a toast unless `quiet`. */
  perform<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    options?: SendOptions & { readonly quiet?: boolean },
  ): Promise<Reply<Receipt>>;
}

export interface ConsoleSurroundings {
  readonly connection: Connection;
  readonly zones: Zones;
  readonly storage: Storage;
  readonly languages: readonly string[];
  readonly newId: () => string;
  readonly local: () => number;
  readonly every: (task: () => void, milliseconds: number) => void;
}

const UTC = 'Etc/UTC' as ZoneId;

export function openConsole(around: ConsoleSurroundings): Console {
  const { connection, zones, newId } = around;
  const client = clientOver(connection, newId);
  const cache = queryCache(client);
  const session = sessionStore(around.storage, around.languages);
  const clock = clockStore(around.local, around.every);
  const notices = noticesStore();
  let lost = false;
  connection.onState(() => {
    if (connection.state() === 'open' && lost) cache.refresh();
    lost = connection.state() === 'lost' || (lost && connection.state() !== 'open');
  });

  const setup = (): SetupView | undefined => cache.peek('setup', {}).value;
  const location = (): Location | undefined => {
    const locations = setup()?.locations ?? [];
    return locations.find((one) => one.id === session.getState().locationId) ?? locations[0];
  };
  const zone = (): ZoneId => location()?.zone ?? UTC;
  const today = (): LocalDate => localDateOf(zones, zone(), clock.exact());
  let last: Words | undefined;
  const words = (): Words => {
    const key = `${session.getState().language} ${zone()} ${today()}`;
    if (last?.key !== key)
      last = wordsFor(key, session.getState().language, { zones, zone: zone(), now: clock.exact() });
    return last;
  };

  return {
    connection,
    client,
    cache,
    zones,
    newId,
    session,
    clock,
    notices,
    selection: selectionStore(),
    surfaces: surfacesStore(),
    pending: pendingStore(),
    drag: dragStore(),
    shown: shownStore(),
    setup,
    location,
    zone,
    today,
    date: () => session.getState().date ?? today(),
    words,
    perform: async (name, args, { quiet = false, ...options } = {}) => {
      const reply = await client.send(name, args, options);
      if (!reply.ok && !quiet) notices.toast({ tone: 'bad', text: words().say(errorPhrase(reply.error)) });
      return reply;
    },
  };
}
