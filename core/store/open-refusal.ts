import type { BackupView } from '../contract/views/setup-view.ts';

/** Why the database file was not opened: data for the recovery window. Nothing in the file was changed. */
export interface OpenRefusal {
  readonly kind: 'newer' | 'corrupt' | 'migration-failed' | 'unavailable' | 'read-only' | 'disk-full' | 'busy';
  /** Plain English, for people. */
  readonly sentence: string;
  /** What the engine said, for a report. */
  readonly detail: string;
  readonly file: string;
  /** What can be restored, newest first. */
  readonly backups: readonly BackupView[];
}

export const OPEN_SENTENCES: Readonly<Record<OpenRefusal['kind'], string>> = {
  newer: 'The database was made by a newer version of the program. Update the program, or restore a backup.',
  corrupt: 'The database file is damaged. Restore a backup; the damaged file stays where it is.',
  'migration-failed': 'The database could not be brought to this version. It is as it was before.',
  unavailable: 'The database file could not be opened.',
  'read-only': 'The database file, or the folder it lies in, cannot be written to.',
  'disk-full': 'The disk is full. Make room and try again.',
  busy: 'Another program is using the database file. Close it and try again.',
};
