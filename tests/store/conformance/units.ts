import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert } from '../../../core/domain/ops/op.ts';
import { appointment, customer, ground, id, unit } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

/** How every store finds a unit and its visits. */
export function conformanceUnits(name: string, open: () => Promise<Store>): void {
  describe(`${name}: units`, () => {
    let store: Store;
    const owner = customer(50);
    const fleet = (number: string) => ({ source: 'fleet', id: number });
    beforeEach(async () => {
      store = await open();
      await commit(store, [
        ...ground,
        insert('customer', owner),
        insert('unit', unit(51, owner.id, { plate: 'AB 12-345', externalIds: [fleet('V001'), fleet('x_y')] })),
        insert('unit', unit(52, owner.id, { plate: 'CD 1', externalIds: [fleet('V0012')] })),
        insert('unit', unit(53, owner.id, { plate: '', externalIds: [] })),
      ]);
    });
    const named = async (text: string) => (await store.read.unitsNamed(text)).map((one) => one.id);

    it('are found by plate, however it is written, and by ids of other systems, letter by letter', async () => {
      for (const plate of ['AB 12-345', 'ab12345', 'AB-12345']) expect(await named(plate)).toEqual([id(51)]);
      expect(await named('V001')).toEqual([id(51)]);
      expect(await named('v001')).toEqual([]);
      expect(await named('V00')).toEqual([]);
      expect(await named('xAy')).toEqual([]);
      expect(await named('x_y')).toEqual([id(51)]);
    });

    it('without a plate are not found by none', async () => {
      expect(await named('')).toEqual([]);
      expect(await named(' - ')).toEqual([]);
    });

    it('are not found in another organization', async () => {
      expect(await store.read.within(id(999)).unitsNamed('V001')).toEqual([]);
    });

    it('tell their visits, newest first, not more than asked for', async () => {
      const visit = (number: number, hour: number) =>
        insert('appointment', appointment(number, hour, { unitId: id(51), customerId: owner.id }));
      await commit(store, [visit(101, 9), visit(102, 13), visit(103, 11)]);
      const visits = async (number: number, limit: number) =>
        (await store.read.appointmentsOfUnit(id(number), limit)).map((one) => one.id);
      expect(await visits(51, 10)).toEqual([id(102), id(103), id(101)]);
      expect(await visits(51, 1)).toEqual([id(102)]);
      expect(await visits(52, 10)).toEqual([]);
    });
  });
}
