import { describe, expect, it } from 'vitest';
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
});
