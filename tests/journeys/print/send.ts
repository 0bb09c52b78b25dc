import type { Page } from 'playwright/test';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { CommandName } from '../../../core/contract/commands/index.ts';

/** A command as a test writes it down. */
export interface Written {
  readonly name: CommandName;
  readonly args: unknown;
}

export function write<N extends CommandName>(name: N, args: CommandArgs<N>): Written {
  return { name, args };
}

/** A UUIDv7 that says which it is. */
export function idOf(number: number): string {
  return `0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Sends commands over the page's own line, one after the other; fails on the first refusal. */
export async function send(page: Page, commands: readonly Written[]): Promise<void> {
  const refusals = await page.evaluate(async (list) => {
    const line = new WebSocket(`ws://${location.host}/ws`);
    await new Promise((resolve) => line.addEventListener('open', resolve, { once: true }));
    const answers: string[] = [];
    for (const [index, { name, args }] of list.entries()) {
      const reply = new Promise<string>((resolve) => {
        line.addEventListener('message', function read(message: MessageEvent<string>) {
          const frame = JSON.parse(message.data) as { readonly id?: number; readonly reply?: { readonly ok: boolean } };
          if (frame.id !== index) return;
          line.removeEventListener('message', read);
          resolve(frame.reply?.ok === true ? '' : `${name}: ${message.data}`);
        });
      });
      const id = `0192b000-0000-7000-8000-${String(Date.now()).slice(-8)}${String(index).padStart(4, '0')}`;
      line.send(JSON.stringify({ id: index, kind: 'command', name, input: { id, args, acceptCautions: true } }));
      answers.push(await reply);
    }
    line.close();
    return answers.filter((answer) => answer !== '');
  }, commands);
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
}

/** The setup as the host tells it: what a test needs of it. */
export async function locationOf(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const line = new WebSocket(`ws://${location.host}/ws`);
        line.addEventListener('open', () =>
          line.send(JSON.stringify({ id: 1, kind: 'query', name: 'setup', input: {} })),
        );
        line.addEventListener('message', (message: MessageEvent<string>) => {
          const frame = JSON.parse(message.data) as {
            readonly id?: number;
            readonly reply?: { readonly value: { readonly locations: readonly { readonly id: string }[] } };
          };
          if (frame.id !== 1) return;
          line.close();
          resolve(frame.reply?.value.locations[0]?.id ?? '');
        });
      }),
  );
}
