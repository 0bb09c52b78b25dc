import { describe, expect, it } from 'vitest';
import { insert, type Op } from '../../../core/domain/ops/op.ts';
import { minutes, type InstantRange } from '../../../core/domain/time/instant.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
import { inBay, lead, offering } from './rows.ts';
import { MONDAY, openWorld } from './world.ts';

async function workshop() {
  const world = await openWorld();
  const { rows } = world;
  const names = ['Mike', 'Aisha', 'Tom', 'Priya'];
  const technicians = names.map((name, position) =>
    rows.technician({
      name,
      position,
      skills: [{ skill: name === 'Tom' ? 'Tyres' : 'Engine', level: 3, expiresOn: null }],
    }),
  );
  const bays = ['Bay 1', 'Bay 2', 'Bay 3'].map((name, position) =>
    rows.bay({ name, position, capabilities: offering(name === 'Bay 3' ? 'Wash' : 'Lift') }),
  );
  const order = rows.workOrder({
    duration: minutes(120),
    skills: [{ skill: 'Engine', level: 2 }],
    capabilities: ['Lift'],
    openedAt: world.at('09:00'),
  });
  const [mike, aisha] = technicians;
  const [first, second] = bays;
  if (mike === undefined || aisha === undefined || first === undefined || second === undefined)
    throw new Error('Nobody');
  await world.save([...[...technicians, ...bays].map((one) => insert('resource', one)), insert('workOrder', order)]);
  return { world, technicians, bays, order, mike, aisha, first, second };
}

const asked = { from: null, days: 5, count: 3, within: null, duration: null };

describe('suggested slots', () => {
  it('come with every technician and every bay, offered or with the reason why not', async () => {
    const { world, technicians, bays, order } = await workshop();
    const answer = await world.ask('suggestSlots', { work: { workOrderId: order.id }, ...asked });
    expect(answer.suggestions.length).toBe(3);
    const offered = answer.suggestions.flatMap((one) => [one.technician?.id, one.bay?.id]);
    const mentioned = new Set([...offered, ...answer.excluded.map((one) => one.id)]);
    for (const one of [...technicians, ...bays]) expect(mentioned.has(one.id)).toBe(true);
    const because = new Map(answer.excluded.map((one) => [one.name, one.because]));
    expect(because.get('Tom')).toMatchObject({ rule: 'skills', why: 'missing' });
    expect(because.get('Bay 3')).toMatchObject({ rule: 'bay-capable', why: 'missing' });
  });

  it('begin today and not before now, are the same when asked again, and follow the log', async () => {
    const { world, order, first, second } = await workshop();
    const question = { work: { workOrderId: order.id }, ...asked };
    const answer = await world.ask('suggestSlots', question);
    const [best] = answer.suggestions;
    expect(best?.start).toBe(world.at('09:30'));
    expect(await world.ask('suggestSlots', question)).toEqual(answer);
    const taken = [first, second].map((bay) =>
      insert(
        'appointment',
        world.rows.appointment({ ...startEnd(world.span('09:00', '12:00')), claims: [inBay(bay)] }),
      ),
    );
    await world.save(taken);
    const later = await world.ask('suggestSlots', question);
    expect(later.suggestions[0]?.start).toBe(world.at('12:00'));
    world.setClock(world.at('13:01'));
    expect((await world.ask('suggestSlots', question)).suggestions[0]?.start).toBe(world.at('13:15'));
  });

  it('take the length that is asked for and stay inside the stretch that is named', async () => {
    const { world, order } = await workshop();
    const within = { from: world.at('13:00', MONDAY), to: world.at('14:00', MONDAY) };
    const question = { ...asked, work: { workOrderId: order.id }, within, duration: 45 };
    const { suggestions } = await world.ask('suggestSlots', question);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const one of suggestions) {
      expect(one.end - one.start).toBe(45 * 60_000);
      expect(one.start >= within.from && one.start < within.to).toBe(true);
    }
  });

  it('need work that exists', async () => {
    const { world } = await workshop();
    const id = world.rows.newId();
    expect(await world.refusal('suggestSlots', { work: { workOrderId: id }, ...asked })).toMatchObject({
      kind: 'not-found',
      entity: 'workOrder',
      id,
    });
  });
});

function startEnd({ from, to }: InstantRange): Pick<Appointment, 'start' | 'end'> {
  return { start: from, end: to };
}

function pairs<T>(mine: readonly T[], theirs: readonly T[]): readonly (readonly [T, T])[] {
  return mine.flatMap((one) => theirs.map((other) => [one, other] as const));
}

describe('the impact of an absence', () => {
  it('names what is touched, and offers no two of them the same place or the absent one', async () => {
    const { world, technicians, mike, first, second } = await workshop();
    const { rows } = world;
    const make = (title: string, from: string, to: string, bay: typeof first): readonly Op[] => {
      const order = rows.workOrder({ title, skills: [{ skill: 'Engine', level: 2 }], capabilities: ['Lift'] });
      const claims = [lead(mike), inBay(bay)];
      const times = startEnd(world.span(from, to));
      const row = rows.appointment({ ...times, title, claims, workOrderId: order.id });
      return [insert('workOrder', order), insert('appointment', row)];
    };
    await world.save([
      ...make('one', '10:00', '11:00', first),
      ...make('two', '11:00', '12:00', first),
      ...make('three', '13:00', '14:00', second),
      ...make('early', '08:00', '09:00', second),
    ]);
    const range = world.span('09:24', '24:00');
    const { affected } = await world.ask('absenceImpact', { resourceId: mike.id, range });
    expect(affected.map((one) => one.title)).toEqual(['one', 'two', 'three']);
    const places = affected.flatMap((one) => one.alternatives.suggestions);
    expect(places.length).toBe(9);
    const others = technicians.filter((one) => one !== mike).map((one) => one.id);
    for (const place of places) expect(others).toContain(place.technician?.id);
    for (const [index, one] of affected.entries()) {
      for (const other of affected.slice(index + 1)) {
        for (const [mine, theirs] of pairs(one.alternatives.suggestions, other.alternatives.suggestions)) {
          if (mine.start >= theirs.end || theirs.start >= mine.end) continue;
          expect(mine.technician?.id).not.toBe(theirs.technician?.id);
          expect(mine.bay?.id).not.toBe(theirs.bay?.id);
        }
      }
    }
    for (const one of affected) {
      expect(one.alternatives.excluded[0]).toMatchObject({
        id: mike.id,
        because: { rule: 'on-shift', why: 'absence' },
      });
    }
  });

  it('is nothing where nothing is booked', async () => {
    const { world, aisha } = await workshop();
    const range = world.span('09:24', '24:00');
    expect(await world.ask('absenceImpact', { resourceId: aisha.id, range })).toEqual({ affected: [] });
  });
});
