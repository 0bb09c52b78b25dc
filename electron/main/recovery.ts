import { app, dialog, shell } from 'electron';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Words } from './words.ts';

const SHOWN = 5;

/** Says in a sentence why the data cannot be opened, what backups there are, and ends. A stack trace helps nobody here. */
export async function tellCannotOpen(error: unknown, dataDir: string, words: Words): Promise<void> {
  const backups = backupsIn(path.join(dataDir, 'backups'));
  const list = backups.length === 0 ? [words.noBackups] : [words.backups, ...backups, '', words.howToRestore];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Laneway',
    message: words.cannotOpen,
    detail: [sentenceOf(error, words), '', `${words.dataIn} ${dataDir}`, '', ...list].join('\n'),
    buttons: [words.showFolder, words.quit],
    defaultId: 1,
    cancelId: 1,
  });
  if (response === 0) await shell.openPath(dataDir);
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

function sentenceOf(error: unknown, words: Words): string {
  const sentence: unknown =
    typeof error === 'object' && error !== null && 'sentence' in error ? error.sentence : undefined;
  return typeof sentence === 'string' ? sentence : words.unexpected;
}

function backupsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted().toReversed().slice(0, SHOWN);
  } catch {
    return [];
  }
}
