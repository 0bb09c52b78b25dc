import { describe, expect, it } from 'vitest';
import { commands } from '../../../core/contract/commands/index.ts';
import { discreet } from '../../../core/application/waiting/discreet.ts';
import type { Fault, Refusal } from '../../../core/contract/refusal.ts';
import type { ExposedSlot, Exposure } from '../../../core/domain/work/exposure.ts';
import type { JudgedReason } from '../../../core/domain/rules/reason.ts';
import type { TestLaneway } from '../../builders/laneway.ts';
import { ruleArgs } from '../../builders/samples.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { exposeArgs, holdArgs } from '../../builders/waiting-args.ts';
import { lead } from '../../builders/world.ts';
import { REASONS } from '../../contract/reasons.ts';
import { as, expose, hold } from './stage.ts';

/** Whatever a requester must not read in a refusal. */
const SECRETS = /Anna|Bo\b|Cleo|Bay [12]|Ola|Kari|Gearbox of the mayor|in hospital|Staff party|Only for the mayor/;

interface Shown {
  readonly stage: Stage;
  readonly portal: TestLaneway;
  readonly exposure: Exposure;
  readonly slot: ExposedSlot;
}

async function shownTo(serviceTypeId?: string): Promise<Shown> {
  const stage = await openStage();
  const portal = as(stage, 'requester', 'Portal');
  const id = await expose(stage, serviceTypeId === 'engine' ? { serviceTypeId: stage.world.engine } : {}, portal);
  const exposure = await stage.store.read.get('exposure', id);
  const [slot] = exposure?.slots ?? [];
  if (exposure === undefined || slot === undefined) throw new Error('Nothing is shown');
  return { stage, portal, exposure, slot };
}

function holdOf({ stage, exposure, slot }: Shown) {
  const { start, technicianId, bayId } = slot;
  const { serviceTypeId, id: exposureId } = exposure;
  return holdArgs(stage.world, { start, technicianId, bayId, exposureId, serviceTypeId, key: 'mine' });
}

/** What is said besides the slots that the requester is shown anyway. */
function told(refusal: Refusal | Fault): string {
  return JSON.stringify('alternatives' in refusal ? { ...refusal, alternatives: [] } : refusal);
}

const ways: readonly (readonly [string, (shown: Shown) => Promise<unknown>])[] = [
  [
    'somebody else’s work on the technician',
    ({ stage, slot }) =>
      stage.book({
        start: slot.start,
        end: slot.end,
        claims: [lead(slot.technicianId)],
        title: 'Gearbox of the mayor',
      }),
  ],
  [
    'somebody else’s work in the bay',
    ({ stage, slot }) =>
      stage.book({
        start: slot.start,
        end: slot.end,
        claims: [{ resourceId: slot.bayId ?? '', role: 'bay', units: 1 }],
        title: 'Gearbox of the mayor',
      }),
  ],
  [
    'an absence',
    ({ stage, slot: { start, end, technicianId } }) =>
      stage.done('recordAbsence', {
        id: stage.ids.next(),
        resourceId: technicianId,
        range: { from: start, to: end },
        reason: 'in hospital',
      }),
  ],
  [
    'a closure',
    ({ stage }) =>
      stage.done('addClosure', {
        locationId: stage.world.locationId,
        from: '2026-11-23',
        to: '2026-12-31',
        name: 'Staff party',
      }),
  ],
  [
    'a capacity limit',
    async ({ stage, slot }) => {
      const rule = { kind: 'capacity-limit', per: 'day', maximum: 1 } as const;
      await stage.done('addScheduleRule', ruleArgs(stage.ids.next(), { name: 'Only for the mayor', rule }));
      const other = [stage.world.bo, stage.world.cleo].find((id) => id !== slot.technicianId) ?? stage.world.bo;
      await stage.book({ start: slot.start, end: slot.end, claims: [lead(other)] });
    },
  ],
  [
    'a blackout',
    ({ stage, slot }) =>
      stage.done('addBlackout', {
        id: stage.ids.next(),
        resourceId: slot.technicianId,
        locationId: null,
        name: 'Only for the mayor',
        description: '',
        range: { from: slot.start, to: slot.end },
      }),
  ],
];

describe('a requester whose slot is gone is told that the time is taken, and nothing of whom or what', () => {
  it.each(ways)('holding: %s', async (_, happens) => {
    const shown = await shownTo();
    await happens(shown);
    const refusal = await shown.portal.refused('holdSlot', holdOf(shown), { acceptCautions: true });
    expect(refusal.kind).toBe('time-taken');
    expect(told(refusal)).not.toMatch(SECRETS);
  });

  it.each(ways)('confirming a hold that ran out: %s', async (_, happens) => {
    const shown = await shownTo();
    const id = await hold(shown.stage, holdOf(shown), shown.portal);
    shown.stage.clock.pass(20);
    await happens(shown);
    const refusal = await shown.portal.refused('confirmHold', { id, key: 'c' }, { acceptCautions: true });
    expect(refusal.kind).toBe('time-taken');
    expect(told(refusal)).not.toMatch(SECRETS);
  });
});

describe('a requester is told', () => {
  it('of a part that is missing, because that is about its own wish', async () => {
    const shown = await shownTo('engine');
    await shown.stage.done('countStock', { stockId: shown.stage.world.stock, onHand: 0 });
    const refusal = await shown.portal.refused('holdSlot', holdOf(shown));
    expect(refusal).toMatchObject({ kind: 'blocked', reasons: [{ reason: { rule: 'parts-there' } }] });
    expect(told(refusal)).not.toMatch(SECRETS);
  });

  it('nothing of anybody when nothing can be shown', async () => {
    const stage = await openStage();
    const closed = { locationId: stage.world.locationId, from: '2026-11-23', to: '2027-01-31', name: 'Staff party' };
    await stage.done('addClosure', closed);
    const portal = as(stage, 'requester', 'Portal');
    const refusal = await portal.refused('exposeSlots', exposeArgs(stage.world, stage.ids.next()));
    expect(refusal.kind).toBe('no-free-slot');
    expect(told(refusal)).not.toMatch(SECRETS);
  });

  it('nothing of the holds and the slots of others', async () => {
    const shown = await shownTo();
    const { stage, portal } = shown;
    const foreign = await hold(stage, { start: at(14), technicianId: stage.world.bo, key: 'theirs' });
    const refusals = [
      await portal.refused('confirmHold', { id: foreign, key: 'c' }),
      await portal.refused('holdSlot', { ...holdOf(shown), requester: 'somebody' }),
      await portal.refused('holdSlot', { ...holdOf(shown), start: at(14), technicianId: stage.world.bo }),
    ];
    expect(refusals.map((refusal) => refusal.kind)).toEqual(['not-found', 'invalid-input', 'not-exposed']);
    for (const refusal of refusals) expect(told(refusal)).not.toMatch(SECRETS);
  });

  it('not who on the staff called its appointment off', async () => {
    const shown = await shownTo();
    const id = await hold(shown.stage, holdOf(shown), shown.portal);
    await shown.stage.done('cancelAppointment', { id, reason: 'closed early' });
    const reply = await shown.portal.laneway.call('query', 'holds', { requester: null, key: 'mine' }, { host: 'test' });
    expect(reply).toMatchObject({ ok: true, value: [{ state: { status: 'cancelled', by: '' } }] });
    const refusal = await shown.portal.refused('confirmHold', { id, key: 'c' });
    expect(told(refusal)).not.toMatch(SECRETS);
  });
});

it('what a requester can send is what is looked at here', () => {
  const own = Object.entries(commands).flatMap(([name, spec]) => (spec.permission === 'request-slots' ? [name] : []));
  expect(new Set(own)).toEqual(new Set(['exposeSlots', 'holdSlot', 'confirmHold']));
});

it('no reason with a name in it is told to a requester, whichever rule says it', () => {
  const named = ['technician', 'bay', 'resource', 'title', 'name'];
  for (const reason of Object.values(REASONS).flat()) {
    const reasons: readonly JudgedReason[] = [{ severity: 'block', reason }];
    const kept = discreet({ role: 'requester' }, { kind: 'blocked', reasons, alternatives: [] });
    const tells = kept.kind === 'blocked' && named.some((field) => field in reason);
    expect([reason.rule, tells]).toEqual([reason.rule, false]);
    const plain = { kind: 'needs-override', reasons } as const;
    expect(discreet({ role: 'dispatcher' }, plain)).toEqual(plain);
  }
});
