import { describe, expect, it } from 'vitest';
import { at, placed, span } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const start = (time: string): Case => ({
  rule: 'promised-window',
  needs: { windows: [span('08:00', '10:00'), span('14:00', '15:00')] },
  placement: placed(time, 60),
});

describe('a promised window', () => {
  it('holds at both its ends and between', () => {
    for (const time of ['08:00', '09:15', '10:00', '14:00', '15:00']) expect(ask(start(time))).toEqual([]);
  });

  it('is broken a minute outside', () => {
    for (const time of ['07:59', '10:01', '13:59', '15:01']) expect(ask(start(time))).toEqual(['block outside']);
  });

  it('names the nearest window', () => {
    expect(reasonsFor(start('13:00'))[0]).toMatchObject({ from: at('14:00'), to: at('15:00') });
    expect(reasonsFor(start('10:30'))[0]).toMatchObject({ from: at('08:00'), to: at('10:00') });
  });

  it('is no matter when nothing was promised', () => {
    expect(ask({ ...start('13:00'), needs: { windows: [] } })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...start('13:00'), severity: 'caution' })).toEqual(['caution outside']);
  });
});
