import { describe, expect, it } from 'vitest';
import { dataProblems, type DataSchema } from '../../../core/domain/work/custom-data.ts';

const told = (schema: DataSchema, value: unknown) =>
  dataProblems(schema, value).map(({ path, reason }) => `${path}: ${reason}`);

describe('custom data', () => {
  it('may be anything under an empty schema', () => {
    for (const value of [null, 1, 'text', [], {}, { a: [1] }]) expect(told({}, value)).toEqual([]);
  });

  it.each([
    ['object', {}, [[], null, 'x'], 'an object'],
    ['array', [], [{}, null], 'a list'],
    ['string', 'x', [1, null], 'text'],
    ['number', 1.5, ['1', null], 'a number'],
    ['integer', 2, [1.5, '2'], 'a whole number'],
    ['boolean', false, [0, 'false'], 'true or false'],
    ['null', null, [0, ''], 'null'],
  ] as const)('of type %s is that and nothing else', (type, good, bad, words) => {
    expect(told({ type }, good)).toEqual([]);
    for (const value of bad) expect(told({ type }, value)).toEqual([`: must be ${words}`]);
  });

  it('has what is required, and says what is missing where', () => {
    const schema: DataSchema = {
      type: 'object',
      required: ['mileage'],
      properties: { owner: { type: 'object', required: ['name'] } },
    };
    expect(told(schema, { mileage: 1 })).toEqual([]);
    expect(told(schema, { owner: {} })).toEqual(['mileage: must be given', 'owner.name: must be given']);
  });

  it('has one of the values that are listed', () => {
    const schema: DataSchema = { properties: { fuel: { enum: ['diesel', 'petrol', null] } } };
    expect(told(schema, { fuel: null })).toEqual([]);
    expect(told(schema, { fuel: 'coal' })).toEqual(['fuel: must be "diesel" or "petrol" or null']);
  });

  it('lies within the bounds, both ends included', () => {
    const schema: DataSchema = { minimum: 0, maximum: 10 };
    expect([0, 10].flatMap((value) => told(schema, value))).toEqual([]);
    expect([-1, 11].flatMap((value) => told(schema, value))).toEqual([': must be at least 0', ': must be at most 10']);
  });

  it('is no longer than it may be, in characters', () => {
    expect(told({ maxLength: 2 }, '🚚🚚')).toEqual([]);
    expect(told({ maxLength: 2 }, 'abc')).toEqual([': must be at most 2 characters']);
  });

  it('has items that all fit, each named by its place', () => {
    const schema: DataSchema = {
      properties: { tyres: { type: 'array', items: { properties: { bar: { type: 'number', minimum: 1 } } } } },
    };
    expect(told(schema, { tyres: [{ bar: 2 }, { bar: 0 }, { bar: 'x' }] })).toEqual([
      'tyres.1.bar: must be at least 1',
      'tyres.2.bar: must be a number',
    ]);
  });

  it('may have properties that the schema does not name, even those every object has', () => {
    expect(told({ properties: { a: { type: 'number' } } }, { b: 'x' })).toEqual([]);
    expect(told({ required: ['toString'] }, {})).toEqual(['toString: must be given']);
  });
});
