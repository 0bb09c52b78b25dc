import { stdout } from 'node:process';
import { openLanewayIn } from '../../builders/laneway.ts';
import { randomCommands, randomFrom } from '../../builders/random-commands.ts';
import { at, clockAt, idsFrom, surroundingsWith } from '../../builders/surroundings.ts';
import { buildWorld } from '../../builders/world.ts';

/**
 * A process that is to be killed: sends random commands, undos among them, and writes a line for each one that was
 * accepted, as soon as it has the receipt. Arguments: folder, seed, how many.
 */
const [, , folder = '', seed = '1', count = '200'] = process.argv;
const laneway = await openLanewayIn(folder, surroundingsWith(clockAt(at(7))));
const world = await buildWorld(laneway);
const random = randomFrom(Number(seed));
const next = randomCommands(world, laneway.ids, random);
// Ids of commands come from a counter of their own, far from the others.
const commandIds = idsFrom(1_000_000);
stdout.write(`ready ${await laneway.store.read.sequence()}\n`);
for (let sent = 0; sent < Number(count); sent += 1) {
  const command = random() < 0.1 ? { name: 'undo', args: {} } : next();
  const id = commandIds.next();
  const reply = await laneway.laneway.call('command', command.name, { id, args: command.args }, { host: 'test' });
  if (reply.ok) stdout.write(`done ${id}\n`);
  else if (reply.error.kind === 'fault') throw new Error(JSON.stringify(laneway.notes));
}
stdout.write('finished\n');
await laneway.close();
