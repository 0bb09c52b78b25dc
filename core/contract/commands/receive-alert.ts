import { z } from 'zod';
import { command } from '../define.ts';
import { readMessage } from '../messages/read-message.ts';
import { jsonObject } from '../services/json-object.ts';
import { id } from '../values.ts';

/** Kept as it came; what has to be understood is checked, and every problem names its field. */
const message = jsonObject.superRefine((given, context) => {
  const read = readMessage(given);
  if (read.ok) return;
  for (const { field, reason } of read.refusal)
    context.addIssue({ code: 'custom', path: field.split('.'), message: reason });
});

export const receiveAlert = command({
  summary: 'Take in an alert.created or agent.decision.made message: work for it, booked at once where policy says so',
  permission: 'send-alerts',
  args: z.strictObject({
    id: id<'alert'>(),
    message,
    /** Ids of what may come of it, so that the same command does the same everywhere. */
    workOrderId: id<'work-order'>(),
    appointmentId: id<'appointment'>(),
    /** For the parts, in the order of the service type's; the missing ones follow from the alert's id. */
    reservationIds: z.array(id<'reservation'>()).max(50).default([]),
    /** What other services said about it when they were asked; null asks what is known here. */
    details: z
      .strictObject({
        /** Left out: nobody was asked. Null: whoever was asked did not answer. */
        alert: jsonObject.nullable().optional(),
        health: jsonObject.nullable().optional(),
        /** False: an inventory was asked about the parts and did not answer. */
        stock: z.literal(false).optional(),
      })
      .nullable()
      .default(null),
  }),
});
