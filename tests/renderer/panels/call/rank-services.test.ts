import { describe, expect, it } from 'vitest';
import { rankServices } from '../../../../renderer/panels/call/rank-services.ts';
import { serviceType } from './people.ts';

const types = ['Oil change', 'Brake repair', 'Engine repair', 'Noise diagnosis'].map((name) => serviceType(name));
const names = (typed: string, said: string) => rankServices(types, typed, said).map(({ type }) => type.name);

describe('the list of service types', () => {
  it('keeps those whose words begin with what is typed, in any order', () => {
    expect(names('rep', '')).toEqual(['Brake repair', 'Engine repair']);
    expect(names('rep eng', '')).toEqual(['Engine repair']);
    expect(names('wheel', '')).toEqual([]);
  });

  it('offers first what the caller spoke of', () => {
    expect(names('', 'grinding from the brakes')[0]).toBe('Brake repair');
    expect(names('repair', 'the engine stops')[0]).toBe('Engine repair');
  });

  it('says which of them is a guess', () => {
    expect(rankServices(types, '', 'brakes squeal').filter((one) => one.guessed)).toHaveLength(1);
    expect(rankServices(types, '', '').some((one) => one.guessed)).toBe(false);
  });
});
