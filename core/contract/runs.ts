import { z } from 'zod';
import { run } from './define.ts';
import { dateValue, id } from './values.ts';
import type { ImportReport } from './views/import-view.ts';
import type { PlanView } from './views/plan-view.ts';
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
  planRange: run<PlanView>()({
    summary: 'Search for a good plan of some days: what is in the tray, and what may move; writes nothing',
    permission: 'schedule',
    input: z.strictObject({
      locationId: id<'location'>(),
      /** The first local day. */
      date: dateValue,
      days: z
        .number('must be a number of days')
        .int('must be whole days')
        .min(1, 'must be at least 1')
        .max(7, 'must be at most 7'),
      /** Null takes all that is in the tray. */
      workOrderIds: z
        .array(id<'work-order'>())
        .min(1, 'must name at least one work order, or be null')
        .max(2000, 'must be at most 2000 work orders')
        .refine((ids) => new Set(ids).size === ids.length, 'must not name a work order twice')
        .nullable()
        .default(null),
      /** True lets appointments that are not pinned give way, at the price of a moved promise. */
      mayMove: z.boolean('must be true or false').default(false),
      /** In minutes of cost; null takes the location's. */
      perMovedPromise: z
        .number('must be a number')
        .min(0, 'must be at least 0')
        .max(10_000, 'must be at most 10000')
        .nullable()
        .default(null),
      /** True lets work go on behind the end of a shift, as far and as dear as the location says. */
      overtime: z.boolean('must be true or false').default(false),
      seconds: z
        .number('must be a number of seconds')
        .min(0.1, 'must be at least 0.1')
        .max(60, 'must be at most 60')
        .default(5),
      /** The same question with the same seed and number of rounds has the same answer. */
      seed: z
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must be at least 0')
        .max(1_000_000_000, 'must be at most 1000000000')
        .default(1),
      /** Counts rounds instead of seconds; null goes by the clock. */
      rounds: z
        .number('must be a number')
        .int('must be a whole number')
        .min(0, 'must be at least 0')
        .max(10_000_000, 'must be at most 10000000')
        .nullable()
        .default(null),
      /**
       * So long the best plan there can be is looked for after the search, for up to 25 pieces of work in bays, where the
       * search has not looked through all plans itself; null asks for no proof.
       */
      prove: z
        .number('must be a number of seconds')
        .min(0.1, 'must be at least 0.1')
        .max(120, 'must be at most 120')
        .nullable()
        .default(null),
      /** Starts are multiples of so many minutes. */
      step: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(30)], 'must be 5, 10, 15 or 30').default(15),
    }),
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
