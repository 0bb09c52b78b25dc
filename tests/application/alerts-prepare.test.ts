import { describe, expect, it } from 'vitest';
import { prepareAlert, type AlertPorts } from '../../core/application/alerts/prepare-alert.ts';
import { commands } from '../../core/contract/commands/index.ts';
import { alertMessage } from '../builders/messages.ts';
import { diagnosticsList, idsFrom } from '../builders/surroundings.ts';

const ids = idsFrom();
const ARGS = commands.receiveAlert.args.parse({
  id: ids.next(),
  message: alertMessage('a1'),
  workOrderId: ids.next(),
  appointmentId: ids.next(),
});
const never = (): Promise<never> => new Promise(() => undefined);

function ports(more: Partial<AlertPorts>): AlertPorts & { readonly notes: readonly { readonly facts: object }[] } {
  const diagnostics = diagnosticsList();
  return { details: null, health: null, patience: 1000, diagnostics, notes: diagnostics.notes, ...more };
}

describe('services that are asked about a message', () => {
  it('are asked by what was read of it, and their answers go beside it', async () => {
    const asked = ports({
      details: { detailsOf: (message) => Promise.resolve({ about: message.messageId }) },
      health: { healthOf: (unit) => Promise.resolve({ of: unit.text }) },
    });
    expect(await prepareAlert(ARGS, asked)).toEqual({
      ...ARGS,
      details: { alert: { about: 'a1' }, health: { of: 'AB 12345' } },
    });
  });

  it('may be none, and then the command finds its own answers', async () => {
    expect(await prepareAlert(ARGS, ports({}))).toEqual(ARGS);
    const one = ports({ health: { healthOf: () => Promise.resolve({ score: 1 }) } });
    expect(await prepareAlert(ARGS, one)).toEqual({ ...ARGS, details: { health: { score: 1 } } });
  });

  it('may fail: that is written down and nothing is lost', async () => {
    const failing = ports({
      details: { detailsOf: () => Promise.reject(new Error('down')) },
      health: {
        healthOf: () => {
          throw new Error('broken');
        },
      },
    });
    expect(await prepareAlert(ARGS, failing)).toEqual({ ...ARGS, details: { alert: null, health: null } });
    expect(new Set(failing.notes.map((note) => note.facts))).toEqual(new Set([{ port: 'alert' }, { port: 'health' }]));
  });

  it('may answer what cannot be kept, which counts as no answer', async () => {
    const large = { text: 'x'.repeat(70_000) };
    const asked = ports({ health: { healthOf: () => Promise.resolve(large) } });
    expect(await prepareAlert(ARGS, asked)).toEqual({ ...ARGS, details: { health: null } });
  });

  it('are not asked where the sender has asked already', async () => {
    const args = { ...ARGS, details: { health: { score: 3 } } };
    const asked = ports({ health: { healthOf: () => Promise.reject(new Error('asked')) } });
    expect(await prepareAlert(args, asked)).toEqual(args);
    expect(asked.notes).toEqual([]);
  });

  it('may be late, and are waited for no longer than the patience', async () => {
    const late = ports({ patience: 5, details: { detailsOf: never } });
    expect(await prepareAlert(ARGS, late)).toEqual({ ...ARGS, details: { alert: null } });
  });

  it('are not asked about what cannot be read', async () => {
    const asked: string[] = [];
    const curious = ports({
      details: { detailsOf: (message) => Promise.resolve({ x: asked.push(message.messageId) }) },
    });
    const args = { ...ARGS, message: { name: 'alert.created' } };
    expect(await prepareAlert(args, curious)).toEqual(args);
    expect(asked).toEqual([]);
  });
});
