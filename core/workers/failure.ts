import { StoreFault } from '../application/ports/store-fault.ts';
import type { Failure } from './protocol.ts';

export function failureOf(error: unknown): Failure {
  if (error instanceof StoreFault) return { kind: 'fault', fault: error.fault, cause: textOf(error.cause) };
  if (!(error instanceof Error)) return { kind: 'defect', name: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '' } = error;
  return { kind: 'defect', name, message, stack };
}

/** The error on this side of the thread, with the stack of the other. */
export function errorFrom(failure: Failure): Error {
  if (failure.kind === 'fault') {
    return new StoreFault(failure.fault.code, failure.fault.retryable, new Error(failure.cause));
  }
  const error = new Error(failure.message);
  error.name = failure.name;
  error.stack = failure.stack;
  return error;
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
