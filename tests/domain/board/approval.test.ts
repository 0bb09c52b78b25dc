import { describe, expect, it } from 'vitest';
import { approvalFor } from '../../../core/domain/board/approval.ts';
import type { ApprovalFacts, AskedBooking } from '../../../core/domain/board/rule-facts.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import { PRIORITIES, type ServiceTypeId } from '../../../core/domain/work/service-type.ts';
import { at, resource } from './a-context.ts';

const inspection = 'inspection' as ServiceTypeId;

function rule(more: Partial<ApprovalFacts>): ApprovalFacts {
  return {
    ruleId: 'rule',
    name: 'Rule',
    priority: 1,
    decision: 'needed',
    resourceIds: null,
    serviceTypeId: null,
    shortest: null,
    longest: null,
    minimumPriority: null,
    ...more,
  };
}

/** An hour of normal work on Mike. */
const asked: AskedBooking = {
  start: at('09:00'),
  end: at('10:00'),
  resourceIds: [resource('Mike')],
  serviceTypeId: null,
  priority: 'normal',
};

const fits = (more: Partial<ApprovalFacts>, booking: Partial<AskedBooking> = {}): boolean =>
  approvalFor([rule(more)], { ...asked, ...booking }) !== null;

describe('an approval rule', () => {
  it('counts from its shortest to its longest work, both included', () => {
    expect(fits({ shortest: minutes(60) })).toBe(true);
    expect(fits({ shortest: minutes(61) })).toBe(false);
    expect(fits({ longest: minutes(60) })).toBe(true);
    expect(fits({ longest: minutes(59) })).toBe(false);
  });

  it('counts from its priority on', () => {
    const counts = PRIORITIES.map((minimumPriority) => fits({ minimumPriority }));
    expect(counts).toEqual([true, true, false, false]);
    expect(PRIORITIES.map((priority) => fits({ minimumPriority: 'high' }, { priority }))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('counts for the resources and the service that it is about', () => {
    expect(fits({ resourceIds: [resource('Mike'), resource('Sara')] })).toBe(true);
    expect(fits({ resourceIds: [resource('Sara')] })).toBe(false);
    expect(fits({ serviceTypeId: inspection })).toBe(false);
    expect(fits({ serviceTypeId: inspection }, { serviceTypeId: inspection })).toBe(true);
  });

  it('that comes first and fits decides, whatever it says', () => {
    const given = rule({ name: 'Given', decision: 'given', longest: minutes(30) });
    const needed = rule({ name: 'Needed' });
    expect(approvalFor([given, needed], asked)?.name).toBe('Needed');
    expect(approvalFor([given, needed], { ...asked, end: at('09:30') })?.name).toBe('Given');
    expect(approvalFor([needed, given], { ...asked, end: at('09:30') })?.name).toBe('Needed');
    expect(approvalFor([], asked)).toBeNull();
  });
});
