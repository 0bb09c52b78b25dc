import type { Diagnostics } from '../ports/surroundings.ts';

export interface Asking {
  /** Milliseconds. */
  readonly patience: number;
  readonly diagnostics: Diagnostics;
}

/**
 * Asks a service outside and waits no longer than the patience, whether it heeds the signal or not. One that fails is
 * noted by its port's name, and the answer is null.
 */
export async function askInTime<T>(
  port: 'alert' | 'health' | 'inventory',
  { patience, diagnostics }: Asking,
  question: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const signal = AbortSignal.timeout(patience);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('late')), { once: true });
  });
  try {
    return await Promise.race([question(signal), late]);
  } catch {
    diagnostics.note('warning', 'port-failed', { port });
    return null;
  }
}
