import type { CallKind, Dispatcher } from '../contract/dispatch.ts';
import type { HostKind } from '../contract/host-kind.ts';
import type { Reply } from '../contract/refusal.ts';
import { defect } from './body.ts';

const KINDS: readonly CallKind[] = ['command', 'query', 'run', 'cancel'];

export function isCallKind(text: unknown): text is CallKind {
  return KINDS.some((kind) => kind === text);
}

/** Calls the contract; a defect becomes a sentence, so that no stack ever crosses. `tell` gets it for the local log. */
export async function callContract(
  dispatcher: Dispatcher,
  call: { readonly kind: CallKind; readonly name: string; readonly input: unknown; readonly host: HostKind },
  tell: (error: unknown) => void,
): Promise<Reply> {
  try {
    return await dispatcher.call(call.kind, call.name, call.input, { host: call.host });
  } catch (error) {
    tell(error);
    return defect;
  }
}
