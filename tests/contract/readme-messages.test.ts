import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readMessage } from '../../core/contract/messages/read-message.ts';

it('the messages that the README shows are understood', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)]
    .map((block) => JSON.parse(block[1] ?? '') as Readonly<Record<string, unknown>>)
    .filter((message) => 'occurredAt' in message);
  expect(examples.map((message) => message['name'])).toEqual(['alert.created', 'agent.decision.made']);
  for (const message of examples) expect(readMessage(message)).toMatchObject({ ok: true });
});
