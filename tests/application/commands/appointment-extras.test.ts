import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../../core/contract/client.ts';
import type { DataSchema } from '../../../core/domain/work/custom-data.ts';
import { actor, at, surroundingsWith } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bookingArgs } from '../../builders/world.ts';

const SCHEMA: DataSchema = {
  type: 'object',
  required: ['mileage'],
  properties: { mileage: { type: 'integer', minimum: 0 }, fuel: { enum: ['diesel', 'electric'] } },
};

async function openWithSchema(): Promise<Stage> {
  const stage = await openStage();
  const { check, kindId } = stage.world;
  const none = { skills: [], capabilities: null, parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
  await stage.done('updateServiceType', {
    id: check,
    kindId,
    name: 'Check',
    duration: 60,
    ...none,
    dataSchema: SCHEMA,
  });
  return stage;
}

const words = { title: 'Meeting', description: '', priority: 'normal', participants: [] } as const;
const rest = { ...words, participants: [], pinned: false, meetingUrl: '', remind: true };

describe('an appointment', () => {
  it('carries what other systems give it, and what is left out of a change stays', async () => {
    const stage = await openStage();
    const extras = {
      source: { source: 'cflows', id: 'booking-7' },
      externalIds: [{ source: 'crm', id: '4711' }],
      requestedBy: 'Ola from the harbour',
      workItem: { type: 'repair', id: 'WI-9' },
      customData: { gate: 'north' },
      rescheduleLimit: 2,
      zone: 'America/New_York',
      locationText: 'Room 2',
      meetingUrl: 'https://meet.example/7',
    };
    const id = await stage.book(extras);
    expect(await stage.appointment(id)).toMatchObject(extras);
    await stage.done('updateAppointment', { id, ...rest, locationText: 'Room 3', workItem: null });
    expect(await stage.appointment(id)).toMatchObject({
      ...extras,
      meetingUrl: '',
      locationText: 'Room 3',
      workItem: null,
    });
  });

  it('is asked for by whoever books it when nobody else is named', async () => {
    const stage = await openStage();
    const id = await stage.book();
    expect(await stage.appointment(id)).toMatchObject({ requestedBy: 'Kari', source: null, rescheduleLimit: null });
  });

  it('may be somewhere else, and the drive there is judged', async () => {
    const stage = await openStage();
    const place = { address: 'Far away', coordinates: { latitude: 60.4, longitude: 10.75 } };
    const far = bookingArgs(stage.world, stage.ids.next(), { start: at(8), end: at(9), place });
    expect(await stage.refused('bookAppointment', far)).toMatchObject({
      reasons: [{ reason: { rule: 'travel-fits' } }],
    });
    const id = await stage.book({ start: at(13), end: at(14), place });
    expect(await stage.appointment(id)).toMatchObject({ place });
  });

  it('is in a zone that exists, under its present name', async () => {
    const stage = await openStage();
    const nowhere = bookingArgs(stage.world, stage.ids.next(), { zone: 'Moon/Tycho' });
    expect(await stage.refused('bookAppointment', nowhere)).toMatchObject({ problems: [{ field: 'zone' }] });
    const id = await stage.book({ zone: 'Asia/Calcutta' });
    expect(await stage.appointment(id)).toMatchObject({ zone: 'Asia/Kolkata' });
  });
});

describe('custom data', () => {
  const asked = (stage: Stage, customData: Record<string, unknown>): CommandArgs<'bookAppointment'> =>
    bookingArgs(stage.world, stage.ids.next(), { title: 'Check', serviceTypeId: stage.world.check, customData });

  it('must fit the schema of the service type, told with the path', async () => {
    const stage = await openWithSchema();
    expect(await stage.refused('bookAppointment', asked(stage, { mileage: -1, fuel: 'coal' }))).toEqual({
      kind: 'invalid-input',
      problems: [
        { field: 'customData.mileage', reason: 'must be at least 0' },
        { field: 'customData.fuel', reason: 'must be "diesel" or "electric"' },
      ],
    });
    expect(await stage.refused('bookAppointment', asked(stage, {}))).toMatchObject({
      problems: [{ field: 'customData.mileage', reason: 'must be given' }],
    });
    await stage.done('bookAppointment', asked(stage, { mileage: 12_000 }));
  });

  it('must fit it when it is changed, too', async () => {
    const stage = await openWithSchema();
    const id = await stage.book({ title: 'Check', serviceTypeId: stage.world.check });
    const change = (customData: Record<string, unknown>) => ({ id, ...rest, customData });
    expect(await stage.refused('updateAppointment', change({ mileage: 'far' }))).toMatchObject({
      problems: [{ field: 'customData.mileage', reason: 'must be a whole number' }],
    });
    await stage.done('updateAppointment', change({ mileage: 3 }));
    expect(await stage.appointment(id)).toMatchObject({ customData: { mileage: 3 } });
  });

  it('that nobody has yet holds no booking up, and without a schema anything goes', async () => {
    const stage = await openWithSchema();
    await stage.book({ title: 'Check', serviceTypeId: stage.world.check });
    await stage.book({ start: at(13), end: at(14), customData: { anything: [1, { goes: true }] } });
  });

  it('is described in words that the contract knows', async () => {
    const stage = await openStage();
    const args = { id: stage.world.check, kindId: stage.world.kindId, name: 'Check', duration: 60 };
    const none = { skills: [], capabilities: [], parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
    const dataSchema = { properties: { a: { pattern: 'x' } } } as DataSchema;
    expect(await stage.refused('updateServiceType', { ...args, ...none, dataSchema })).toMatchObject({
      problems: [{ field: 'dataSchema.properties.a.pattern', reason: 'is not known here' }],
    });
  });
});

describe('a reschedule limit', () => {
  const move = (id: string, hour: number) => ({
    id,
    start: at(hour),
    end: at(hour + 1),
    claims: null,
    findPartner: false,
  });

  it('counts down, and refuses at zero with its title and number', async () => {
    const stage = await openStage();
    const dana = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
    const id = await stage.book({ rescheduleLimit: 1 });
    await dana.done('moveAppointment', move(id, 13));
    expect(await dana.refused('moveAppointment', move(id, 14), { acceptCautions: true })).toEqual({
      kind: 'reschedule-limit',
      title: 'Meeting',
      limit: 1,
    });
    expect(await stage.appointment(id)).toMatchObject({ rescheduleCount: 1, start: at(13) });
  });

  it('is a manager’s to go past, who accepts it, and the log keeps that', async () => {
    const stage = await openStage();
    const id = await stage.book({ rescheduleLimit: 0 });
    const reason = { rule: 'reschedule-limit', why: 'reached', title: 'Meeting', limit: 0 };
    expect(await stage.refused('moveAppointment', move(id, 13))).toEqual({
      kind: 'needs-override',
      reasons: [{ severity: 'caution', reason }],
    });
    const receipt = await stage.done('moveAppointment', move(id, 13), { acceptCautions: true });
    expect((await stage.store.read.logEntry(receipt.sequence))?.overrode).toEqual([reason]);
  });

  it('is told beside what else has to be accepted', async () => {
    const stage = await openStage();
    const [organization] = await stage.store.read.all('organization');
    if (organization === undefined) throw new Error('none');
    const policy = { ...organization.policy, severities: { 'on-shift': 'caution' } as const };
    await stage.done('updatePolicy', { organizationId: organization.id, policy });
    const id = await stage.book({ rescheduleLimit: 0 });
    const refused = await stage.refused('moveAppointment', move(id, 16));
    expect(refused.kind === 'needs-override' && refused.reasons.map(({ reason }) => reason.rule)).toEqual([
      'on-shift',
      'reschedule-limit',
    ]);
  });

  it('says nothing about another length, another person, or a date nobody has confirmed', async () => {
    const stage = await openStage();
    const dana = stage.as(surroundingsWith(stage.clock, actor('dispatcher', 'Dana')));
    const id = await stage.book({ rescheduleLimit: 0 });
    await dana.done('moveAppointment', { ...move(id, 9), end: at(10.5) });
    const request = await stage.book({ as: 'requested', rescheduleLimit: 0, start: at(13), end: at(14) });
    await dana.done('moveAppointment', move(request, 14));
    const open = await stage.book({ start: at(11), end: at(11.5) });
    for (const hour of [13, 14, 13]) await dana.done('moveAppointment', { ...move(open, hour), end: at(hour + 0.5) });
  });
});
