import { z } from 'zod';
import { run } from './define.ts';
import { id } from './values.ts';
import type { ImportReport } from './views/import-view.ts';
import type { BackupView, SampleReport } from './views/setup-view.ts';

/** Long work: answers when it is done, tells its progress on the way, and stops within a moment when cancelled. */
export const runs = {
  backup: run<BackupView>()({
    summary: 'Make a verified backup of the database now',
    permission: 'maintain',
    input: z.strictObject({}),
  }),
  loadSample: run<SampleReport>()({
    summary: 'Fill an empty file with the sample organization, to look around; cannot be stopped half way',
    permission: 'administer',
    input: z.strictObject({}),
  }),
  importRows: run<ImportReport>()({
    summary: 'Send the commands of many rows, each row wholly or not at all; or only try them',
    permission: 'administer',
    input: z.strictObject({
      rows: z
        .array(
          z.strictObject({
            row: z.number().int().min(1),
            commands: z
              .array(z.strictObject({ id: id<'command'>(), name: z.string().max(60), args: z.unknown() }))
              .min(1, 'must have at least one command')
              .max(100),
          }),
        )
        .max(100_000, 'must be at most 100000 rows'),
      /** Judges every row on what the ones before it would leave, and writes nothing. */
      dryRun: z.boolean(),
      acceptCautions: z.boolean(),
    }),
  }),
} as const;

export type Runs = typeof runs;
export type RunName = keyof Runs;
