import { describe, expect, it } from 'vitest';
import { busyIndexOf, type BusyIndex } from '../../core/domain/board/busy-index.ts';
import { factsFor } from '../../core/domain/board/facts-for.ts';
import type { ResourceId } from '../../core/domain/resources/resource.ts';
import { judge } from '../../core/domain/rules/judge.ts';
import { addMinutes, instant, MINUTE, minutes, type Instant } from '../../core/domain/time/instant.ts';
import type { Claim, ClaimRole } from '../../core/domain/work/appointment.ts';
import { bestSlots } from '../../core/planning/slots/best-slots.ts';
import { roomFor } from '../../core/planning/slots/candidates.ts';
import type { SlotRequest } from '../../core/planning/slots/request.ts';
import { searchOf, technicianAt } from '../../core/planning/slots/search.ts';
import { startAt } from '../../core/planning/slots/start-grid.ts';
import { collectStarts } from '../../core/planning/slots/technician-starts.ts';
import { inBay, lead } from '../domain/board/a-context.ts';
import { dice, randomContext, randomNeeds } from './random-context.ts';

const CASES = 1500;

const claim = (resourceId: ResourceId, role: ClaimRole, units: number): Claim => ({ resourceId, role, units });

interface Found {
  readonly technician: string;
  readonly start: number;
  readonly cost: number;
}

interface Question {
  readonly index: BusyIndex;
  readonly request: SlotRequest & { readonly near: Instant | null; readonly alongside: readonly Claim[] };
}

/** Made once for each seed: several facts are looked at on the same questions. */
function once<T>(make: (seed: number) => T): (seed: number) => T {
  const made = new Map<number, T>();
  return (seed) => {
    const known = made.get(seed) ?? make(seed);
    made.set(seed, known);
    return known;
  };
}

const question = once((seed): Question => {
  const throws = dice(seed);
  const facts = randomContext(throws);
  const needs = randomNeeds(throws, facts);
  const near = throws.chance(20) ? addMinutes(facts.range.from, throws.int(0, 40) * 60) : null;
  const alongside = facts.others.filter(() => throws.chance(8)).map((one) => claim(one.id, one.kind, throws.int(1, 2)));
  return { index: busyIndexOf(facts), request: { needs, count: 3, step: minutes(30), near, alongside } };
});

/** Asks the rulebook about every technician, every start on the grid and every bay, one by one. */
const byBruteForce = once((seed): readonly Found[] => {
  const { index, request } = question(seed);
  const { context } = index;
  const { needs, near } = request;
  const step = 30 * MINUTE;
  const found: Found[] = [];
  for (const technician of context.technicians) {
    for (let start = Math.ceil(context.now / step) * step; start < context.range.to; start += step) {
      const from = start - needs.before * MINUTE;
      const to = start + (needs.duration + needs.after) * MINUTE;
      // Slots stay inside shifts, also where an organization lets people work outside them.
      if (!technician.shifts.some((shift) => shift.from <= from && to <= shift.to)) continue;
      const bays = needs.capabilities === null ? [null] : context.bays.map((bay) => bay.name);
      const costs = bays.flatMap((bay) => {
        const own = bay === null ? [lead(technician.name)] : [lead(technician.name), inBay(bay)];
        const claims = [...own, ...request.alongside];
        const placement = { start: instant(start), end: addMinutes(instant(start), needs.duration), claims };
        const verdict = judge(placement, needs, index);
        if (verdict.level === 'block') return [];
        const facts = factsFor(placement, needs, index, { near, cautions: verdict.reasons.length });
        return [facts.reduce((sum, fact) => sum + fact.cost, 0)];
      });
      if (costs.length > 0) found.push({ technician: technician.name, start, cost: Math.min(...costs) });
    }
  }
  return found;
});

function bySearch({ index, request }: Question): readonly Found[] {
  const search = searchOf(index, request);
  const candidates = roomFor(1000);
  for (const [position, lane] of search.index.technicians.entries()) collectStarts(search, position, lane, candidates);
  return Array.from({ length: candidates.count }, (_, one) => ({
    technician: technicianAt(search, candidates.technician[one] ?? -1)?.facts.name ?? '',
    start: startAt(search.grid, candidates.start[one] ?? -1),
    cost: candidates.cost[one] ?? 0,
  }));
}

const key = (one: Found): string => `${one.technician} ${one.start}`;

function halfDayOf(start: number): number {
  return Math.floor(start / (12 * 60 * MINUTE));
}

/** The best that differ, picked in the plainest way. */
function bestThatDiffer(all: readonly Found[], count: number): readonly Found[] {
  const sorted = all.toSorted((a, b) => a.cost - b.cost || a.start - b.start || (a.technician < b.technician ? -1 : 1));
  const chosen: Found[] = [];
  for (const one of sorted) {
    const differs = chosen.every(
      (other) =>
        other.technician !== one.technician ||
        halfDayOf(other.start) !== halfDayOf(one.start) ||
        Math.abs(other.start - one.start) >= 60 * MINUTE,
    );
    if (differs && chosen.length < count) chosen.push(one);
  }
  return chosen;
}

describe('the slot search is exact', () => {
  it('finds a placement exactly when the rulebook does not block it, at the same cost', () => {
    let feasible = 0;
    for (let seed = 1; seed <= CASES; seed += 1) {
      const asked = question(seed);
      const slow = byBruteForce(seed);
      const quick = bySearch(asked);
      feasible += slow.length;
      expect({ seed, found: quick.map(key) }).toEqual({ seed, found: slow.map(key) });
      quick.forEach((one, number) => expect(one.cost).toBeCloseTo(slow[number]?.cost ?? -1, 6));
    }
    expect(feasible).toBeGreaterThan(5000);
  });

  it('offers the cheapest placements that differ in a way that matters', () => {
    for (let seed = 1; seed <= CASES; seed += 1) {
      const asked = question(seed);
      const answer = bestSlots(asked.index, asked.request);
      const best = bestThatDiffer(bySearch(asked), 3);
      const offered = answer.suggestions.map((slot) => `${slot.technician?.name ?? ''} ${slot.start}`);
      expect({ seed, offered }).toEqual({ seed, offered: best.map(key) });
      answer.suggestions.forEach((slot, place) => expect(slot.score).toBeCloseTo(best[place]?.cost ?? -1, 1));
    }
  });

  it('accounts for everybody: offered or excluded, once, with a reason that the rulebook gives', () => {
    for (let seed = 1; seed <= CASES; seed += 1) {
      const asked = question(seed);
      const { suggestions, excluded } = bestSlots(asked.index, asked.request);
      const feasible = new Set(byBruteForce(seed).map((one) => one.technician));
      const { technicians, bays } = asked.index.context;
      const offered = new Set(suggestions.flatMap((slot) => [slot.technician?.id, slot.bay?.id]));
      const wanted = asked.request.needs.capabilities === null ? technicians : [...technicians, ...bays];
      expect(excluded.map((one) => one.id)).toEqual(wanted.map((one) => one.id).filter((id) => !offered.has(id)));
      const unfit = (one: (typeof excluded)[number]): boolean =>
        one.kind === 'technician' && one.because !== 'outranked';
      const outranked = excluded.filter((one) => one.kind === 'technician' && one.because === 'outranked');
      expect({ seed, able: outranked.every((one) => feasible.has(one.name)) }).toEqual({ seed, able: true });
      expect({ seed, unable: excluded.filter(unfit).some((one) => feasible.has(one.name)) }).toEqual({
        seed,
        unable: false,
      });
    }
  });

  it('gives the same answer to the same question, whatever the order of technicians and bays', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { index, request } = question(seed);
      const { context } = index;
      const turned = busyIndexOf({
        ...context,
        technicians: context.technicians.toReversed(),
        bays: context.bays.toReversed(),
      });
      const answer = bestSlots(index, request);
      expect(bestSlots(busyIndexOf(structuredClone(context)), request)).toEqual(answer);
      expect(bestSlots(turned, request).suggestions).toEqual(answer.suggestions);
    }
  });
});
