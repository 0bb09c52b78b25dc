import { describe, expect, it } from 'vitest';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import {
  dueOf,
  emptyCall,
  isWritten,
  missing,
  withCustomer,
  withNewCustomer,
  withoutCustomer,
} from '../../../../renderer/panels/call/call-draft.ts';
import { place } from '../zones.ts';
import { match, serviceType } from './people.ts';

const TODAY = localDate('2026-11-23');
const empty = emptyCall('', TODAY, '17:00');

describe('a call being written down', () => {
  it('takes the unit whose plate the caller said, whatever hyphens were typed', () => {
    expect(withCustomer({ ...empty, who: '27bhy' }, match()).unit).toEqual({ kind: 'known', id: 'unit-2' });
  });

  it('takes the only unit, but does not guess among several', () => {
    const [one] = match().units;
    expect(withCustomer({ ...empty, who: 'rosa' }, match({ units: one === undefined ? [] : [one] })).unit).toEqual({
      kind: 'known',
      id: 'unit-1',
    });
    expect(withCustomer({ ...empty, who: 'rosa' }, match()).unit).toEqual({ kind: 'none' });
  });

  it('starts a new customer with what was typed, as a name or as a phone number', () => {
    expect(withNewCustomer({ ...empty, who: ' Nina Berg ' }).customer).toMatchObject({ name: 'Nina Berg', phone: '' });
    expect(withNewCustomer({ ...empty, who: '+47 900 11 222' }).customer).toMatchObject({
      name: '',
      phone: '+47 900 11 222',
    });
  });

  it('asks before it is thrown away only when something would be lost', () => {
    expect(isWritten(empty, '')).toBe(false);
    expect(isWritten(emptyCall('Rosa', TODAY, '17:00'), 'Rosa')).toBe(false);
    expect(isWritten({ ...empty, what: 'noise' }, '')).toBe(true);
    expect(isWritten(withCustomer(empty, match()), '')).toBe(true);
    expect(isWritten(withoutCustomer(withCustomer(empty, match())), '')).toBe(false);
  });

  it('names every field that misses something, in order', () => {
    expect(missing(empty, null, true)).toEqual(['who', 'what', 'service']);
    expect(missing(withNewCustomer({ ...empty, who: '90011222' }), undefined, true)).toEqual([
      'name',
      'what',
      'service',
      'due',
    ]);
  });

  it('goes to the tray without a service type, unless one was typed that does not exist', () => {
    const known = { ...withCustomer(empty, match()), what: 'grinding noise' };
    expect(missing(known, null, false)).toEqual([]);
    expect(missing({ ...known, service: 'brak' }, null, false)).toEqual(['service']);
    expect(missing(known, null, true)).toEqual(['service']);
  });

  it('asks for the address of work at the customer’s', () => {
    const type = serviceType('Roadside help', { capabilities: null });
    const known = { ...withCustomer(empty, match()), serviceType: type, service: type.name };
    expect(missing(known, null, false)).toEqual([]);
    expect(missing({ ...known, address: ' ' }, null, false)).toEqual(['address']);
  });

  it('needs no words when the service type says it all', () => {
    const type = serviceType('Brake repair');
    const known = { ...withCustomer(empty, match()), serviceType: type, service: type.name };
    expect(missing(known, null, true)).toEqual([]);
  });
});

describe('the promise of a call', () => {
  const utc = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);

  it('is read on the location’s clock', () => {
    expect(dueOf(empty, TODAY, place)).toBeNull();
    expect(dueOf({ ...empty, due: 'today' }, TODAY, place)).toBe(utc(23, 16));
    expect(dueOf({ ...empty, due: 'tomorrow', dueTime: '9' }, TODAY, place)).toBe(utc(24, 8));
    expect(dueOf({ ...empty, due: 'date', dueDate: '2026-11-27' }, TODAY, place)).toBe(utc(27, 16));
  });

  it('is not guessed from a time or a date that is none', () => {
    expect(dueOf({ ...empty, due: 'today', dueTime: '25:00' }, TODAY, place)).toBeUndefined();
    expect(dueOf({ ...empty, due: 'date', dueDate: '' }, TODAY, place)).toBeUndefined();
  });
});
