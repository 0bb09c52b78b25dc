import { createDispatcher, type Laneway } from '../../core/application/dispatcher.ts';
import type { Planners } from '../../core/application/ports/planners.ts';
import type { Store } from '../../core/application/ports/store.ts';
import type { Surroundings } from '../../core/application/ports/surroundings.ts';
import { createAnswerers } from '../../core/application/queries/index.ts';
import { clientOver, type CommandArgs, type SendOptions } from '../../core/contract/client.ts';
import type { CommandName } from '../../core/contract/commands/index.ts';
import type { Receipt } from '../../core/contract/envelope.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Fault, Refusal, Reply } from '../../core/contract/refusal.ts';
import { openStore, type OpenStore } from '../../core/store/open-store.ts';
import { diagnosticsList, idsFrom, type Ids, type Notes } from './surroundings.ts';

/** The whole contract on a real SQLite file, with the doors tests need. */
export interface TestLaneway {
  readonly laneway: Laneway;
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly ids: Ids;
  readonly events: readonly LanewayEvent[];
  readonly notes: Notes['notes'];
  /** Sends and answers the reply as it is. */
  send<N extends CommandName>(name: N, args: CommandArgs<N>, options?: SendOptions): Promise<Reply<Receipt>>;
  /** Sends and fails the test when it is refused. */
  done<N extends CommandName>(name: N, args: CommandArgs<N>, options?: SendOptions): Promise<Receipt>;
  /** Sends and fails the test when it is accepted. */
  refused<N extends CommandName>(name: N, args: CommandArgs<N>, options?: SendOptions): Promise<Refusal | Fault>;
  /** The same file for another actor or clock, or with others who search for plans. */
  as(surroundings: Surroundings, planners?: Planners): TestLaneway;
  close(): Promise<void>;
}

export async function openLanewayIn(folder: string, surroundings: Surroundings, ids = idsFrom()): Promise<TestLaneway> {
  const outcome = await openStore({
    file: `${folder}/laneway.sqlite`,
    backupFolder: `${folder}/backups`,
    now: () => surroundings.clock.now(),
    newReplica: () => surroundings.replica,
  });
  if (!outcome.ok) throw new Error(`The store did not open: ${outcome.refusal.kind}`);
  return lanewayOn(outcome.value, surroundings, ids);
}

function lanewayOn(opened: OpenStore, surroundings: Surroundings, ids: Ids, planners?: Planners): TestLaneway {
  const { store, keeper } = opened;
  const diagnostics = diagnosticsList();
  const answerers = createAnswerers({ keeper, writeIcs: (calendar) => JSON.stringify(calendar) });
  const sentence = (error: Refusal | Fault): string => JSON.stringify(error);
  const others = planners === undefined ? {} : { planners };
  const laneway = createDispatcher({ store, keeper, surroundings, diagnostics, answerers, sentence, ...others });
  const events: LanewayEvent[] = [];
  laneway.subscribe((event) => events.push(event));
  const client = clientOver(
    {
      call: (kind, name, input) => laneway.call(kind, name, input, { host: 'test' }),
      subscribe: (listener) => laneway.subscribe(listener),
    },
    () => ids.next(),
  );
  return {
    laneway,
    store,
    surroundings,
    ids,
    events,
    notes: diagnostics.notes,
    send: (name, args, options) => client.send(name, args, options),
    async done(name, args, options) {
      const reply = await client.send(name, args, options);
      if (!reply.ok) throw new Error(`${name} was refused: ${reply.message} ${JSON.stringify(diagnostics.notes)}`);
      return reply.value;
    },
    async refused(name, args, options) {
      const reply = await client.send(name, args, options);
      if (reply.ok) throw new Error(`${name} was accepted`);
      return reply.error;
    },
    as: (other, planning) => lanewayOn(opened, other, ids, planning),
    close: () => store.close(),
  };
}
