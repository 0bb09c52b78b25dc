import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../core/application/ports/store.ts';
import { insert, remove } from '../../../core/domain/ops/op.ts';
import { range } from '../../../core/domain/time/instant.ts';
import { appointment, at, change, ground, id, location, organization, workOrder } from '../sample-rows.ts';
import { commit } from '../temporary-store.ts';

const day = range(at(0), at(24));
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

export function conformanceRanges(name: string, open: () => Promise<Store>): void {
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

    it('answers the appointments of several work orders, and the work orders opened in a range', async () => {
      expect(ids(await store.read.appointmentsOfAll([id(301), id(302)]))).toEqual([id(101)]);
      expect(await store.read.appointmentsOfAll([])).toEqual([]);
      await commit(store, [
        insert('workOrder', workOrder(305, { openedAt: at(9) })),
        insert('workOrder', workOrder(306, { openedAt: at(30) })),
        insert('workOrder', workOrder(307, { openedAt: at(26) })),
      ]);
      const next = range(at(24), at(30));
      expect(ids(await store.read.workOrdersOpened(location.id, next))).toEqual([id(307)]);
      expect(ids(await store.read.workOrdersOpened(location.id, range(at(26), at(31))))).toEqual([id(307), id(306)]);
      expect(await store.read.workOrdersOpened(id(3), next)).toEqual([]);
    });

    it('answers the parts of one chain, whatever their status', async () => {
      const part = (ordinal: number) => ({ segment: { chainId: id<'chain'>(900), ordinal, count: 2 } });
      const cancelled = { status: 'cancelled', at: at(1), by: 'Kari', reason: '' } as const;
      await commit(store, [
        insert('appointment', appointment(108, 40, part(2))),
        insert('appointment', appointment(107, 33, { ...part(1), state: cancelled })),
      ]);
      expect(ids(await store.read.segmentsOf(id(900)))).toEqual([id(107), id(108)]);
      expect(await store.read.segmentsOf(id(901))).toEqual([]);
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
      expect(await store.read.nextWorkOrderNumber()).toBe(1001);
      await commit(store, [insert('workOrder', workOrder(1007))]);
      expect(await store.read.nextWorkOrderNumber()).toBe(1008);
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
}
