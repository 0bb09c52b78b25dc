import { describe, expect, it } from 'vitest';
import { at, NORTH, placed, span } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const one = (from: string, length: number): Case => ({
  rule: 'location-open',
  facts: { open: [span('07:00', '12:00'), span('13:00', '18:00')] },
  placement: placed(from, length),
});

describe('the location', () => {
  it('is open to work that ends as it closes', () => {
    expect(ask(one('07:00', 300))).toEqual([]);
    expect(ask(one('17:00', 60))).toEqual([]);
  });

  it('blocks work that runs past closing, and says when it closes', () => {
    expect(reasonsFor(one('17:00', 61))[0]).toMatchObject({
      severity: 'block',
      why: 'closed',
      closesAt: at('18:00'),
      opensAt: null,
    });
  });

  it('blocks work before opening, and says when it opens', () => {
    expect(reasonsFor(one('06:59', 60))[0]).toMatchObject({ why: 'closed', closesAt: null, opensAt: at('07:00') });
  });

  it('does not bridge the hour in which it is shut', () => {
    expect(ask(one('11:00', 180))).toEqual(['block closed']);
  });

  it('names a closure', () => {
    const closures = [{ ...span('00:00', '24:00'), why: 'closure' as const, name: 'Town holiday' }];
    expect(reasonsFor({ ...one('09:00', 60), facts: { open: [], closures } })[0]).toMatchObject({
      why: 'closure',
      name: 'Town holiday',
    });
  });

  it('does not mind work elsewhere', () => {
    expect(ask({ ...one('19:00', 60), needs: { place: { address: '', coordinates: NORTH } } })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one('18:00', 60), severity: 'caution' })).toEqual(['caution closed']);
  });
});
