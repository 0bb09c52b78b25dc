import { describe, expect, it } from 'vitest';
import type { CommandArgs, QueryInput, QueryOutput } from '../../../core/contract/client.ts';
import type { Refusal, Reply } from '../../../core/contract/refusal.ts';
import type { QueryName } from '../../../core/contract/queries/index.ts';
import type { ScheduleRule, ScheduleRuleId } from '../../../core/domain/rules/schedule-rule.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, hours, lead } from '../../builders/world.ts';

type RuleArgs = CommandArgs<'addScheduleRule'>;

async function add(stage: Stage, more: Partial<RuleArgs>): Promise<ScheduleRuleId> {
  const id = stage.ids.next<'schedule-rule'>();
  await stage.done('addScheduleRule', ruleArgs(id, more));
  return id;
}

async function ask<N extends QueryName>(stage: Stage, name: N, input: QueryInput<N>): Promise<QueryOutput<N>> {
  const reply = (await stage.laneway.call('query', name, input, { host: 'test' })) as Reply<QueryOutput<N>>;
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

/** What stands in the way of an hour on Anna, and in bay 1 when it is named, shortly. */
async function inTheWay(stage: Stage, from: number, more: Partial<CommandArgs<'bookAppointment'>> = {}) {
  const args = bookingArgs(stage.world, stage.ids.next(), { start: at(from), end: at(from + 1), ...more });
  const reply = await stage.send('bookAppointment', args);
  if (reply.ok) return [];
  if (reply.error.kind !== 'blocked') throw new Error(JSON.stringify(reply.error));
  return reply.error.reasons.map(({ reason }) => `${reason.rule} ${reason.why}`);
}

const problems = (refusal: Refusal | { readonly kind: string }) =>
  'problems' in refusal ? refusal.problems.map(({ field, reason }) => `${field} ${reason}`) : refusal;

describe('a schedule rule', () => {
  it('is added, changed and removed, and each can be taken back', async () => {
    const stage = await openStage();
    const id = await add(stage, { name: 'Short jobs' });
    await stage.done('updateScheduleRule', ruleArgs(id, { name: 'Shorter jobs', active: false }));
    expect(await stage.store.read.get('scheduleRule', id)).toMatchObject({ name: 'Shorter jobs', active: false });
    await stage.done('removeScheduleRule', { id });
    expect(await stage.store.read.all('scheduleRule')).toEqual([]);
    await stage.done('undo', {});
    await stage.done('undo', {});
    expect(await stage.store.read.get('scheduleRule', id)).toMatchObject({ name: 'Short jobs', active: true });
  });

  it('must be about something that is there', async () => {
    const stage = await openStage();
    const nowhere = stage.ids.next<'location'>();
    const scopes: readonly (readonly [RuleArgs['scope'], string])[] = [
      [{ of: 'location', locationId: nowhere }, 'scope.locationId'],
      [{ of: 'resource-kind', kind: 'bay', locationId: nowhere }, 'scope.locationId'],
      [{ of: 'resource', resourceId: nowhere }, 'scope.resourceId'],
      [{ of: 'service-type', serviceTypeId: nowhere }, 'scope.serviceTypeId'],
    ];
    for (const [scope, field] of scopes) {
      const refused = await stage.refused('addScheduleRule', ruleArgs(stage.ids.next(), { scope }));
      expect(refused).toMatchObject({ kind: 'not-found', field });
    }
  });

  it.each<readonly [string, unknown, string]>([
    ['a kind nobody knows', { kind: 'weather' }, 'rule.kind must be of the kind availability'],
    ['a length in words', { kind: 'auto-approval', maximumDuration: 'long', minimumPriority: null }, 'rule.maximumDur'],
    [
      'a priority nobody knows',
      { kind: 'require-approval', minimumDuration: null, minimumPriority: 'x' },
      'rule.minim',
    ],
    ['no capacity at all', { kind: 'capacity-limit', maximum: 0, per: 'day' }, 'rule.maximum must be at least 1'],
    ['a month', { kind: 'capacity-limit', maximum: 1, per: 'month' }, 'rule.per must be day, week or moment'],
    [
      'an end before its start',
      { kind: 'blackout', range: { from: 7, to: 6 } },
      'rule.range.to must end after it starts',
    ],
    [
      'dates the wrong way round',
      { kind: 'availability', hours: [], during: { from: '2026-12-02', to: '2026-12-01' } },
      'rule.during.to must not be before the first day',
    ],
  ])('with %s is refused with a sentence about the field', async (_name, rule, sentence) => {
    const stage = await openStage();
    const args = { ...ruleArgs(stage.ids.next()), rule };
    const reply = await stage.laneway.call(
      'command',
      'addScheduleRule',
      { id: stage.ids.next(), args },
      { host: 'test' },
    );
    expect(reply.ok ? [] : problems(reply.error)).toEqual([expect.stringContaining(sentence)]);
  });

  it('stands in the list by its precedence, inactive or not', async () => {
    const stage = await openStage();
    const { locationId, anna } = stage.world;
    await add(stage, { name: 'Everybody', priority: 900 });
    await add(stage, { name: 'Anna', scope: { of: 'resource', resourceId: anna }, priority: 1, active: false });
    await add(stage, { name: 'Harbour', scope: { of: 'location', locationId }, priority: 2 });
    await add(stage, { name: 'Harbour first', scope: { of: 'location', locationId }, priority: 3 });
    const names = (await ask(stage, 'scheduleRules', {})).map((rule: ScheduleRule) => rule.name);
    expect(names).toEqual(['Anna', 'Harbour first', 'Harbour', 'Everybody']);
  });
});

describe('an availability rule', () => {
  const rule = (from: number, to: number): RuleArgs['rule'] => ({
    kind: 'availability',
    hours: hours(from, to),
    during: null,
  });

  it('takes the place of a technician’s hours, and goes when it goes', async () => {
    const stage = await openStage();
    expect(await inTheWay(stage, 8)).toEqual([]);
    const scope = { of: 'resource', resourceId: stage.world.anna } as const;
    const id = await add(stage, { scope, rule: rule(13, 17) });
    expect(await inTheWay(stage, 10)).toEqual(['on-shift before-shift']);
    expect(await inTheWay(stage, 15.5)).toEqual([]);
    await stage.done('removeScheduleRule', { id });
    expect(await inTheWay(stage, 15.5, { claims: [lead(stage.world.bo)] })).toEqual(['on-shift after-shift']);
  });

  it('of a narrower scope goes before one with a higher priority', async () => {
    const stage = await openStage();
    const { anna } = stage.world;
    await add(stage, { priority: 900, rule: rule(6, 12) });
    await add(stage, { priority: 1, scope: { of: 'resource', resourceId: anna }, rule: rule(13, 17) });
    expect(await inTheWay(stage, 9)).toEqual(['on-shift before-shift']);
    expect(await inTheWay(stage, 13, { claims: [lead(stage.world.bo)] })).toContain('on-shift after-shift');
  });

  it('counts on its dates alone', async () => {
    const stage = await openStage();
    const scope = { of: 'resource', resourceId: stage.world.anna } as const;
    const during = { from: '2026-11-24', to: '2026-11-24' };
    await add(stage, { scope, rule: { kind: 'availability', hours: hours(13, 17), during } });
    expect(await inTheWay(stage, 9)).toEqual([]);
    expect(await inTheWay(stage, 9, { start: at(9, 1), end: at(10, 1) })).toEqual(['on-shift before-shift']);
    expect(await inTheWay(stage, 9, { start: at(9, 2), end: at(10, 2) })).toEqual([]);
  });

  it('of a kind of resource is about bays too', async () => {
    const stage = await openStage();
    await add(stage, { scope: { of: 'resource-kind', kind: 'bay', locationId: null }, rule: rule(13, 18) });
    expect(await inTheWay(stage, 9, { claims: [bay(stage.world.bay1)] })).toEqual(['bay-open closed']);
    expect(await inTheWay(stage, 14, { claims: [bay(stage.world.bay1)] })).toEqual([]);
  });

  it('of a location opens its doors then', async () => {
    const stage = await openStage();
    await add(stage, { scope: { of: 'location', locationId: stage.world.locationId }, rule: rule(10, 18) });
    expect(await inTheWay(stage, 9)).toEqual(['location-open closed', 'on-shift before-shift']);
    const board = await ask(stage, 'boardForRange', {
      locationId: stage.world.locationId,
      date: '2026-11-23',
      days: 1,
    });
    expect(board.days[0]?.open).toEqual([{ from: at(10), to: at(18) }]);
    expect(board.lanes.find((lane) => lane.id === stage.world.anna)?.working).toEqual([{ from: at(10), to: at(18) }]);
  });

  it('of a service type says when that is done', async () => {
    const stage = await openStage();
    const { check } = stage.world;
    await add(stage, { scope: { of: 'service-type', serviceTypeId: check }, rule: rule(13, 15) });
    const work = { serviceTypeId: check, title: 'Check', claims: [lead(stage.world.anna), bay(stage.world.bay1)] };
    expect(await inTheWay(stage, 9, work)).toEqual(['service-open closed']);
    expect(await inTheWay(stage, 13, work)).toEqual([]);
    expect(await inTheWay(stage, 9)).toEqual([]);
  });

  it('that is not active says nothing', async () => {
    const stage = await openStage();
    await add(stage, { active: false, rule: rule(13, 17) });
    expect(await inTheWay(stage, 9)).toEqual([]);
  });
});

describe('a blackout', () => {
  const range = { from: at(9.5), to: at(11) };

  it('closes one resource, with its name and description', async () => {
    const stage = await openStage();
    const { anna, bo } = stage.world;
    const id = stage.ids.next<'schedule-rule'>();
    const words = { name: 'Christmas Holiday', description: 'Closed for Christmas' };
    await stage.done('addBlackout', { id, resourceId: anna, locationId: null, ...words, range });
    expect(await stage.store.read.get('scheduleRule', id)).toMatchObject({
      ...words,
      scope: { of: 'resource', resourceId: anna },
      rule: { kind: 'blackout', range },
    });
    const refused = await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next()));
    expect(refused).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'on-shift', why: 'blackout', name: 'Christmas Holiday', to: at(11) } }],
    });
    expect(await inTheWay(stage, 9, { claims: [lead(bo)] })).toEqual([]);
    expect(await inTheWay(stage, 8)).toEqual([]);
  });

  it('closes a bay', async () => {
    const stage = await openStage();
    const of = { resourceId: stage.world.bay1, locationId: null };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Paint', description: '', range });
    expect(await inTheWay(stage, 9, { claims: [bay(stage.world.bay1)] })).toEqual(['bay-open blackout']);
    expect(await inTheWay(stage, 9, { claims: [bay(stage.world.bay2)] })).toEqual([]);
  });

  it('closes a location with everybody in it, and shows on the board', async () => {
    const stage = await openStage();
    const { locationId } = stage.world;
    const of = { resourceId: null, locationId };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Stocktaking', description: '', range });
    expect(await inTheWay(stage, 9)).toEqual(['location-open closure', 'on-shift blackout']);
    const board = await ask(stage, 'boardForRange', { locationId, date: '2026-11-23', days: 1 });
    expect(board.days[0]).toMatchObject({ closure: 'Stocktaking' });
    for (const lane of board.lanes)
      expect(lane.closed.filter((span) => span.why === 'blackout')).toEqual([
        { ...range, why: 'blackout', name: 'Stocktaking' },
      ]);
  });

  it('leaves what is booked where it is', async () => {
    const stage = await openStage();
    const id = await stage.book();
    const of = { resourceId: stage.world.anna, locationId: null };
    await stage.done('addBlackout', { id: stage.ids.next(), ...of, name: 'Ill', description: '', range });
    expect((await stage.appointment(id)).state).toEqual({ status: 'confirmed' });
  });

  it('is of a resource or of a location, and of one that is there', async () => {
    const stage = await openStage();
    const words = { name: 'Closed', description: '', range };
    const both = { resourceId: stage.world.anna, locationId: stage.world.locationId };
    for (const of of [both, { resourceId: null, locationId: null }]) {
      const refused = await stage.refused('addBlackout', { id: stage.ids.next(), ...of, ...words });
      expect(problems(refused)).toEqual(['resourceId must be given, or else locationId, and not both']);
    }
    const nobody = { resourceId: stage.ids.next<'resource'>(), locationId: null };
    expect(await stage.refused('addBlackout', { id: stage.ids.next(), ...nobody, ...words })).toMatchObject({
      kind: 'not-found',
      field: 'resourceId',
    });
  });
});

describe('a capacity limit', () => {
  const limit = (maximum: number, per: 'day' | 'week' | 'moment'): RuleArgs['rule'] => ({
    kind: 'capacity-limit',
    maximum,
    per,
  });

  it('of a location and a day counts all of its appointments on that local day', async () => {
    const stage = await openStage();
    await add(stage, {
      name: 'One a day',
      priority: 20,
      scope: { of: 'location', locationId: stage.world.locationId },
      rule: limit(1, 'day'),
    });
    expect(await inTheWay(stage, 9)).toEqual([]);
    const next = bookingArgs(stage.world, stage.ids.next(), { claims: [lead(stage.world.bo)] });
    expect(await stage.refused('bookAppointment', next)).toMatchObject({
      kind: 'blocked',
      reasons: [
        { reason: { rule: 'capacity-limit', why: 'day', name: 'One a day', priority: 20, booked: 1, maximum: 1 } },
      ],
    });
    expect(await inTheWay(stage, 9, { start: at(9, 1), end: at(10, 1) })).toEqual([]);
  });

  it('of a week runs from Monday to Sunday', async () => {
    const stage = await openStage();
    await add(stage, { rule: limit(1, 'week') });
    expect(await inTheWay(stage, 9, { start: at(9, 2), end: at(10, 2) })).toEqual([]);
    expect(await inTheWay(stage, 9, { start: at(9, 6), end: at(10, 6) })).toEqual(['capacity-limit week']);
    expect(await inTheWay(stage, 9, { start: at(9, 7), end: at(10, 7) })).toEqual([]);
  });

  it('of a kind and a moment counts what they do at once', async () => {
    const stage = await openStage();
    const scope = { of: 'resource-kind', kind: 'technician', locationId: stage.world.locationId } as const;
    await add(stage, { scope, rule: limit(1, 'moment') });
    expect(await inTheWay(stage, 9)).toEqual([]);
    expect(await inTheWay(stage, 9.5, { claims: [lead(stage.world.bo)] })).toEqual(['capacity-limit moment']);
    expect(await inTheWay(stage, 9.5, { claims: [bay(stage.world.bay1)] })).toEqual([]);
    expect(await inTheWay(stage, 10, { claims: [lead(stage.world.bo)] })).toEqual([]);
  });

  it('of a service type counts that service alone', async () => {
    const stage = await openStage();
    const { check, anna, bo, bay1, bay2 } = stage.world;
    await add(stage, { scope: { of: 'service-type', serviceTypeId: check }, rule: limit(1, 'day') });
    const work = { serviceTypeId: check, title: 'Check' };
    expect(await inTheWay(stage, 9, { ...work, claims: [lead(anna), bay(bay1)] })).toEqual([]);
    expect(await inTheWay(stage, 9, { ...work, claims: [lead(bo), bay(bay2)] })).toEqual(['capacity-limit day']);
    expect(await inTheWay(stage, 9, { claims: [lead(bo)] })).toEqual([]);
  });

  it('does not count what was called off, and lets a booking move within the day', async () => {
    const stage = await openStage();
    await add(stage, { rule: limit(1, 'day') });
    const id = await stage.book();
    await stage.done('moveAppointment', { id, start: at(13), end: at(14), claims: null, findPartner: false });
    await stage.done('cancelAppointment', { id, reason: 'ill' });
    expect(await inTheWay(stage, 9)).toEqual([]);
  });

  it('of one scope and period that goes first is the one that counts; other periods count beside it', async () => {
    const stage = await openStage();
    await add(stage, { name: 'Generous', priority: 20, rule: limit(2, 'day') });
    await add(stage, { name: 'Strict', priority: 10, rule: limit(1, 'day') });
    expect(await inTheWay(stage, 8)).toEqual([]);
    expect(await inTheWay(stage, 10)).toEqual([]);
    expect(await inTheWay(stage, 14)).toEqual(['capacity-limit day']);
    await add(stage, { rule: limit(2, 'week') });
    expect(await inTheWay(stage, 9, { start: at(9, 1), end: at(10, 1) })).toEqual(['capacity-limit week']);
  });
});
