/** What the CLI answers to the shell; told by `laneway --help`. */
export const EXIT = { ok: 0, refused: 1, usage: 2, fault: 3, cannotOpen: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
