import { z } from 'zod';
import { command } from '../define.ts';
import { planLine } from '../fields/plan-line.ts';
import { id } from '../values.ts';

export const applyPlan = command({
  summary: 'Do what a plan or a repair proposes, whole or line by line, as one step',
  permission: 'schedule',
  args: z.strictObject({
    /** Names the plan; the ids of new appointments follow from it. */
    planId: id<'plan'>(),
    lines: z
      .array(planLine)
      .min(1, 'must have at least one line')
      .max(2000, 'must be at most 2000 lines')
      .superRefine((lines, context) => {
        const seen = new Set<string>();
        for (const [index, line] of lines.entries()) {
          const field = line.does === 'book' ? 'workOrderId' : 'appointmentId';
          const subject = line.does === 'book' ? line.workOrderId : line.appointmentId;
          if (seen.has(subject))
            context.addIssue({ code: 'custom', path: [index, field], message: 'must not be named twice' });
          seen.add(subject);
        }
      }),
    /** Lets lines go on behind the end of a shift, as far as the location says: that is a caution then, and no block. */
    overtime: z.boolean('must be true or false').default(false),
    /** Leaves out what does not fit any more, and names it; otherwise one such line refuses all of them. */
    skipUnfit: z.boolean('must be true or false').default(false),
  }),
});
