import { describe, expect, it } from 'vitest';
import { lead, placed, resource, technician } from '../board/a-context.ts';
import { ask, type Case } from './ask.ts';

const one: Case = {
  rule: 'forbidden-technician',
  facts: { technicians: [technician('Priya'), technician('Marco')] },
  needs: { forbiddenTechnicians: [resource('Priya')] },
  placement: placed('09:00', 60, lead('Priya')),
};

describe('a forbidden technician', () => {
  it('blocks, as the lead and beside somebody else', () => {
    expect(ask(one)).toEqual(['block forbidden']);
    expect(ask({ ...one, placement: placed('09:00', 60, lead('Marco'), lead('Priya')) })).toEqual(['block forbidden']);
  });

  it('does not concern others', () => {
    expect(ask({ ...one, placement: placed('09:00', 60, lead('Marco')) })).toEqual([]);
  });

  it('is as bad as the organization says', () => {
    expect(ask({ ...one, severity: 'caution' })).toEqual(['caution forbidden']);
    expect(ask({ ...one, severity: 'clear' })).toEqual([]);
  });
});
