import { z } from 'zod';

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of another system, up to 64 KiB of JSON. */
export const jsonObject: z.ZodType<JsonObject, JsonObject> = z
  .record(z.string().max(200), z.json())
  .refine((data) => JSON.stringify(data).length <= 65_536, 'must be at most 64 KiB of JSON');
