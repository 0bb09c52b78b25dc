import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../core/application/ports/store.ts';
import { insert, remove } from '../../core/domain/ops/op.ts';
import { range } from '../../core/domain/time/instant.ts';
import type { Appointment } from '../../core/domain/work/appointment.ts';
import {
  appointment,
  at,
  bay,
  change,
  customer,
  ground,
  id,
  location,
  organization,
  technician,
  unit,
  workOrder,
} from './sample-rows.ts';
import { commit } from './temporary-store.ts';

const day = range(at(0), at(24));
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

/** What every store must do. `open` gives a fresh, empty one that the caller closes. */
export function storeConformance(name: string, open: () => Promise<Store>): void {
  describe(`${name}: rows`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
    });

    it('answers every row as it was given', async () => {
      const full: Appointment = appointment(101, 9, {
        description: 'Bring the key',
        state: { status: 'held', until: at(8) },
        claims: [
          { resourceId: id(10), role: 'lead', units: 1 },
          { resourceId: id(21), role: 'bay', units: 2 },
        ],
        customerId: id(50),
        unitId: id(51),
        workOrderId: id(52),
        place: { address: 'Hill 3', coordinates: { latitude: 1, longitude: 2 } },
        participants: [{ name: 'Ola', role: 'customer', email: '', phone: '', response: 'none' }],
        pinned: true,
        remind: false,
        customData: { mileage: 81_000 },
        externalIds: [{ source: 'erp', id: '7' }],
        rescheduleCount: 2,
        rescheduledAt: at(1),
      });
      const rows = [
        insert('customer', customer(50)),
        insert('unit', unit(51, id(50))),
        insert('workOrder', workOrder(52, { due: at(20), capabilities: null })),
        insert('appointment', full),
        insert('absence', {
          id: id<'absence'>(60),
          organizationId: organization.id,
          resourceId: id(10),
          range: day,
          reason: 'Course',
        }),
        insert('part', {
          id: id<'part'>(61),
          organizationId: organization.id,
          number: 'T-1',
          name: 'Thermostat',
          measure: 'piece',
          leadTimeDays: 2,
        }),
        insert('stock', {
          id: id<'stock'>(62),
          organizationId: organization.id,
          partId: id(61),
          locationId: location.id,
          onHand: 2.5,
          arrivals: [{ at: at(30), quantity: 4 }],
        }),
        insert('reservation', {
          id: id<'reservation'>(63),
          organizationId: organization.id,
          stockId: id(62),
          appointmentId: id(101),
          quantity: 1,
          consumed: false,
        }),
        insert('appointmentKind', {
          id: id<'appointment-kind'>(64),
          organizationId: organization.id,
          code: 'repair',
          name: 'Repair',
          shortest: full.after,
          longest: full.after,
          priority: 'high',
          autoBook: 'critical-alerts',
        }),
        insert('serviceType', {
          id: id<'service-type'>(65),
          organizationId: organization.id,
          kindId: id(64),
          name: 'Thermostat',
          duration: full.after,
          skills: [{ skill: 'Engine', level: 3 }],
          capabilities: null,
          parts: [{ partId: id(61), quantity: 1 }],
          bufferBefore: null,
          bufferAfter: full.after,
          checklist: ['Bleed the circuit'],
        }),
      ] as const;
      expect(await commit(store, rows)).toEqual({ ok: true });
      for (const op of [...ground, ...rows]) {
        expect(await store.read.get(op.entity, op.id)).toEqual('row' in op ? op.row : undefined);
      }
    });

    it('answers undefined for a missing row and leaves it out of many', async () => {
      expect(await store.read.get('customer', id(999))).toBeUndefined();
      const many = await store.read.getMany('resource', [id(11), id(999), id(10), id(11)]);
      expect(ids(many)).toEqual([id(11), id(10)]);
    });

    it('answers more rows than one statement takes', async () => {
      const many = Array.from({ length: 1300 }, (_, index) => customer(5000 + index));
      await commit(
        store,
        many.map((one) => insert('customer', one)),
      );
      const asked = many.map((one) => one.id).toReversed();
      expect(ids(await store.read.getMany('customer', asked))).toEqual(asked);
    });

    it('changes only the fields an update names', async () => {
      await commit(store, [insert('customer', customer(50))]);
      await commit(store, [change('customer', customer(50), { phone: '1' })]);
      expect(await store.read.get('customer', id(50))).toEqual(customer(50, { phone: '1' }));
    });

    it('lists a small table by position, then name, and notices a change', async () => {
      expect(ids(await store.read.all('resource'))).toEqual([id(10), id(11), id(20), id(21)]);
      await commit(store, [change('resource', technician(10), { position: 30 })]);
      expect(ids(await store.read.all('resource'))).toEqual([id(11), id(20), id(21), id(10)]);
      await commit(store, [remove('resource', bay(20))]);
      expect(ids(await store.read.all('resource'))).toEqual([id(11), id(21), id(10)]);
    });

    it('refuses a reference that leads nowhere, whatever the order of the ops', async () => {
      await expect(commit(store, [insert('unit', unit(51, id(50)))])).rejects.toThrow(/FOREIGN KEY|foreign key/);
      const late = [insert('unit', unit(51, id(50))), insert('customer', customer(50))];
      expect(await commit(store, late)).toEqual({ ok: true });
    });

    it('throws at an update of a row that is not there', async () => {
      await expect(commit(store, [change('customer', customer(50), { name: 'x' })])).rejects.toThrow(/no customer/);
    });
  });

  describe(`${name}: transactions`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
    });

    it('sees its own writes inside, and nobody else does before the commit', async () => {
      await store.write(async (tx) => {
        await tx.apply([insert('customer', customer(50))], 2);
        expect(await tx.get('customer', id(50))).toEqual(customer(50));
        expect(await store.read.get('customer', id(50))).toBeUndefined();
      });
      expect(await store.read.get('customer', id(50))).toEqual(customer(50));
    });

    it('leaves nothing behind when the work throws', async () => {
      const work = store.write(async (tx) => {
        await tx.apply([insert('customer', customer(50)), change('resource', technician(10), { name: 'New' })], 2);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await store.read.get('customer', id(50))).toBeUndefined();
      expect(await store.read.get('resource', id(10))).toEqual(technician(10));
      expect(await store.read.search('hansen', [], 5)).toEqual([]);
    });

    it('runs writes one after another in the order they came', async () => {
      const seen: string[] = [];
      const one = store.write(async (tx) => {
        seen.push('one begins');
        await tx.sequence();
        await tx.all('resource');
        seen.push('one ends');
      });
      const two = store.write(async () => {
        seen.push('two');
      });
      await Promise.all([one, two]);
      expect(seen).toEqual(['one begins', 'one ends', 'two']);
    });

    it('goes on after a write that failed', async () => {
      await expect(store.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(await store.write((tx) => tx.sequence())).toBe(1);
    });
  });

  describe(`${name}: claims belt`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, [...ground, insert('appointment', appointment(101, 9))]);
    });

    it('refuses a second claim in busy time and names the one that stands there', async () => {
      const answer = await commit(store, [insert('appointment', appointment(102, 10))]);
      expect(answer).toEqual({ ok: false, resourceId: id(10), appointmentId: id(101), at: at(10) });
      expect(await store.read.get('appointment', id(102))).toBeUndefined();
      expect(await store.read.sequence()).toBe(1);
    });

    it('commits nothing of a refused call, and the transaction can go on', async () => {
      const said = await store.write(async (tx) => {
        const ops = [insert('customer', customer(50)), insert('appointment', appointment(102, 9))];
        const answer = await tx.apply(ops, 2);
        expect(await tx.get('customer', id(50))).toBeUndefined();
        await tx.apply([insert('customer', customer(51))], 2);
        return answer;
      });
      expect(said.ok).toBe(false);
      expect(ids(await store.read.getMany('customer', [id(50), id(51)]))).toEqual([id(51)]);
    });

    it('lets the next begin where busy time ends', async () => {
      expect(await commit(store, [insert('appointment', appointment(102, 10.5))])).toEqual({ ok: true });
      const before = appointment(103, 8, { after: appointment(1, 1).before });
      expect(await commit(store, [insert('appointment', before)])).toEqual({ ok: true });
    });

    it('sees a long claim that began much earlier', async () => {
      const long = appointment(102, 20, { end: at(200) });
      expect(await commit(store, [insert('appointment', long)])).toEqual({ ok: true });
      const inside = await commit(store, [insert('appointment', appointment(103, 190))]);
      expect(inside).toMatchObject({ ok: false, appointmentId: id(102) });
    });

    it.each(['requested', 'completed', 'cancelled', 'no-show'] as const)('does not count %s', async (status) => {
      const states = {
        requested: { status: 'requested', approval: 'none' },
        completed: { status: 'completed', startedAt: at(9), endedAt: at(10) },
        cancelled: { status: 'cancelled', at: at(1), by: 'Kari', reason: '' },
        'no-show': { status: 'no-show', at: at(10) },
      } as const;
      const idle = appointment(102, 9, { state: states[status] });
      expect(await commit(store, [insert('appointment', idle)])).toEqual({ ok: true });
      const taking = change('appointment', idle, { state: { status: 'confirmed' } });
      expect(await commit(store, [taking])).toMatchObject({ ok: false, appointmentId: id(101) });
    });

    it('frees the time when the appointment is cancelled, moved or deleted', async () => {
      const first = appointment(101, 9);
      await commit(store, [change('appointment', first, { start: at(12), end: at(13) })]);
      expect(await commit(store, [insert('appointment', appointment(102, 9))])).toEqual({ ok: true });
      const cancelled = { status: 'cancelled', at: at(1), by: 'Kari', reason: '' } as const;
      await commit(store, [change('appointment', appointment(102, 9), { state: cancelled })]);
      expect(await commit(store, [insert('appointment', appointment(103, 9))])).toEqual({ ok: true });
      await commit(store, [remove('appointment', appointment(103, 9))]);
      expect(await commit(store, [insert('appointment', appointment(104, 9))])).toEqual({ ok: true });
    });

    it('lets two swap places in one command', async () => {
      const other = appointment(102, 12);
      await commit(store, [insert('appointment', other)]);
      const swap = [
        change('appointment', appointment(101, 9), { start: other.start, end: other.end }),
        change('appointment', other, { start: at(9), end: at(10) }),
      ];
      expect(await commit(store, swap)).toEqual({ ok: true });
    });

    it('refuses an appointment that claims the same technician twice', async () => {
      const twice = appointment(102, 15, {
        claims: [
          { resourceId: id(11), role: 'lead', units: 1 },
          { resourceId: id(11), role: 'assistant', units: 1 },
        ],
      });
      expect(await commit(store, [insert('appointment', twice)])).toMatchObject({ ok: false, resourceId: id(11) });
    });

    describe('of a resource with capacity 3', () => {
      const parked = (number: number, from: number, to: number, units = 1): Appointment =>
        appointment(number, from, {
          end: at(to),
          after: appointment(1, 1).before,
          claims: [{ resourceId: id(21), role: 'bay', units }],
        });

      it('takes three at once and refuses the fourth', async () => {
        for (const number of [201, 202, 203]) {
          expect(await commit(store, [insert('appointment', parked(number, 9, 12))])).toEqual({ ok: true });
        }
        const fourth = await commit(store, [insert('appointment', parked(204, 11, 13))]);
        expect(fourth).toMatchObject({ ok: false, resourceId: id(21), at: at(11) });
      });

      it('counts units', async () => {
        expect(await commit(store, [insert('appointment', parked(201, 9, 12, 2))])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(202, 9, 12, 2))])).toMatchObject({ ok: false });
        expect(await commit(store, [insert('appointment', parked(203, 9, 12, 1))])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(204, 20, 21, 4))])).toMatchObject({ ok: false });
      });

      it('deals the units out anew when none is free all through but the resource is never full', async () => {
        // Units 0 and 1 are busy early and late in turn, so a long one finds no unit until the late one changes over.
        const rows = [
          parked(201, 9, 11),
          parked(202, 9, 10),
          parked(203, 9, 10),
          parked(204, 10, 12),
          parked(205, 11, 13),
        ];
        for (const row of rows) expect(await commit(store, [insert('appointment', row)])).toEqual({ ok: true });
        await commit(store, [remove('appointment', parked(202, 9, 10))]);
        await commit(store, [remove('appointment', parked(203, 9, 10))]);
        const all = [parked(206, 9, 13), parked(207, 9, 10), parked(208, 12, 13)];
        for (const row of all) expect(await commit(store, [insert('appointment', row)])).toEqual({ ok: true });
        expect(await commit(store, [insert('appointment', parked(209, 12.5, 13))])).toMatchObject({ ok: false });
      });
    });
  });

  describe(`${name}: ranges`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, [
        ...ground,
        insert('workOrder', workOrder(301, { priority: 'low', due: at(5) })),
        insert('workOrder', workOrder(302, { priority: 'urgent' })),
        insert('workOrder', workOrder(303, { priority: 'low', due: at(2) })),
        insert('workOrder', workOrder(304, { state: { status: 'done', at: at(1) } })),
        insert('appointment', appointment(101, 9, { workOrderId: id(301) })),
        insert('appointment', appointment(102, 7)),
        insert('appointment', appointment(103, -0.5, { end: at(0), claims: [] })),
        insert('appointment', appointment(104, 24)),
        insert('appointment', appointment(105, -30, { end: at(-1) })),
        insert(
          'appointment',
          appointment(106, 9, {
            state: { status: 'requested', approval: 'pending' },
            claims: [{ resourceId: id(11), role: 'lead', units: 1 }],
          }),
        ),
      ]);
    });

    it('answers a location by start, half-open, buffers included', async () => {
      expect(ids(await store.read.appointmentsAt(location.id, day))).toEqual([id(103), id(102), id(101), id(106)]);
      expect(await store.read.appointmentsAt(id(3), day)).toEqual([]);
    });

    it('answers what occupies the resources', async () => {
      expect(ids(await store.read.occupying([id(10), id(11)], day))).toEqual([id(102), id(101)]);
      expect(await store.read.occupying([], day)).toEqual([]);
    });

    it('answers any status of one resource', async () => {
      expect(ids(await store.read.appointmentsOfResource(id(11), day))).toEqual([id(106)]);
    });

    it('answers the appointments of a work order and in a status', async () => {
      expect(ids(await store.read.appointmentsOf(id(301)))).toEqual([id(101)]);
      expect(ids(await store.read.inStatus(location.id, 'requested'))).toEqual([id(106)]);
      expect(await store.read.inStatus(location.id, 'held')).toEqual([]);
    });

    it('lists unassigned work, urgent and soonest due first', async () => {
      expect(ids(await store.read.unassigned(location.id))).toEqual([id(302), id(303)]);
      const cancelled = { status: 'cancelled', at: at(1), by: 'Kari', reason: '' } as const;
      await commit(store, [change('appointment', appointment(101, 9, { workOrderId: id(301) }), { state: cancelled })]);
      expect(ids(await store.read.unassigned(location.id))).toEqual([id(302), id(303), id(301)]);
    });

    it('counts work orders up', async () => {
      expect(await store.read.nextWorkOrderNumber()).toBe(305);
    });

    it('answers absences that touch the range', async () => {
      const away = (number: number, from: number, to: number) =>
        insert('absence', {
          id: id<'absence'>(number),
          organizationId: organization.id,
          resourceId: id(10),
          range: range(at(from), at(to)),
          reason: '',
        });
      await commit(store, [away(401, 20, 30), away(402, -5, 0), away(403, 24, 25), away(404, -9, 9)]);
      expect(ids(await store.read.absences([id(10)], day))).toEqual([id(404), id(401)]);
      expect(await store.read.absences([id(11)], day)).toEqual([]);
    });

    it('gives a sheet the last sequence that touched it, also by moving something away or deleting it', async () => {
      const next = range(at(24), at(48));
      expect(await store.read.revisionOf(location.id, day)).toBe(1);
      await commit(store, [change('appointment', appointment(104, 24), { start: at(60), end: at(61) })]);
      expect(await store.read.revisionOf(location.id, next)).toBe(2);
      expect(await store.read.revisionOf(location.id, day)).toBe(1);
      await commit(store, [remove('appointment', appointment(102, 7))]);
      expect(await store.read.revisionOf(location.id, day)).toBe(3);
      expect(await store.read.revisionOf(location.id, range(at(500), at(600)))).toBe(0);
    });
  });

  describe(`${name}: parts`, () => {
    it('answers stocks of a place and reservations that are not consumed', async () => {
      const store = await open();
      const owned = { organizationId: organization.id };
      const reserved = { ...owned, stockId: id<'stock'>(62), appointmentId: id<'appointment'>(101), quantity: 1 };
      await commit(store, [
        ...ground,
        insert('appointment', appointment(101, 9)),
        insert('part', {
          ...owned,
          id: id<'part'>(61),
          number: 'T-1',
          name: 'Thermostat',
          measure: 'piece',
          leadTimeDays: 2,
        }),
        insert('stock', {
          ...owned,
          id: id<'stock'>(62),
          partId: id(61),
          locationId: location.id,
          onHand: 2,
          arrivals: [],
        }),
        insert('reservation', { ...reserved, id: id<'reservation'>(63), consumed: false }),
        insert('reservation', { ...reserved, id: id<'reservation'>(64), consumed: true }),
      ]);
      expect(ids(await store.read.stocksAt(location.id, [id(61)]))).toEqual([id(62)]);
      expect(await store.read.stocksAt(location.id, [])).toEqual([]);
      expect(ids(await store.read.reservations([id(62)]))).toEqual([id(63)]);
      expect(ids(await store.read.reservationsOf(id(101))).toSorted()).toEqual([id(63), id(64)]);
    });
  });

  describe(`${name}: log`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, ground);
    });

    it('answers an entry with its ops in their order', async () => {
      const found = await store.read.logEntry(1);
      expect(found).toMatchObject({
        sequence: 1,
        undoneBy: null,
        undoable: true,
        actorName: 'Kari',
        args: { sequence: 1 },
      });
      expect(found?.ops).toEqual(ground);
      expect(await store.read.logByCommand(id(1_000_001))).toEqual(found);
      expect(await store.read.logEntry(9)).toBeUndefined();
      expect(await store.read.logByCommand(id(9))).toBeUndefined();
    });

    it('filters newest first by row, by kind of row and before a sequence', async () => {
      await commit(store, [insert('customer', customer(50))]);
      await commit(store, [change('customer', customer(50), { notes: 'a' })]);
      await commit(store, [insert('customer', customer(51))]);
      const sequences = async (entity: string | null, row: string | null, before: number | null, limit = 10) =>
        (await store.read.log({ entity, id: row, before, limit })).map((one) => one.sequence);
      expect(await sequences(null, null, null)).toEqual([4, 3, 2, 1]);
      expect(await sequences(null, null, 3, 1)).toEqual([2]);
      expect(await sequences('customer', null, null)).toEqual([4, 3, 2]);
      expect(await sequences('customer', id(50), null)).toEqual([3, 2]);
      expect(await sequences(null, id(50), null)).toEqual([3, 2]);
      expect(await sequences('unit', id(50), null)).toEqual([]);
      expect((await store.read.logAfter('customer', id(50), 2)).map((one) => one.sequence)).toEqual([3]);
    });

    it('answers the own entries newest first and keeps what was taken back', async () => {
      await commit(store, [insert('customer', customer(50))], { actorId: id(901) });
      await commit(store, [insert('customer', customer(51))]);
      await store.write((tx) => tx.markUndone(1, 3));
      const own = await store.read.ownLog(id(900), 5);
      expect(own.map((one) => [one.sequence, one.undoneBy])).toEqual([
        [3, null],
        [1, 3],
      ]);
      await store.write((tx) => tx.markUndone(1, null));
      expect((await store.read.logEntry(1))?.undoneBy).toBeNull();
    });

    it('refuses the same command twice', async () => {
      await expect(commit(store, [], { commandId: id(1_000_001) })).rejects.toThrow(/UNIQUE|duplicate/);
    });
  });

  describe(`${name}: search`, () => {
    const mine = (text: string, kinds: Parameters<Store['read']['search']>[1] = []) =>
      store.read.search(text, kinds, 20);
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, [
        ...ground,
        insert('customer', customer(50)),
        insert(
          'customer',
          customer(53, { name: 'Müller & Sørensen', phone: '22 33 44 55', email: '', contacts: [], address: '' }),
        ),
        insert('unit', unit(51, id(50))),
        insert('workOrder', workOrder(4821, { customerId: id(50), unitId: id(51) })),
        insert('appointment', appointment(101, 9, { customerId: id(50), unitId: id(51), workOrderId: id(4821) })),
      ]);
    });

    it.each(['84-KLM-2', '84 KLM 2', '84klm2', 'klm', 'LM2', '4k'.toUpperCase() + 'LM'])(
      'finds a plate by %s',
      async (text) => {
        expect(ids(await mine(text, ['unit']))).toEqual([id(51)]);
      },
    );

    it.each(['+47 900 12 345', '90012345', '900 12', '12345', '411 22 333', '22333'])(
      'finds a phone by %s',
      async (text) => {
        expect(ids(await mine(text, ['customer']))).toEqual([id(50)]);
      },
    );

    it.each(['muller', 'MÜLLER', 'sorensen', 'Sørensen mül', 'm'])('finds a name by %s', async (text) => {
      expect(ids(await mine(text, ['customer']))).toContain(id(53));
    });

    it('finds work and appointments by title, number, customer and plate', async () => {
      expect(ids(await mine('4821'))).toEqual([id(4821), id(101)]);
      expect(ids(await mine('hansen oil'))).toEqual([id(101)]);
      expect(ids(await mine('thermostat 84klm2'))).toEqual([id(4821)]);
      const [hit] = await mine('oil', ['appointment']);
      expect(hit).toEqual({
        kind: 'appointment',
        id: id(101),
        title: 'Oil and filters',
        detail: 'Hansen Transport · 84-KLM-2',
        start: at(9),
        status: 'confirmed',
        locationId: location.id,
      });
    });

    it('puts names that begin so first and never answers more than the limit', async () => {
      await commit(store, [
        insert('customer', customer(54, { name: 'Old Hansen', contacts: [], email: '', phone: '' })),
      ]);
      expect(ids(await mine('hansen', ['customer']))).toEqual([id(50), id(54)]);
      expect(await store.read.search('hansen', [], 2)).toHaveLength(2);
    });

    it.each([
      '',
      ' ',
      '"',
      "'",
      '*',
      '-',
      '😀',
      'a"b',
      '(',
      ')',
      'a AND',
      'NOT',
      'NEAR(',
      'col:x',
      '^',
      '\0',
      '%',
      '_',
      '\ud800',
      '\\',
    ])('never fails on %j', async (text) => {
      await expect(mine(text)).resolves.toBeInstanceOf(Array);
      await expect(store.read.customerMatches(text, 5)).resolves.toBeInstanceOf(Array);
    });

    it('cuts a pasted page to a search', async () => {
      await expect(mine(`hansen ${'word '.repeat(500)}`)).resolves.toEqual([]);
      await expect(mine('9'.repeat(5000))).resolves.toEqual([]);
    });

    it('follows a change of the customer in everything that names it', async () => {
      await commit(store, [change('customer', customer(50), { name: 'Lindberg' })]);
      expect(await mine('hansen', ['unit', 'workOrder', 'appointment'])).toEqual([]);
      expect(ids(await mine('lindberg'))).toEqual([id(50), id(51), id(4821), id(101)]);
    });

    it('forgets what was deleted and keeps what only moved', async () => {
      const row = appointment(101, 9, { customerId: id(50), unitId: id(51), workOrderId: id(4821) });
      await commit(store, [change('appointment', row, { start: at(12), end: at(13) })]);
      expect(ids(await mine('oil'))).toEqual([id(101)]);
      await commit(store, [remove('appointment', { ...row, start: at(12), end: at(13) })]);
      expect(await mine('oil')).toEqual([]);
    });

    it('matches customers by name, phone and plate with their units', async () => {
      const expected = {
        id: id(50),
        name: 'Hansen Transport',
        tier: 'premium',
        phone: '+47 900 12 345',
        address: 'Mill Road 4',
        units: [{ id: id(51), name: 'Delivery van', plate: '84-KLM-2' }],
      };
      for (const text of ['hans', '900 12', '84 klm', 'hansen 84klm2']) {
        expect(await store.read.customerMatches(text, 5)).toEqual([expected]);
      }
      expect(await store.read.customerMatches('nobody', 5)).toEqual([]);
    });
  });
}
