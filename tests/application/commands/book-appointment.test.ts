import { describe, expect, it } from 'vitest';
import { asId } from '../../../core/kernel/id.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, lead } from '../../builders/world.ts';

describe('bookAppointment', () => {
  it('finds the missing bay, copies the work order and sets its part aside', async () => {
    const stage = await openStage();
    const { world } = stage;
    const id = await stage.bookWork({ start: at(9) });
    const appointment = await stage.appointment(id);
    expect(appointment).toMatchObject({
      title: 'Replace thermostat',
      start: at(9),
      end: at(10),
      before: 0,
      after: 15,
      state: { status: 'confirmed' },
      customerId: world.customerId,
      unitId: world.unitId,
      serviceTypeId: world.engine,
      kindId: world.kindId,
      requestedBy: 'Kari',
    });
    expect(appointment.claims.map((claim) => claim.role)).toEqual(['lead', 'bay']);
    expect(await stage.store.read.reservationsOf(id)).toMatchObject([{ stockId: world.stock, quantity: 1 }]);
  });

  it('finds the missing technician: the only one whose skill suffices', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ start: at(9), claims: [bay(stage.world.bay2)] });
    expect((await stage.appointment(id)).claims).toEqual([lead(stage.world.anna), bay(stage.world.bay2)]);
  });

  it('books time by itself on whom it names, and nobody else', async () => {
    const stage = await openStage();
    const id = await stage.book();
    expect((await stage.appointment(id)).claims).toEqual([lead(stage.world.anna)]);
  });

  it('is blocked by double use, with the rule, the other appointment and three other places', async () => {
    const stage = await openStage();
    await stage.book({ title: 'First' });
    const workOrderId = await stage.order();
    const refusal = await stage.refused(
      'bookAppointment',
      bookingArgs(stage.world, stage.ids.next(), {
        workOrderId,
        title: '',
        start: at(9.5),
        end: null,
        reservationIds: [stage.ids.next()],
      }),
    );
    expect(refusal).toMatchObject({
      kind: 'blocked',
      reasons: [{ severity: 'block', reason: { rule: 'technician-free', why: 'double-use', title: 'First' } }],
    });
    const alternatives = refusal.kind === 'blocked' ? refusal.alternatives : [];
    expect(alternatives).toHaveLength(3);
    expect(alternatives.map((one) => one.technician?.name)).toContain('Anna');
    expect(await stage.store.read.appointmentsOf(workOrderId)).toEqual([]);
  });

  it('keeps the buffer after an appointment free', async () => {
    const stage = await openStage();
    await stage.book();
    const early = bookingArgs(stage.world, stage.ids.next(), { start: at(10 + 14 / 60), end: at(11) });
    expect(await stage.refused('bookAppointment', early)).toMatchObject({ kind: 'blocked' });
    await stage.book({ start: at(10.25), end: at(11) });
  });

  it('blocks a start in the past, except when writing down what happened', async () => {
    const stage = await openStage();
    stage.clock.set(at(11));
    const args = bookingArgs(stage.world, stage.ids.next());
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'not-past' } }],
    });
    await stage.done('bookAppointment', { ...args, recording: true });
  });

  it('asks before it overrides a caution, and records what was overridden', async () => {
    const stage = await openStage();
    const { policy } = (await stage.store.read.all('organization'))[0] ?? {};
    if (policy === undefined) throw new Error('no policy');
    await stage.done('updatePolicy', {
      organizationId: stage.world.organizationId,
      policy: { ...policy, severities: { 'on-shift': 'caution' } },
    });
    const args = bookingArgs(stage.world, stage.ids.next(), { start: at(16), end: at(17) });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      kind: 'needs-override',
      reasons: [{ severity: 'caution', reason: { rule: 'on-shift', why: 'after-shift' } }],
    });
    const receipt = await stage.done('bookAppointment', args, { acceptCautions: true });
    const entry = await stage.store.read.logEntry(receipt.sequence);
    expect(entry?.overrode).toMatchObject([{ rule: 'on-shift', why: 'after-shift' }]);
  });

  it('keeps a hold for the policy’s minutes; one that has run out gives way and returns its part', async () => {
    const stage = await openStage();
    const held = await stage.bookWork({ start: at(9), as: 'held' });
    expect((await stage.appointment(held)).state).toEqual({ status: 'held', until: at(7.25) });
    const args = bookingArgs(stage.world, stage.ids.next());
    expect(await stage.refused('bookAppointment', args)).toMatchObject({ kind: 'blocked' });
    stage.clock.pass(15);
    await stage.done('bookAppointment', args);
    expect((await stage.appointment(held)).state).toEqual({ status: 'requested', approval: 'none' });
    expect(await stage.store.read.reservationsOf(held)).toEqual([]);
  });

  it('lets two requests stand on one place, because a request occupies nothing', async () => {
    const stage = await openStage();
    const [one, two] = [await stage.book({ as: 'requested' }), await stage.book({ as: 'requested' })];
    expect((await stage.appointment(one)).start).toBe((await stage.appointment(two)).start);
  });

  it('refuses a second live appointment of one work order', async () => {
    const stage = await openStage();
    const id = await stage.bookWork({ start: at(9) });
    const { workOrderId } = await stage.appointment(id);
    const again = bookingArgs(stage.world, stage.ids.next(), { workOrderId, start: at(13), end: null });
    expect(await stage.refused('bookAppointment', again)).toEqual({
      kind: 'already-booked',
      title: 'Replace thermostat',
      start: at(9),
    });
  });

  it('is blocked when the part is neither there nor coming', async () => {
    const stage = await openStage();
    await stage.done('countStock', { stockId: stage.world.stock, onHand: 0 });
    const workOrderId = await stage.order();
    const args = bookingArgs(stage.world, stage.ids.next(), {
      workOrderId,
      end: null,
      reservationIds: [stage.ids.next()],
    });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      kind: 'blocked',
      reasons: [{ reason: { rule: 'parts-there', needed: 1, available: 0, arrivesAt: at(7, 2), toOrder: true } }],
    });
    await stage.done('expectStock', { stockId: stage.world.stock, at: at(10), quantity: 1 });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({ kind: 'blocked' });
    await stage.done('bookAppointment', { ...args, start: at(10) });
  });

  it('asks an id for each part of a work order', async () => {
    const stage = await openStage();
    const workOrderId = await stage.order();
    const args = bookingArgs(stage.world, stage.ids.next(), { workOrderId, end: null });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      kind: 'invalid-input',
      problems: [{ field: 'reservationIds' }],
    });
  });

  it('names the claim that is wrong', async () => {
    const stage = await openStage();
    const { anna, bay1 } = stage.world;
    const nobody = stage.ids.next<'resource'>();
    const refusalOf = (claims: readonly ReturnType<typeof lead | typeof bay>[]) =>
      stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next(), { claims: [...claims] }));
    expect(await refusalOf([lead(anna), lead(nobody)])).toEqual({
      kind: 'not-found',
      entity: 'resource',
      id: nobody,
      field: 'claims.1.resourceId',
    });
    expect(await refusalOf([lead(bay1)])).toMatchObject({ problems: [{ field: 'claims.0.role' }] });
    expect(await refusalOf([lead(anna), lead(anna)])).toMatchObject({ problems: [{ field: 'claims.1.resourceId' }] });
    expect(await refusalOf([{ ...lead(anna), units: 2 }])).toMatchObject({ problems: [{ field: 'claims.0.units' }] });
  });
});

describe('a part of long work that is brought along', () => {
  const chain = (stage: Stage, ordinal: number, count = 2) => ({
    chainId: asId<'chain'>(stage.world.stock),
    ordinal,
    count,
  });

  it('is linked to the others as it says', async () => {
    const stage = await openStage();
    const second = await stage.book({ start: at(13), end: at(14), segment: chain(stage, 2) });
    const first = await stage.book({ segment: chain(stage, 1) });
    const parts = await stage.store.read.segmentsOf(chain(stage, 1).chainId);
    expect(parts.map((one) => [one.id, one.segment?.ordinal, one.before, one.after])).toEqual([
      [first, 1, 0, 0],
      [second, 2, 0, 15],
    ]);
  });

  it('is refused where its place is taken, where the others are more or fewer, or belong to other work', async () => {
    const stage = await openStage();
    await stage.book({ segment: chain(stage, 1) });
    const wrong = [
      { segment: chain(stage, 1) },
      { segment: chain(stage, 2, 3) },
      { segment: chain(stage, 2), workOrderId: await stage.order(), reservationIds: [stage.ids.next()] },
    ];
    for (const more of wrong)
      expect(
        await stage.refused(
          'bookAppointment',
          bookingArgs(stage.world, stage.ids.next(), { start: at(13), end: at(14), ...more }),
        ),
      ).toMatchObject({ kind: 'invalid-input', problems: [{ field: 'segment' }] });
  });

  it('has an end and a place among as many as there are', async () => {
    const stage = await openStage();
    const args = bookingArgs(stage.world, stage.ids.next(), { segment: chain(stage, 3) });
    expect(await stage.refused('bookAppointment', args)).toMatchObject({
      problems: [{ field: 'segment.ordinal', reason: 'must not be more than there are' }],
    });
    const open = { workOrderId: await stage.order(), title: '', end: null, segment: chain(stage, 1) };
    expect(await stage.refused('bookAppointment', bookingArgs(stage.world, stage.ids.next(), open))).toMatchObject({
      problems: [{ field: 'end' }],
    });
  });
});

describe('a hold that is brought along', () => {
  it('ends when it says, but never later than the policy lets holds last', async () => {
    const stage = await openStage();
    const until = async (moment: number) => (await stage.appointment(await stage.book(late(moment)))).state;
    let day = 0;
    const late = (moment: number) => ({
      as: 'held' as const,
      until: moment,
      start: at(9, (day += 1)),
      end: at(10, day),
    });
    expect(await until(at(7.1))).toEqual({ status: 'held', until: at(7.1) });
    expect(await until(at(12))).toEqual({ status: 'held', until: at(7.25) });
    expect(await until(at(7))).toEqual({ status: 'requested', approval: 'none' });
  });
});
