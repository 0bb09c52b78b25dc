/** The first place where two lists differ. */
export function difference(what: string, got: readonly string[], wanted: readonly string[]): string | null {
  const length = Math.max(got.length, wanted.length);
  for (let index = 0; index < length; index += 1) {
    if (got[index] === wanted[index]) continue;
    return `${what} ${index + 1} is ${got[index] ?? 'missing'}, not ${wanted[index] ?? 'the end'}`;
  }
  return null;
}
