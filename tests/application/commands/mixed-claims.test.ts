import { describe, expect, it } from 'vitest';
import { busyIndexOf } from '../../../core/domain/board/busy-index.ts';
import type { Claim } from '../../../core/domain/work/appointment.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { askOf } from '../../builders/ask.ts';
import { claim, customArgs, equipmentArgs, teamArgs } from '../../builders/resource-args.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { seriesArgs } from '../../builders/series-args.ts';
import { bay, bayArgs, bookingArgs, hours, lead, roomArgs } from '../../builders/world.ts';

async function yard() {
  const stage = await openStage();
  const { world, ids } = stage;
  const [room, crane, crew, car] = [
    ids.next<'resource'>(),
    ids.next<'resource'>(),
    ids.next<'resource'>(),
    ids.next<'resource'>(),
  ];
  await stage.done('addResource', roomArgs(world, room));
  await stage.done('addResource', equipmentArgs(world, crane, { breaks: hours(12, 13) }));
  await stage.done('addResource', teamArgs(world, crew, [world.anna, world.bo, world.cleo]));
  await stage.done('addResource', customArgs(world, car));
  const why = async (claims: readonly Claim[], start = 9, end = 10): Promise<readonly string[]> => {
    const args = bookingArgs(world, ids.next(), { claims: [...claims], start: at(start), end: at(end) });
    const refusal = await stage.refused('bookAppointment', args);
    if (refusal.kind !== 'blocked') throw new Error(JSON.stringify(refusal));
    return refusal.reasons.map(({ reason }) => `${reason.rule} ${reason.why}`);
  };
  return { stage, world, room, crane, crew, car, why };
}

describe('a booking claims any mix', () => {
  it('a meeting room and two people, without work order, customer or service type', async () => {
    const { stage, world, room, why } = await yard();
    const people = [lead(world.anna), claim(world.bo, 'assistant')];
    const participants = [
      { name: 'Ida', role: 'organizer' as const, email: 'ida@example.org', phone: '', response: 'accepted' as const },
    ];
    const id = await stage.book({ title: 'Interview', claims: [claim(room, 'room'), ...people], participants });
    const row = await stage.appointment(id);
    expect(row.claims).toEqual([claim(room, 'room'), ...people]);
    expect(row).toMatchObject({ workOrderId: null, customerId: null, serviceTypeId: null, participants });
    expect(await why([claim(room, 'room')])).toEqual(['resource-free double-use']);
    expect(await why([lead(world.bo)])).toEqual(['technician-free double-use']);
  });

  it('a crane alone for half a day, not through its break', async () => {
    const { stage, crane, why } = await yard();
    await stage.book({ title: 'Roof', claims: [claim(crane, 'equipment')], start: at(7), end: at(11.75) });
    expect(await why([claim(crane, 'equipment')], 11, 13)).toEqual([
      'resource-open closed',
      'resource-free double-use',
    ]);
    expect(await why([claim(crane, 'equipment')], 17, 18)).toEqual(['resource-open closed']);
  });

  it('some units of a custom resource, up to what there is', async () => {
    const { stage, car, why } = await yard();
    await stage.book({ claims: [claim(car, 'custom', 2)] });
    expect(await why([claim(car, 'custom', 2)])).toEqual(['resource-free too-few']);
    await stage.book({ claims: [claim(car, 'custom')] });
    expect(await why([claim(car, 'custom')])).toEqual(['resource-free too-few']);
  });

  it('with work: the crane goes along, and the bay is found as ever', async () => {
    const { stage, world, crane } = await yard();
    const id = await stage.bookWork({ start: at(9), claims: [claim(crane, 'equipment'), lead(world.anna)] });
    expect((await stage.appointment(id)).claims.map((one) => one.role)).toEqual(['lead', 'bay', 'equipment']);
  });

  it('work that needs a bay names who does it or where: both cannot be found at once', async () => {
    const { stage, world, crane } = await yard();
    const workOrderId = await stage.order();
    const args = { workOrderId, title: '', end: null, claims: [claim(crane, 'equipment')] };
    expect(await stage.refused('bookAppointment', bookingArgs(world, stage.ids.next(), args))).toMatchObject({
      problems: [{ field: 'claims', reason: 'must name a technician, a team or a bay' }],
    });
  });

  it('a bay break is closed time', async () => {
    const { stage, world, why } = await yard();
    await stage.done('updateBay', bayArgs(world, world.bay1, { breaks: hours(12, 13) }));
    expect(await why([bay(world.bay1)], 11, 12.5)).toEqual(['bay-open closed']);
  });

  it('an absence closes any resource', async () => {
    const { stage, room, why } = await yard();
    const range = { from: at(9), to: at(12) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId: room, range, reason: 'Painters' });
    expect(await why([claim(room, 'room')])).toEqual(['resource-open absence']);
  });

  it('a blackout closes any resource, by its name', async () => {
    const { stage, crane, why } = await yard();
    const words = { name: 'Christmas', description: 'Office closed', locationId: null };
    await stage.done('addBlackout', {
      id: stage.ids.next(),
      resourceId: crane,
      range: { from: at(9), to: at(12) },
      ...words,
    });
    expect(await why([claim(crane, 'equipment')])).toEqual(['resource-open blackout']);
  });

  it('names the role that is wrong for the kind, and units beyond the capacity', async () => {
    const { stage, world, room, crane, car } = await yard();
    const problemOf = async (one: Claim) => {
      const args = bookingArgs(world, stage.ids.next(), { claims: [one] });
      const refusal = await stage.refused('bookAppointment', args);
      return refusal.kind === 'invalid-input' ? refusal.problems[0] : refusal;
    };
    expect(await problemOf(claim(room, 'bay'))).toEqual({ field: 'claims.0.role', reason: 'must be room for a room' });
    expect(await problemOf(claim(crane, 'lead'))).toMatchObject({ reason: 'must be equipment for equipment' });
    expect(await problemOf(claim(car, 'custom', 4))).toEqual({ field: 'claims.0.units', reason: 'must be at most 3' });
  });

  it('moves with all it claims, and is refused where any of it is taken', async () => {
    const { stage, world, room } = await yard();
    const id = await stage.book({ claims: [lead(world.anna), claim(room, 'room')] });
    await stage.book({ claims: [claim(room, 'room')], start: at(14), end: at(15) });
    const move = { id, claims: null, findPartner: true };
    expect(await stage.refused('moveAppointment', { ...move, start: at(14), end: at(15) })).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'resource-free', why: 'double-use' } }],
    });
    await stage.done('moveAppointment', { ...move, start: at(10.5), end: at(11.5) });
    expect((await stage.appointment(id)).claims).toEqual([lead(world.anna), claim(room, 'room')]);
  });

  it('offers other places only where the room is free too', async () => {
    const { stage, world, room } = await yard();
    await stage.book({ claims: [claim(room, 'room')], start: at(8), end: at(17) });
    const args = bookingArgs(world, stage.ids.next(), { claims: [lead(world.anna), claim(room, 'room')] });
    const refusal = await stage.refused('bookAppointment', args);
    if (refusal.kind !== 'blocked') throw new Error('not blocked');
    expect(refusal.alternatives.length).toBeGreaterThan(0);
    for (const one of refusal.alternatives) expect(one.start).toBeGreaterThanOrEqual(at(24));
  });
});

describe('a team and its members', () => {
  it('a team gives as many people as are not busy otherwise', async () => {
    const { stage, world, crew, why } = await yard();
    await stage.book({ title: 'Alone', claims: [lead(world.anna)] });
    expect(await why([claim(crew, 'team', 3)])).toEqual(['resource-free too-few']);
    await stage.book({ claims: [claim(crew, 'team', 2)] });
    expect(await why([claim(crew, 'team')])).toEqual(['resource-free too-few']);
  });

  it('a member who is away is not there for the team', async () => {
    const { stage, world, crew, why } = await yard();
    const range = { from: at(8), to: at(16) };
    await stage.done('recordAbsence', { id: stage.ids.next(), resourceId: world.bo, range, reason: 'Flu' });
    expect(await why([claim(crew, 'team', 3)])).toEqual(['resource-free too-few']);
    await stage.book({ claims: [claim(crew, 'team', 2)] });
  });

  it('a member is not to be had alone when the team has promised everybody', async () => {
    const { stage, world, crew, why } = await yard();
    await stage.book({ claims: [claim(crew, 'team', 2)] });
    await stage.book({ claims: [lead(world.anna)] });
    expect(await why([lead(world.bo)])).toEqual(['resource-free not-spared']);
    await stage.book({ claims: [lead(world.bo)], start: at(10.25), end: at(11) });
  });

  it('members named beside the team are people of their own', async () => {
    const { stage, world, crew, why } = await yard();
    expect(await why([lead(world.anna), claim(crew, 'team', 3)])).toEqual([
      'resource-free not-spared',
      'resource-free too-few',
    ]);
    await stage.book({ claims: [lead(world.anna), claim(crew, 'team', 2)] });
  });

  it('undo does not bring back a member whom the team needs by now', async () => {
    const { stage, world, crew } = await yard();
    const id = await stage.book({ claims: [lead(world.anna)] });
    await stage.done('cancelAppointment', { id, reason: 'rain' });
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Other')));
    const args = bookingArgs(world, stage.ids.next(), { claims: [claim(crew, 'team', 3)] });
    await other.done('bookAppointment', args);
    expect(await stage.refused('undo', {})).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'resource-free', why: 'not-spared', technician: { name: 'Anna' } } }],
    });
    await other.done('undo', {});
    await stage.done('undo', {});
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('undo brings people of a team back to where a series was saved over them', async () => {
    const { stage, world, crew } = await yard();
    const claims = [claim(crew, 'team', 3)];
    const id = await stage.book({ claims, start: at(8), end: at(9) });
    const other = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Other')));
    const day = { rule: 'FREQ=DAILY', start: '2026-11-23T08:30', duration: 30 };
    await other.done('createSeries', seriesArgs(world, stage.ids.next(), { ...day, claims }), { acceptCautions: true });
    await stage.done('cancelAppointment', { id, reason: 'rain' });
    await stage.done('undo', {});
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('suggests nobody whom the team needs', async () => {
    const { stage, crew } = await yard();
    await stage.book({ claims: [claim(crew, 'team', 3)], start: at(8), end: at(12) });
    const workOrderId = await stage.order({ skills: [], capabilities: null, parts: [] });
    const within = { from: at(8), to: at(16) };
    const input = { work: { workOrderId }, from: null, days: 1, count: 3, within, duration: null };
    const { suggestions } = await askOf(stage, 'suggestSlots', input);
    expect(suggestions.length).toBeGreaterThan(0);
    for (const one of suggestions) expect(one.start).toBeGreaterThanOrEqual(at(12.5));
  });
});

describe('several people on one appointment', () => {
  const asked = async (stage: Stage, role: 'integration' | 'dispatcher', claims: readonly Claim[]) => {
    const other = stage.as(surroundingsWith(stage.clock, actor(role, 'Machine')));
    return other.send('bookAppointment', bookingArgs(stage.world, stage.ids.next(), { claims: [...claims] }));
  };

  it('needs the right to schedule several: technicians by name or people of a team', async () => {
    const { stage, world, crew, room } = await yard();
    const two = [lead(world.anna), claim(world.bo, 'assistant')];
    const denied = { ok: false, error: { kind: 'not-permitted', permission: 'schedule-several' } };
    expect(await asked(stage, 'integration', two)).toMatchObject(denied);
    expect(await asked(stage, 'integration', [claim(crew, 'team', 2)])).toMatchObject(denied);
    expect(await asked(stage, 'integration', [lead(world.anna), claim(room, 'room')])).toMatchObject({ ok: true });
    expect(await asked(stage, 'dispatcher', [lead(world.bo), claim(world.cleo, 'assistant')])).toMatchObject({
      ok: true,
    });
  });

  it('may be moved in time without it, but not given more people', async () => {
    const { stage, world } = await yard();
    const both = [lead(world.anna), claim(world.bo, 'assistant')];
    const id = await stage.book({ claims: both });
    const machine = stage.as(surroundingsWith(stage.clock, actor('integration', 'Machine')));
    const move = { id, start: at(13), end: at(14), findPartner: false };
    await machine.done('moveAppointment', { ...move, claims: null });
    const more = [...both, claim(world.cleo, 'assistant')];
    expect(await machine.refused('moveAppointment', { ...move, claims: more })).toEqual({
      kind: 'not-permitted',
      permission: 'schedule-several',
    });
  });
});

describe('queries on an appointment that claims other kinds', () => {
  it('details, board, job sheets and calendar files go on', async () => {
    const { stage, world, room, crane } = await yard();
    const claims = [lead(world.anna), claim(room, 'room'), claim(crane, 'equipment')];
    const id = await stage.book({ claims });
    const alone = await stage.book({ claims: [claim(room, 'room')], start: at(14), end: at(15) });
    expect(await askOf(stage, 'appointmentDetails', { id })).toMatchObject({
      resources: [{ kind: 'technician' }, { kind: 'room' }, { kind: 'equipment' }],
      verdict: { level: 'clear' },
    });
    expect(await askOf(stage, 'appointmentDetails', { id: alone })).toMatchObject({ verdict: { level: 'clear' } });
    const days = { locationId: world.locationId, date: '2026-11-23', days: 1 };
    const board = await askOf(stage, 'boardForRange', days);
    expect(board.lanes.map((lane) => lane.kind)).not.toContain('room');
    const sheets = await askOf(stage, 'jobSheets', {
      locationId: world.locationId,
      date: '2026-11-23',
      resourceIds: null,
    });
    expect(JSON.stringify(sheets)).toContain('Room, Crane');
    expect(await askOf(stage, 'icsExport', { resourceId: room, date: '2026-11-23', days: 1 })).toMatchObject({
      events: 2,
    });
    const facts = await askOf(stage, 'placementContext', days);
    expect(busyIndexOf(facts).others.map((one) => one.facts.name)).toHaveLength(4);
    const impact = await askOf(stage, 'absenceImpact', { resourceId: room, range: { from: at(8), to: at(12) } });
    expect(impact.affected).toMatchObject([{ appointmentId: id, alternatives: { suggestions: [{}, {}, {}] } }]);
  });
});
