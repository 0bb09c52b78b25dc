/** The folder that `--data DIR` or `--data=DIR` names among the words of the command line; undefined without it. */
export function dataFlag(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='));
  const word = argv[at];
  if (word === undefined) return undefined;
  return word === '--data' ? argv[at + 1] : word.slice('--data='.length);
}
