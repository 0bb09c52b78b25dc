/**
 * What custom data may look like: a small part of JSON Schema (2020-12), with its words and their meaning. `type` is one of
 * object, array, string, number, integer, boolean, null; `properties` and `required` speak about objects, `items` about
 * every element of an array, `minimum` and `maximum` about numbers, both ends included, `maxLength` about texts in
 * characters; `enum` lists the only values, compared by their JSON. A property that `properties` does not name may have
 * any value. What is left out asks nothing. There are no references and no combinations.
 */
export interface DataSchema {
  readonly type?: DataType;
  readonly properties?: Readonly<Record<string, DataSchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: DataSchema;
}

export type DataType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** One thing that does not fit. `path` leads to it, `tyres.0.pressure`; empty is the value itself. */
export interface DataProblem {
  readonly path: string;
  /** An English clause that starts with a verb. */
  readonly reason: string;
}

/** Everything about `value`, which is plain JSON, that does not fit the schema; in the schema's order. */
export function dataProblems(schema: DataSchema, value: unknown, path = ''): readonly DataProblem[] {
  const { type } = schema;
  if (type !== undefined && !isOfType(type, value)) return [{ path, reason: `must be ${WORDS[type]}` }];
  const problems: DataProblem[] = [...valueProblems(schema, value, path)];
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items !== undefined)
      problems.push(...value.flatMap((one: unknown, index) => dataProblems(items, one, join(path, String(index)))));
  } else if (isObject(value)) {
    for (const name of schema.required ?? [])
      if (!Object.hasOwn(value, name)) problems.push({ path: join(path, name), reason: 'must be given' });
    for (const [name, inner] of Object.entries(schema.properties ?? {}))
      if (Object.hasOwn(value, name)) problems.push(...dataProblems(inner, value[name], join(path, name)));
  }
  return problems;
}

function valueProblems(schema: DataSchema, value: unknown, path: string): readonly DataProblem[] {
  const { minimum, maximum, maxLength } = schema;
  const text = JSON.stringify(value);
  if (schema.enum?.every((one) => JSON.stringify(one) !== text) === true)
    return [{ path, reason: `must be ${schema.enum.map((one) => JSON.stringify(one)).join(' or ')}` }];
  if (typeof value === 'number') {
    if (minimum !== undefined && value < minimum) return [{ path, reason: `must be at least ${minimum}` }];
    if (maximum !== undefined && value > maximum) return [{ path, reason: `must be at most ${maximum}` }];
  }
  if (typeof value === 'string' && maxLength !== undefined && Array.from(value).length > maxLength)
    return [{ path, reason: `must be at most ${maxLength} characters` }];
  return [];
}

const WORDS: Readonly<Record<DataType, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

function isOfType(type: DataType, value: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
