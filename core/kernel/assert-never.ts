/** Closes an exhaustive switch: a forgotten case is a compile error, and a lie from outside is a defect with its value named. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
