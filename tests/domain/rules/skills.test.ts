import { describe, expect, it } from 'vitest';
import type { TechnicianSkill } from '../../../core/domain/resources/resource.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { lead, placed, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

function engine(level: 1 | 2 | 3, skills: readonly TechnicianSkill[]): Case {
  return {
    rule: 'skills',
    facts: { technicians: [technician('Priya', { skills }), technician('Marco')] },
    needs: { skills: [{ skill: 'Engine', level }] },
    placement: placed('09:00', 60, lead('Priya')),
  };
}

const two: TechnicianSkill = { skill: 'Engine', level: 2, expiresOn: null };

describe('skills', () => {
  it('are enough at the level asked for and above', () => {
    expect(ask(engine(1, [two]))).toEqual([]);
    expect(ask(engine(2, [two]))).toEqual([]);
  });

  it('block when too low, with both levels', () => {
    const [reason] = reasonsFor(engine(3, [two]));
    expect(reason).toMatchObject({ severity: 'block', why: 'too-low', skill: 'Engine', needed: 3, level: 2 });
  });

  it('block when missing', () => {
    expect(ask(engine(1, [{ ...two, skill: 'Brakes' }]))).toEqual(['block missing']);
  });

  it('count on their last day and no longer', () => {
    expect(ask(engine(2, [{ ...two, expiresOn: localDate('2026-03-02') }]))).toEqual([]);
    expect(ask(engine(2, [{ ...two, expiresOn: localDate('2026-03-01') }]))).toEqual(['block expired']);
  });

  it('are asked of everybody on the work', () => {
    const both = { ...engine(2, []), placement: placed('09:00', 60, lead('Priya'), lead('Marco')) };
    expect(reasonsFor(both).map((reason) => 'technician' in reason && reason.technician.name)).toEqual(['Priya']);
  });

  it('are as bad as the organization says', () => {
    expect(ask({ ...engine(3, [two]), severity: 'caution' })).toEqual(['caution too-low']);
    expect(ask({ ...engine(3, [two]), severity: 'clear' })).toEqual([]);
  });
});
