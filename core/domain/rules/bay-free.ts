import { crowdedAt } from '../board/busy-list.ts';
import { addMinutes, MINUTE } from '../time/instant.ts';
import { named, type BayRule } from './booking-rule.ts';

/** No two units stand in one bay at one time. Always a block, whatever the organization says. */
export const bayFree: BayRule = {
  name: 'bay-free',
  asks: 'bay',
  defaultSeverity: 'block',
  judge(held, at) {
    const { busy, facts } = held.lane;
    const other = busy.claims[crowdedAt(busy, at.from, at.to, facts.capacity - held.units)];
    if (other === undefined) return null;
    const { title, from, to } = other;
    return { rule: 'bay-free', why: 'double-use', bay: named(held), title, from, to };
  },
};

/** Between two appointments the bay has its turnover (hard rule 4). Silent where the bay is not free anyway. */
export const bayTurnover: BayRule = {
  name: 'bay-free',
  asks: 'bay',
  defaultSeverity: 'block',
  judge(held, at) {
    const { busy, facts } = held.lane;
    if (facts.turnover === 0) return null;
    const room = facts.capacity - held.units;
    const pause = facts.turnover * MINUTE;
    const other = busy.claims[crowdedAt(busy, at.from, at.to + pause, room, pause)];
    if (other === undefined || crowdedAt(busy, at.from, at.to, room) >= 0) return null;
    const freeFrom = addMinutes(other.to, facts.turnover);
    return {
      rule: 'bay-free',
      why: 'turnover',
      bay: named(held),
      title: other.title,
      turnover: facts.turnover,
      freeFrom,
    };
  },
};
