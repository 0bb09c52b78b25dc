import { z } from 'zod';
import { run } from './define.ts';
import type { BackupView } from './views/setup-view.ts';

/** Long work: answers when it is done, tells its progress on the way, and stops within a moment when cancelled. */
export const runs = {
  backup: run<BackupView>()({
    summary: 'Make a verified backup of the database now',
    permission: 'maintain',
    input: z.strictObject({}),
  }),
} as const;

export type Runs = typeof runs;
export type RunName = keyof Runs;
