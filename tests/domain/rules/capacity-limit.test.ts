import { describe, expect, it } from 'vitest';
import { NO_RULES, type LimitFacts } from '../../../core/domain/board/rule-facts.ts';
import { range } from '../../../core/domain/time/instant.ts';
import type { ServiceTypeId } from '../../../core/domain/work/service-type.ts';
import { appointment, at, bay, inBay, lead, placed, resource, span, technician } from '../board/a-context.ts';
import { ask, reasonsFor, type Case } from './ask.ts';

const inspection = 'inspection' as ServiceTypeId;
const taken = (name: string, from: string, to: string, day = 0) => ({
  ...span(from, to, day),
  appointmentId: appointment(name),
});

function limit(more: Partial<LimitFacts>): LimitFacts {
  return {
    name: 'Two',
    priority: 7,
    maximum: 2,
    per: 'day',
    resourceIds: null,
    serviceTypeId: null,
    periods: [range(at('00:00'), at('24:00'))],
    taken: [],
    ...more,
  };
}

function one(limits: readonly LimitFacts[], more: Partial<Case> = {}): Case {
  return {
    rule: 'capacity-limit',
    facts: {
      technicians: [technician('Mike'), technician('Sara')],
      bays: [bay('Bay 1')],
      rules: { ...NO_RULES, limits },
    },
    placement: placed('13:00', 60, lead('Mike')),
    ...more,
  };
}

describe('a capacity limit', () => {
  it('of a day takes as many as it says, and says which rule and how many', () => {
    expect(ask(one([limit({ taken: [taken('a', '08:00', '09:00')] })]))).toEqual([]);
    const full = limit({ taken: [taken('a', '08:00', '09:00'), taken('b', '23:00', '23:30')] });
    expect(reasonsFor(one([full]))).toEqual([
      { severity: 'block', rule: 'capacity-limit', why: 'day', name: 'Two', priority: 7, booked: 2, maximum: 2 },
    ]);
  });

  it('of a day does not count what begins on another day', () => {
    const before = limit({ taken: [taken('a', '08:00', '09:00', -1), taken('b', '08:00', '09:00', 1)] });
    expect(ask(one([before]))).toEqual([]);
  });

  it('of a week counts all that begins in it', () => {
    const week = limit({
      per: 'week',
      periods: [range(at('00:00', -1), at('00:00', 6))],
      taken: [taken('a', '08:00', '09:00', -1), taken('b', '08:00', '09:00', 5)],
    });
    expect(ask(one([week]))).toEqual(['block week']);
  });

  it('of a moment counts what goes on at once, not one after the other', () => {
    const following = [taken('a', '12:00', '13:30'), taken('b', '13:30', '15:00')];
    expect(ask(one([limit({ per: 'moment', periods: [], taken: following })]))).toEqual([]);
    const meeting = [taken('a', '12:00', '13:31'), taken('b', '13:30', '15:00')];
    expect(ask(one([limit({ per: 'moment', periods: [], taken: meeting })]))).toEqual(['block moment']);
    const touching = [taken('a', '12:00', '13:00'), taken('b', '14:00', '15:00')];
    expect(ask(one([limit({ per: 'moment', periods: [], maximum: 1, taken: touching })]))).toEqual([]);
  });

  it('does not count the appointment that is moved', () => {
    const full = limit({ taken: [taken('a', '08:00', '09:00'), taken('b', '10:00', '11:00')] });
    expect(ask(one([full], { needs: { appointmentId: appointment('b') } }))).toEqual([]);
  });

  it('of a resource speaks about that one alone', () => {
    const full = limit({ maximum: 1, resourceIds: [resource('Mike')], taken: [taken('a', '08:00', '09:00')] });
    expect(ask(one([full]))).toEqual(['block day']);
    expect(ask(one([full], { placement: placed('13:00', 60, lead('Sara')) }))).toEqual([]);
  });

  it('of a kind of resource speaks about each of its kind', () => {
    const full = limit({ maximum: 1, resourceIds: [resource('Bay 1')], taken: [taken('a', '08:00', '09:00')] });
    expect(ask(one([full]))).toEqual([]);
    expect(ask(one([full], { placement: placed('13:00', 60, lead('Mike'), inBay('Bay 1')) }))).toEqual(['block day']);
  });

  it('of a service type speaks about that service alone', () => {
    const full = limit({ maximum: 1, serviceTypeId: inspection, taken: [taken('a', '08:00', '09:00')] });
    expect(ask(one([full]))).toEqual([]);
    expect(ask(one([full], { needs: { serviceTypeId: inspection } }))).toEqual(['block day']);
  });

  it('is as severe as the organization says', () => {
    const full = limit({ maximum: 1, taken: [taken('a', '08:00', '09:00')] });
    expect(ask(one([full], { severity: 'caution' }))).toEqual(['caution day']);
    expect(ask(one([full], { severity: 'clear' }))).toEqual([]);
  });
});

describe('the hours of a service type', () => {
  const services = (more: { readonly blackout?: boolean }) => [
    {
      serviceTypeId: inspection,
      hours: { name: 'Mornings', priority: 3, open: [span('08:00', '12:00')] },
      blackouts: more.blackout === true ? [{ ...span('09:30', '10:30'), name: 'Inspector away', priority: 9 }] : [],
    },
  ];
  const asked = (from: string, more: Partial<Case> = {}): Case => ({
    rule: 'service-open',
    facts: { technicians: [technician('Mike')], rules: { ...NO_RULES, services: services({}) } },
    needs: { serviceTypeId: inspection },
    placement: placed(from, 60, lead('Mike')),
    ...more,
  });

  it('hold all of the work', () => {
    expect(ask(asked('11:00'))).toEqual([]);
    expect(reasonsFor(asked('11:15'))).toEqual([
      { severity: 'block', rule: 'service-open', why: 'closed', name: 'Mornings', priority: 3 },
    ]);
  });

  it('say nothing about other work', () => {
    expect(ask(asked('14:00', { needs: { serviceTypeId: null } }))).toEqual([]);
  });

  it('have blackouts with the name of the rule', () => {
    const facts = { technicians: [technician('Mike')], rules: { ...NO_RULES, services: services({ blackout: true }) } };
    expect(ask(asked('08:30', { facts }))).toEqual([]);
    expect(reasonsFor(asked('08:31', { facts }))).toMatchObject([{ why: 'blackout', name: 'Inspector away' }]);
  });
});
