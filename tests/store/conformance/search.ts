import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert, remove } from '../../../core/domain/ops/op.ts';
import { appointment, at, change, customer, ground, id, location, unit, workOrder } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

export function conformanceSearch(name: string, open: () => Promise<Store>): void {
  describe(`${name}: search`, () => {
    const mine = (text: string, kinds: Parameters<Store['read']['search']>[1] = []) =>
      store.read.search(text, kinds, 20);
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await commit(store, [
        ...ground,
        insert('customer', customer(50, { coordinates: { latitude: 59.92, longitude: 10.76 } })),
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
        coordinates: { latitude: 59.92, longitude: 10.76 },
        units: [{ id: id(51), name: 'Delivery van', plate: '84-KLM-2' }],
      };
      for (const text of ['hans', '900 12', '84 klm', 'hansen 84klm2']) {
        expect(await store.read.customerMatches(text, 5)).toEqual([expected]);
      }
      expect(await store.read.customerMatches('nobody', 5)).toEqual([]);
    });
  });
}
