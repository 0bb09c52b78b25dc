/** Lets whatever waits in this thread have its turn: between two pieces of work that a person would notice. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
