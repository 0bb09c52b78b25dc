/** Work that pauses now and then, so that whoever does it can do something else meanwhile or leave it. */
export type Steps<T> = Generator<void, T>;

/** All of it without a pause. */
export function runThrough<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
