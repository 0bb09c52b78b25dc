import { describe, expect, it } from 'vitest';
import { at, busy, lead, NORTH, placed, SHOP, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

/** Shop to north takes 23 minutes; the shift is 08:00 to 17:00 with lunch 12:00 to 12:30. */
const north = { place: { address: '', coordinates: NORTH } };
const one = (from: string, length: number, more: Parameters<typeof technician>[1] = {}): Case => ({
  rule: 'travel-fits',
  facts: { technicians: [technician('Priya', more)] },
  needs: north,
  placement: placed(from, length, lead('Priya')),
});

describe('the drive', () => {
  it('from home fits from its minute on', () => {
    expect(ask(one('08:23', 60))).toEqual([]);
    expect(reasonsFor(one('08:22', 60))[0]).toMatchObject({
      severity: 'block',
      why: 'from-home',
      needed: 23,
      available: 22,
    });
  });

  it('back home fits before the shift ends', () => {
    expect(ask(one('15:37', 60))).toEqual([]);
    expect(ask(one('15:38', 60))).toEqual(['block back-home']);
  });

  it('is nothing at the same place', () => {
    expect(ask({ ...one('08:00', 60), needs: {} })).toEqual([]);
    expect(ask(one('08:00', 60, { home: NORTH }))).toEqual([]);
  });

  it('from the work before and to the work after is asked, not home', () => {
    const list = [busy('Clutch', '09:00', '10:00', { at: SHOP }), busy('Brakes', '12:30', '13:30', { at: SHOP })];
    expect(ask(one('10:23', 60, { busy: list }))).toEqual([]);
    expect(reasonsFor(one('10:22', 60, { busy: list }))[0]).toMatchObject({ why: 'from-previous', title: 'Clutch' });
    expect(ask(one('10:37', 60, { busy: list }))).toEqual([]);
    expect(reasonsFor(one('10:38', 60, { busy: list }))[0]).toMatchObject({
      why: 'to-next',
      title: 'Brakes',
      needed: 23,
      available: 22,
    });
  });

  it('does not happen in a break', () => {
    const list = [busy('Brakes', '12:30', '13:30', { at: SHOP })];
    expect(ask(one('10:37', 60, { busy: list }))).toEqual([]);
    expect(reasonsFor(one('11:00', 60, { busy: list }))[0]).toMatchObject({ why: 'to-next', available: 0 });
  });

  it('starts at home again on another shift', () => {
    const list = [busy('Late', '05:00', '08:00', { at: NORTH })];
    expect(ask(one('08:10', 60, { busy: list }))).toEqual(['block from-home']);
  });

  it('has no home leg outside the shift, where another rule speaks', () => {
    expect(ask(one('16:30', 60))).toEqual([]);
    expect(reasonsFor({ ...one('16:30', 60), rule: 'on-shift' })[0]).toMatchObject({ shiftEnd: at('17:00') });
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one('08:00', 60), severity: 'caution' })).toEqual(['caution from-home']);
  });
});
