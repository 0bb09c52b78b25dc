import type { Outcome } from '../../kernel/outcome.ts';
import type { CommandArgs } from '../../contract/client.ts';
import { commands } from '../../contract/commands/index.ts';
import { parse } from '../../contract/parse.ts';
import type { Refusal } from '../../contract/refusal.ts';
import type { Appointment } from '../../domain/work/appointment.ts';
import { accept } from '../../kernel/outcome.ts';
import { bookAppointment } from '../commands/book-appointment.ts';
import type { WriteTx } from '../ports/store.ts';
import type { Decision, Scene } from '../use-case.ts';
import type { Carried } from './lost-request.ts';

/** A held appointment as every other booking makes it, with what `mark` adds to its row. */
export async function bookHeld(
  tx: WriteTx,
  scene: Scene,
  input: CommandArgs<'bookAppointment'>,
  mark: Partial<Carried>,
): Promise<Outcome<Decision & { readonly held: Appointment }, Refusal>> {
  const args = parse(commands.bookAppointment.args, input);
  if (!args.ok) return args;
  const booked = await bookAppointment(tx, args.value, scene);
  if (!booked.ok) return booked;
  let held: Appointment | undefined;
  const ops = booked.value.ops.map((op) => {
    if (op.op !== 'insert' || op.entity !== 'appointment') return op;
    held = { ...op.row, ...mark };
    return { ...op, row: held };
  });
  if (held === undefined) throw new Error('A booking made no appointment');
  return accept({ ...booked.value, ops, held });
}
