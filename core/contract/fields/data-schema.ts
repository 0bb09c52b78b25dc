import { z } from 'zod';
import type { DataSchema } from '../../domain/work/custom-data.ts';

const bound = z.number('must be a number');

/** The part of JSON Schema that custom data is described in; what each word means is said at DataSchema. */
export const dataSchema: z.ZodType<DataSchema, DataSchema> = z.lazy(() =>
  z.strictObject({
    type: z
      .enum(
        ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'],
        'must be object, array, string, number, integer, boolean or null',
      )
      .exactOptional(),
    properties: z.record(z.string().max(100), dataSchema).exactOptional(),
    required: z.array(z.string('must be text').max(100)).max(100).exactOptional(),
    enum: z.array(z.json()).min(1, 'must name at least one value').max(200).exactOptional(),
    minimum: bound.exactOptional(),
    maximum: bound.exactOptional(),
    maxLength: bound.int('must be whole').min(0, 'must be at least 0').exactOptional(),
    items: dataSchema.exactOptional(),
  }),
);
