import { describe, expect, it } from 'vitest';
import type { ScheduleRule } from '../../../core/domain/rules/schedule-rule.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bay, hours, lead } from '../../builders/world.ts';
import { add, ask, inTheWay, problems, type RuleArgs } from './schedule-rule-stage.ts';

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
