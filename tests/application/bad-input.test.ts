import { describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../core/contract/commands/index.ts';
import type { Refusal } from '../../core/contract/refusal.ts';
import { LATEST } from '../../core/domain/time/instant.ts';
import { commandSamples } from '../builders/samples.ts';
import { at } from '../builders/surroundings.ts';
import { openStage, type Stage } from '../builders/use-world.ts';
import { bay, lead } from '../builders/world.ts';

const NAMES = Object.keys(commands) as CommandName[];
const INSTANTS = new Set(['at', 'start', 'end', 'due']);
const DATES = new Set(['from', 'to']);

async function refusal(stage: Stage, name: string, args: unknown): Promise<Refusal> {
  const reply = await stage.laneway.call('command', name, { id: stage.ids.next(), args }, { host: 'test' });
  if (reply.ok) throw new Error(`${name} was accepted with ${JSON.stringify(args)}`);
  if (reply.error.kind === 'fault') throw new Error(`${name}: ${JSON.stringify(stage.notes)}`);
  return reply.error;
}

async function fieldsOf(stage: Stage, name: string, args: unknown): Promise<readonly string[]> {
  const answer = await refusal(stage, name, args);
  if (answer.kind !== 'invalid-input') throw new Error(`${name}: ${JSON.stringify(answer)}`);
  for (const { reason } of answer.problems) expect(reason).toMatch(/^(must|is) /);
  return answer.problems.map((problem) => problem.field);
}

/** Values that no field of this name may have, beyond those of another type. */
function impossible(field: string): readonly unknown[] {
  if (field === 'id' || field.endsWith('Id')) return ['', 'x', '0000', '00000000-0000-7000-8000-00000000000G'];
  if (INSTANTS.has(field)) return [-1, LATEST + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY];
  if (DATES.has(field)) return ['1969-12-31', '2101-01-01', '2026-02-30', '23.11.2026'];
  return [];
}

describe.each(NAMES)('%s', (name) => {
  it('refuses what is malformed with the field, and changes and logs nothing', async () => {
    const stage = await openStage();
    const before = await stage.store.read.sequence();
    const args = { ...commandSamples(stage.world, stage.ids)[name] };
    for (const wrong of [null, 'text', 7, []]) expect(await fieldsOf(stage, name, wrong)).toEqual(['']);
    expect(await fieldsOf(stage, name, { ...args, surprise: 1 })).toContain('surprise');
    for (const field of Object.keys(args)) {
      expect(await fieldsOf(stage, name, { ...args, [field]: undefined })).toContain(field);
      const strange = await fieldsOf(stage, name, { ...args, [field]: { strange: true } });
      expect(strange.some((one) => one === field || one.startsWith(`${field}.`))).toBe(true);
      for (const value of impossible(field))
        expect(await fieldsOf(stage, name, { ...args, [field]: value })).toContain(field);
    }
    expect(await stage.store.read.sequence()).toBe(before);
  });
});

/** Every place where a command names something that has to be there. */
const REFERENCES: readonly (readonly [CommandName, string])[] = [
  ['updatePolicy', 'organizationId'],
  ['updateLocation', 'id'],
  ['addClosure', 'locationId'],
  ['removeClosure', 'locationId'],
  ['addTechnician', 'locationId'],
  ['updateTechnician', 'id'],
  ['updateTechnician', 'locationId'],
  ['addBay', 'locationId'],
  ['updateBay', 'id'],
  ['updateBay', 'locationId'],
  ['addResource', 'locationId'],
  ['updateResource', 'id'],
  ['setAvailability', 'resourceId'],
  ['recordAbsence', 'resourceId'],
  ['removeAbsence', 'id'],
  ['updateCustomer', 'id'],
  ['addUnit', 'customerId'],
  ['updateUnit', 'id'],
  ['updateUnit', 'customerId'],
  ['createSeries', 'locationId'],
  ['updateSeries', 'id'],
  ['editOccurrence', 'seriesId'],
  ['bookOccurrence', 'seriesId'],
  ['endSeries', 'id'],
  ['updateAppointmentKind', 'id'],
  ['addServiceType', 'kindId'],
  ['updateServiceType', 'id'],
  ['updateServiceType', 'kindId'],
  ['updateScheduleRule', 'id'],
  ['removeScheduleRule', 'id'],
  ['addBlackout', 'resourceId'],
  ['approveAppointment', 'id'],
  ['rejectAppointment', 'id'],
  ['settleFee', 'id'],
  ['waiveFee', 'id'],
  ['refundFee', 'id'],
  ['stockPart', 'partId'],
  ['stockPart', 'locationId'],
  ['countStock', 'stockId'],
  ['expectStock', 'stockId'],
  ['receiveStock', 'stockId'],
  ['openWorkOrder', 'locationId'],
  ['openWorkOrder', 'customerId'],
  ['openWorkOrder', 'unitId'],
  ['openWorkOrder', 'serviceTypeId'],
  ['updateWorkOrder', 'id'],
  ['cancelWorkOrder', 'id'],
  ['bookAppointment', 'locationId'],
  ['bookAppointment', 'workOrderId'],
  ['bookAppointment', 'serviceTypeId'],
  ['bookAppointment', 'customerId'],
  ['bookAppointment', 'unitId'],
  ['moveAppointment', 'id'],
  ['updateAppointment', 'id'],
  ['confirmAppointment', 'id'],
  ['startAppointment', 'id'],
  ['takeBackStart', 'id'],
  ['completeAppointment', 'id'],
  ['cancelAppointment', 'id'],
  ['markNoShow', 'id'],
  ['releaseHold', 'id'],
  ['addUser', 'resourceId'],
  ['updateUser', 'id'],
];

describe('an unknown id', () => {
  it('is refused with its field, wherever a command names something', async () => {
    const stage = await openStage();
    const before = await stage.store.read.sequence();
    for (const [name, field] of REFERENCES) {
      const id = stage.ids.next();
      const args = { ...commandSamples(stage.world, stage.ids)[name], [field]: id };
      expect([name, await refusal(stage, name, args)]).toMatchObject([name, { kind: 'not-found', id, field }]);
    }
    expect(await stage.store.read.sequence()).toBe(before);
  });

  it('is refused inside lists with its place in them', async () => {
    const stage = await openStage();
    const samples = commandSamples(stage.world, stage.ids);
    const id = stage.ids.next<'resource'>();
    const parts = [
      { partId: stage.world.thermostat, quantity: 1 },
      { partId: stage.ids.next<'part'>(), quantity: 1 },
    ];
    const cases: readonly (readonly [CommandName, object, string])[] = [
      ['bookAppointment', { ...samples.bookAppointment, claims: [lead(id)] }, 'claims.0.resourceId'],
      ['openWorkOrder', { ...samples.openWorkOrder, parts }, 'parts.1.partId'],
      ['openWorkOrder', { ...samples.openWorkOrder, preferredTechnicians: [id] }, 'preferredTechnicians.0'],
      ['openWorkOrder', { ...samples.openWorkOrder, forbiddenTechnicians: [id] }, 'forbiddenTechnicians.0'],
      ['addServiceType', { ...samples.addServiceType, parts }, 'parts.1.partId'],
    ];
    for (const [name, args, field] of cases)
      expect([name, await refusal(stage, name, args)]).toMatchObject([name, { kind: 'not-found', field }]);
  });
});

describe('what cannot be', () => {
  it('an end at or before its start', async () => {
    const stage = await openStage();
    const samples = commandSamples(stage.world, stage.ids);
    const range = { from: at(9), to: at(9) };
    const hours = [{ weekday: 1, from: 600, to: 540 }];
    const cases: readonly (readonly [CommandName, object, string])[] = [
      ['bookAppointment', { ...samples.bookAppointment, end: at(9) }, 'end'],
      ['moveAppointment', { ...samples.moveAppointment, end: at(8) }, 'end'],
      ['recordAbsence', { ...samples.recordAbsence, range }, 'range.to'],
      ['openWorkOrder', { ...samples.openWorkOrder, windows: [range] }, 'windows.0.to'],
      ['addClosure', { ...samples.addClosure, to: '2026-12-23' }, 'to'],
      ['addBay', { ...samples.addBay, hours }, 'hours.0.to'],
      ['addTechnician', { ...samples.addTechnician, breaks: hours }, 'breaks.0.to'],
      ['addLocation', { ...samples.addLocation, hours }, 'hours.0.to'],
    ];
    for (const [name, args, field] of cases) expect([name, await fieldsOf(stage, name, args)]).toEqual([name, [field]]);
  });

  it('a zone that does not exist', async () => {
    const stage = await openStage();
    const samples = commandSamples(stage.world, stage.ids);
    for (const zone of ['Europe/Atlantis', 'europe/oslo', '__proto__', 'constructor', 'Europe Oslo', '']) {
      expect(await fieldsOf(stage, 'addLocation', { ...samples.addLocation, zone })).toEqual(['zone']);
      expect(await fieldsOf(stage, 'updateLocation', { ...samples.updateLocation, zone })).toEqual(['zone']);
    }
  });

  it('work that ends after 2100, or lasts for months', async () => {
    const stage = await openStage();
    const { bookAppointment } = commandSamples(stage.world, stage.ids);
    const workOrderId = await stage.order();
    const late = { ...bookAppointment, workOrderId, start: LATEST - 1, end: null, claims: [bay(stage.world.bay1)] };
    expect(await fieldsOf(stage, 'bookAppointment', late)).toEqual(['end']);
    expect(await fieldsOf(stage, 'bookAppointment', { ...bookAppointment, end: at(9, 60) })).toEqual(['end']);
  });

  it('a command or envelope nobody knows', async () => {
    const stage = await openStage();
    const caller = { host: 'test' } as const;
    for (const name of ['explode', 'toString', '__proto__'])
      for (const kind of ['command', 'query', 'run'] as const)
        expect(await stage.laneway.call(kind, name, {}, caller)).toMatchObject({
          error: { kind: 'unknown-name', name },
        });
    for (const input of [null, {}, { id: 'x', args: {} }, { id: stage.ids.next(), args: {}, more: 1 }])
      expect(await stage.laneway.call('command', 'undo', input, caller)).toMatchObject({
        ok: false,
        error: { kind: 'invalid-input' },
      });
  });
});
