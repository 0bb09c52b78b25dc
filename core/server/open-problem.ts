import type { HostRecord } from './host-lock.ts';

/** The database cannot be opened: the sentence and the ways out. */
export interface CannotOpenDatabase {
  readonly kind: 'database';
  readonly sentence: string;
  /** Newest first. */
  readonly backups: readonly { readonly file: string; readonly at: string }[];
  /** The command that restores the newest one; null when there is none. */
  readonly restore: string | null;
}

/** Why a data folder was not opened. */
export type OpenProblem =
  | CannotOpenDatabase
  /** Another copy has it; one that answers can be joined. */
  | { readonly kind: 'in-use'; readonly sentence: string; readonly running: HostRecord }
  | { readonly kind: 'port-taken'; readonly sentence: string };

export const IN_USE = 'Laneway is already open on this data. Close that copy, or use it.';
export const PORT_TAKEN = 'Another program has that port. Choose another one, or leave it out.';

/** The restore command goes into a new folder: what is damaged stays where it is. */
export function cannotOpenDatabase(
  dataDir: string,
  refusal: { readonly sentence: string; readonly backups: readonly { readonly file: string; readonly at: number }[] },
): CannotOpenDatabase {
  const backups = refusal.backups.map(({ file, at }) => ({ file, at: timeText(at) }));
  const [newest] = backups;
  const restore =
    newest === undefined
      ? null
      : `npm run --silent laneway -- restore ${quoted(newest.file)} ${quoted(`${dataDir}-restored`)}`;
  return { kind: 'database', sentence: refusal.sentence, backups, restore };
}

/** Why a backup was not restored, in a sentence. */
export function cannotRestore(refusal: {
  readonly kind: 'exists' | 'no-backup' | 'damaged';
  readonly file: string;
}): string {
  switch (refusal.kind) {
    case 'exists':
      return `There already is a file ${refusal.file}. Name a new folder.`;
    case 'no-backup':
      return `There is no backup ${refusal.file}.`;
    case 'damaged':
      return `The backup ${refusal.file} is damaged. Nothing was restored; try an older one.`;
  }
}

/** Why a database was not rebuilt from its log, for a person. */
export function cannotRebuild(refusal: {
  readonly kind: 'exists' | 'no-database' | 'log-damaged';
  readonly file: string;
}): string {
  switch (refusal.kind) {
    case 'exists':
      return `There already is a file ${refusal.file}. Name a new folder.`;
    case 'no-database':
      return `There is no database ${refusal.file}.`;
    case 'log-damaged':
      return `The log in ${refusal.file} is damaged, so nothing can be rebuilt from it. Restore a backup.`;
  }
}

/** For hosts that show a problem where they catch everything: `sentence` is for the person. */
export class CannotOpen extends Error {
  readonly sentence: string;
  readonly problem: OpenProblem;

  constructor(problem: OpenProblem) {
    super(problem.kind);
    this.name = 'CannotOpen';
    this.sentence = problem.sentence;
    this.problem = problem;
  }
}

function timeText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}Z`;
}

/** As a shell reads it: quoted only where it must be. */
function quoted(text: string): string {
  return /^[\w./:\\-]+$/.test(text) ? text : `"${text}"`;
}
