import { app, dialog, shell } from 'electron';
import type { Words } from './words.ts';

const SHOWN = 5;

/** Why the data cannot be opened, as the composition root tells it. */
export interface Trouble {
  /** For the person, in one sentence. */
  readonly sentence: string;
  /** Newest first. */
  readonly backups?: readonly { readonly file: string; readonly at: string }[];
  /** The command that restores the newest backup. */
  readonly restore?: string | null;
}

/** Says in a sentence why the data cannot be opened and what ways out there are. A stack trace helps nobody here. */
export async function tellCannotOpen(trouble: Trouble, dataDir: string, words: Words): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Laneway',
    message: words.cannotOpen,
    detail: [trouble.sentence, `${words.dataIn} ${dataDir}`, ...waysOut(trouble, words)].join('\n\n'),
    buttons: [words.showFolder, words.quit],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openPath(dataDir);
}

function waysOut({ backups, restore }: Trouble, words: Words): readonly string[] {
  if (backups === undefined) return [];
  if (backups.length === 0) return [words.noBackups];
  const list = backups.slice(0, SHOWN).map(({ file, at }) => `${at}  ${file}`);
  const command = restore === undefined || restore === null ? [] : [`${words.howToRestore}\n${restore}`];
  return [[words.backups, ...list].join('\n'), ...command];
}

/** A defect reaches a person as one sentence; then the process ends, because nobody knows what state it is in. */
export function catchDefects(words: Words): void {
  const tell = (error: unknown): void => {
    console.error(error);
    dialog.showErrorBox('Laneway', words.unexpected);
    app.exit(1);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}
