import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert, remove } from '../../../core/domain/ops/op.ts';
import { range } from '../../../core/domain/time/instant.ts';
import type { Appointment } from '../../../core/domain/work/appointment.ts';
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
} from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const day = range(at(0), at(24));
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

export function conformanceRows(name: string, open: () => Promise<Store>): void {
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
          externalIds: [{ source: 'erp', id: 'T 1' }],
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
          price: { minor: 12_900, currency: 'EUR' },
          dataSchema: { type: 'object', required: ['mileage'] },
          externalIds: [],
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
}
