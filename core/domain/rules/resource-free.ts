import { busyWithout, leastFree } from '../board/other-lane.ts';
import { crowdedAt } from '../board/busy-list.ts';
import { named, type ResourceRule, type TechnicianRule } from './booking-rule.ts';

/**
 * At no instant are more units in use than there are. A team's members who are busy otherwise, away, or claimed by name
 * beside it are units in use. Always a block, whatever the organization says.
 */
export const resourceFree: ResourceRule = {
  name: 'resource-free',
  asks: 'resource',
  defaultSeverity: 'block',
  judge({ lane, units }, at) {
    const { capacity, members } = lane.facts;
    const beside = at.technicians.flatMap((one) => members.find(({ id }) => id === one.lane.facts.id)?.id ?? []);
    const busy = busyWithout(lane, beside);
    const room = capacity - units - beside.length;
    const crowd = crowdedAt(busy, at.from, at.to, room);
    if (room >= 0 && crowd < 0) return null;
    const resource = named({ lane, units });
    const other = busy.claims[crowd];
    if (capacity === 1 && units === 1 && other !== undefined) {
      const { title, from, to } = other;
      return { rule: 'resource-free', why: 'double-use', resource, title, from, to };
    }
    const free = Math.max(0, leastFree(busy, capacity - beside.length, at.from, at.to));
    return { rule: 'resource-free', why: 'too-few', resource, wanted: units, free, capacity };
  },
};

/** Whoever is claimed by name is not needed by his or her team for what it has promised. Always a block. */
export const teamSpares: TechnicianRule = {
  name: 'resource-free',
  asks: 'technician',
  defaultSeverity: 'block',
  judge(held, at, facts) {
    const { id } = held.lane.facts;
    for (const team of facts.teamsOf.get(id) ?? []) {
      const units = at.resources.reduce((sum, one) => (one.lane === team ? sum + one.units : sum), 0);
      // The members alone are never more than the team.
      if (units === 0 && team.claimed === 0) continue;
      const others = at.technicians.flatMap((one) => (one.lane.facts.id === id ? [] : [one.lane.facts.id]));
      const beside = others.filter((other) => team.facts.members.some((member) => member.id === other));
      const room = team.facts.capacity - units - 1 - beside.length;
      if (room >= 0 && crowdedAt(busyWithout(team, [id, ...beside]), at.from, at.to, room) < 0) continue;
      const resource = named({ lane: team, units });
      return {
        rule: 'resource-free',
        why: 'not-spared',
        technician: named(held),
        resource,
        capacity: team.facts.capacity,
      };
    }
    return null;
  },
};
