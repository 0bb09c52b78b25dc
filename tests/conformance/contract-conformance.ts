import { describe, expect, it } from 'vitest';
import { clientOver, type Transport } from '../../core/contract/client.ts';
import type { LanewayEvent } from '../../core/contract/events.ts';
import type { Refusal, Reply } from '../../core/contract/refusal.ts';
import { uuidv7 } from '../../core/kernel/id.ts';

/** A contract over some host with a fresh, empty database behind it. */
export interface OpenTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

let last = 0;
/** Ids in order, the same in each run of the file. */
export function newId(): string {
  last += 1;
  return uuidv7(1_795_000_000_000 + last, new Uint8Array(10));
}

/** Arguments that every fresh database accepts. */
export function organization(): Readonly<Record<string, unknown>> {
  return {
    id: newId(),
    name: 'Harbour Service',
    currency: 'EUR',
    skills: ['Engine'],
    capabilities: ['Lift'],
    policy: {
      bufferBefore: 0,
      bufferAfter: 30,
      dailyMaximum: 6,
      holdMinutes: 15,
      autoBook: true,
      autoBookDays: 7,
      severities: {},
    },
  };
}

const customer = (name: string) => ({
  id: newId(),
  name,
  tier: 'standard',
  phone: '',
  email: '',
  address: '',
  coordinates: null,
  contacts: [],
  notes: '',
});

/** Waits until `found` answers something; the test's own time limit ends a wait in vain. */
async function eventually<T>(found: () => T | undefined): Promise<T> {
  for (;;) {
    const value = found();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function refusalOf(reply: Reply): Refusal {
  if (reply.ok) throw new Error('The call was accepted');
  if (reply.error.kind === 'fault') throw new Error(`The call failed: ${reply.error.code}`);
  return reply.error;
}

function valueOf(reply: Reply): unknown {
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

/** The facts that hold for the contract on every host. */
export function contractConformance(name: string, openTransport: () => Promise<OpenTransport>): void {
  const facts: (readonly [fact: string, proof: (transport: Transport) => Promise<void>])[] = [];
  const on = (...fact: (typeof facts)[number]): void => void facts.push(fact);
  const setUp = async (transport: Transport): Promise<void> => {
    valueOf(await transport.call('command', 'createOrganization', { id: newId(), args: organization() }));
  };

  describe(`the contract on ${name}`, () => {
    on('answers a query', async (transport) => {
      const reply = await clientOver(transport, newId).ask('setup', {});
      expect(valueOf(reply)).toMatchObject({ organization: null, sequence: 0 });
    });

    on('accepts a command with its place in the log, and shows it in the next query', async (transport) => {
      await setUp(transport);
      const id = newId();
      const receipt = await transport.call('command', 'addCustomer', { id, args: customer('Ann Dahl') });
      expect(valueOf(receipt)).toMatchObject({ commandId: id, sequence: 2 });
      const found = await transport.call('query', 'customerMatches', { text: 'Ann', limit: 5 });
      expect(valueOf(found)).toMatchObject([{ name: 'Ann Dahl' }]);
    });

    on('refuses with the field and the reason, in a sentence, and changes nothing', async (transport) => {
      await setUp(transport);
      const args = { ...customer(''), tier: 'gold' };
      const reply = await transport.call('command', 'addCustomer', { id: newId(), args });
      const refusal = refusalOf(reply);
      expect(refusal.kind === 'invalid-input' ? refusal.problems.map((one) => one.field).toSorted() : []).toEqual([
        'name',
        'tier',
      ]);
      expect(reply.ok ? '' : reply.message).toContain('name must not be empty');
      expect(valueOf(await transport.call('query', 'setup', {}))).toMatchObject({ sequence: 1 });
    });

    on('refuses an unknown name of every kind, names of the language included', async (transport) => {
      for (const kind of ['command', 'query', 'run'] as const)
        for (const name of ['teleport', 'constructor', '__proto__', 'toString']) {
          const input = kind === 'run' ? { runId: newId(), input: {} } : { id: newId(), args: {} };
          expect(refusalOf(await transport.call(kind, name, input))).toEqual({ kind: 'unknown-name', name });
        }
    });

    on('refuses malformed input of every kind as data', async (transport) => {
      const inputs: readonly unknown[] = [null, 7, 'text', [], [{}], { id: 'x', args: {} }, { unexpected: true }, true];
      const calls = [
        ['command', 'addCustomer'],
        ['query', 'boardForRange'],
        ['run', 'backup'],
        ['cancel', 'run'],
      ] as const;
      for (const [kind, called] of calls)
        for (const input of inputs) {
          const reply = await transport.call(kind, called, input);
          expect([called, input, refusalOf(reply).kind]).toEqual([called, input, 'invalid-input']);
        }
    });

    on('answers a repeated command id with the same receipt, and does it once', async (transport) => {
      await setUp(transport);
      const command = { id: newId(), args: customer('Ann Dahl') };
      const first = valueOf(await transport.call('command', 'addCustomer', command));
      expect(valueOf(await transport.call('command', 'addCustomer', command))).toEqual(first);
      const found = await transport.call('query', 'customerMatches', { text: 'Ann', limit: 5 });
      expect(valueOf(found)).toHaveLength(1);
    });

    on('refuses a command id that another command has used', async (transport) => {
      await setUp(transport);
      const id = newId();
      valueOf(await transport.call('command', 'addCustomer', { id, args: customer('Ann Dahl') }));
      const other = await transport.call('command', 'addCustomer', { id, args: customer('Bo Lind') });
      expect(refusalOf(other)).toEqual({ kind: 'same-id-other-command', id });
    });

    on('tells a listener of each commit once, and nothing of a refusal', async (transport) => {
      const heard: LanewayEvent[] = [];
      const stop = transport.subscribe((event) => heard.push(event));
      await setUp(transport);
      await transport.call('command', 'addCustomer', { id: newId(), args: customer('') });
      const id = newId();
      valueOf(await transport.call('command', 'addCustomer', { id, args: customer('Ann Dahl') }));
      const changed = await eventually(() =>
        heard.find((event) => event.event === 'changed' && event.commandId === id),
      );
      expect(changed).toMatchObject({ event: 'changed', sequence: 2, command: 'addCustomer' });
      expect(heard.map((event) => event.event)).toEqual(['changed', 'changed']);
      stop();
      valueOf(await transport.call('command', 'addCustomer', { id: newId(), args: customer('Bo Lind') }));
      await transport.call('query', 'setup', {});
      expect(heard).toHaveLength(2);
    });

    on('runs long work with progress', async (transport) => {
      const heard: LanewayEvent[] = [];
      transport.subscribe((event) => heard.push(event));
      await setUp(transport);
      const runId = newId();
      const made = valueOf(await transport.call('run', 'backup', { runId, input: {} }));
      expect(made).toMatchObject({ why: 'on-command', verified: true });
      const progress = await eventually(() =>
        heard.find((one) => one.event === 'runProgressed' && one.runId === runId),
      );
      expect(progress).toMatchObject({ event: 'runProgressed', runId });
    });

    on('takes a cancel for a run that is over or never was, calmly', async (transport) => {
      const reply = await transport.call('cancel', 'run', { runId: newId() });
      expect(reply.ok ? 'accepted' : reply.error.kind).toMatch(/^(accepted|not-found|unknown-name)$/);
    });

    on('stops a cancelled run and leaves nothing half done', async (transport) => {
      await setUp(transport);
      const runId = newId();
      const running = transport.call('run', 'backup', { runId, input: {} });
      await transport.call('cancel', 'run', { runId });
      const reply = await running;
      const { length } = valueOf(await transport.call('query', 'backups', {})) as readonly unknown[];
      // The cancel may come too late for so small a file; then the backup is whole and listed.
      expect([reply.ok ? 'made' : reply.error.kind, length]).toEqual(
        reply.ok ? ['made', 1] : ['cancelled-by-caller', 0],
      );
    });

    on('answers calls side by side, each with its own', async (transport) => {
      await setUp(transport);
      const names = Array.from({ length: 20 }, (_none, index) => `Customer ${String(index).padStart(2, '0')}`);
      const commands = names.map((one) => ({ id: newId(), args: customer(one) }));
      const receipts = await Promise.all(commands.map((one) => transport.call('command', 'addCustomer', one)));
      expect(receipts.map(valueOf)).toMatchObject(
        commands.map(({ id }, index) => ({ commandId: id, subject: names[index] })),
      );
    });

    it.each(facts)('%s', async (_fact, proof) => {
      const { transport, close } = await openTransport();
      try {
        await proof(transport);
      } finally {
        await close();
      }
    });
  });
}
