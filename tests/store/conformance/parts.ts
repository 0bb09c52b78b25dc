import { describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { appointment, ground, id, location, organization } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

export function conformanceParts(name: string, open: () => Promise<Store>): void {
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
          externalIds: [],
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
      expect(await store.read.setAside([id(62)])).toEqual(new Map([[id(62), 1]]));
      expect(await store.read.takings([id(62)])).toMatchObject([
        { stockId: id(62), appointmentId: id(101), quantity: 1 },
      ]);
      expect(ids(await store.read.reservationsOf(id(101))).toSorted()).toEqual([id(63), id(64)]);
    });
  });
}
