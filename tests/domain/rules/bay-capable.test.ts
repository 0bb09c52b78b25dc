import { describe, expect, it } from 'vitest';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { bay, inBay, lead, placed, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const one: Case = {
  rule: 'bay-capable',
  facts: {
    technicians: [technician('Priya')],
    bays: [bay('Bay 1'), bay('Bay 2', { capabilities: ['lift', 'alignment'] })],
  },
  needs: { capabilities: ['lift', 'alignment'] },
  placement: placed('09:00', 60, lead('Priya'), inBay('Bay 2')),
};

describe('the bay', () => {
  it('is capable when it offers everything', () => {
    expect(ask(one)).toEqual([]);
  });

  it('blocks when it lacks something, by name', () => {
    const [reason] = reasonsFor({ ...one, placement: placed('09:00', 60, inBay('Bay 1')) });
    expect(reason).toMatchObject({
      severity: 'block',
      why: 'missing',
      capability: 'alignment',
      bay: { name: 'Bay 1' },
    });
  });

  it('must be there when the work needs one, even one that offers nothing', () => {
    expect(ask({ ...one, placement: placed('09:00', 60, lead('Priya')) })).toEqual(['block no-bay']);
    expect(ask({ ...one, needs: { capabilities: [] }, placement: placed('09:00', 60, lead('Priya')) })).toEqual([
      'block no-bay',
    ]);
  });

  it('may be any, or none, when nothing is needed', () => {
    expect(ask({ ...one, needs: { capabilities: null }, placement: placed('09:00', 60, lead('Priya')) })).toEqual([]);
    expect(ask({ ...one, needs: { capabilities: null }, placement: placed('09:00', 60, inBay('Bay 1')) })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one, severity: 'caution', placement: placed('09:00', 60, inBay('Bay 1')) })).toEqual([
      'caution missing',
    ]);
  });

  it('asks for the capability on the day of the work', () => {
    const until = (expiresOn: string) => ({
      bays: [bay('Bay 1', { capabilities: [{ capability: 'lift', level: 1, expiresOn: localDate(expiresOn) }] })],
    });
    const placement = placed('09:00', 60, inBay('Bay 1'));
    const work = { capabilities: ['lift'] };
    expect(ask({ rule: 'bay-capable', facts: until('2026-03-02'), needs: work, placement })).toEqual([]);
    expect(reasonsFor({ rule: 'bay-capable', facts: until('2026-03-01'), needs: work, placement })).toMatchObject([
      { why: 'expired', capability: 'lift', expiredOn: '2026-03-01' },
    ]);
  });
});
