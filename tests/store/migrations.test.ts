import { describe, expect, it } from 'vitest';
import BetterSqlite3 from 'better-sqlite3';
import { migrations } from '../../core/store/migrations/index.ts';
import { organizationFace } from '../../core/store/rows/organization-row.ts';
import { insert } from '../../core/domain/ops/op.ts';
import { customer, location, organization, workOrder } from './sample-rows.ts';
import { commit, opens, optionsIn, temporaryFolder } from './temporary-store.ts';

describe('a file of the version before external ids', () => {
  it('opens with all its rows, none of them named by another system, and takes such names', async () => {
    const options = optionsIn(temporaryFolder());
    const before = migrations.filter((one) => one.number < 6);
    const made = await opens({ ...options, migrations: before });
    await made.store.close();
    const old = new BetterSqlite3(options.file);
    const put = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
      const names = Object.keys(row);
      const marks = names.map(() => '?').join(', ');
      old.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`).run(...Object.values(row));
    };
    expect(old.prepare('select max(number) as number from schema_migrations').get()).toEqual({ number: 5 });
    const { id } = organization;
    put('organizations', { ...organizationFace.toRow(organization), revision: 1 });
    const texts = { name: 'Old', tier: 'standard', phone: '', email: '', address: '', contacts: '[]', notes: '' };
    put('customers', { id: customer(50).id, organization_id: id, ...texts, revision: 1 });
    old.close();

    const { store } = await opens(options);
    const read = store.read.within(id);
    expect(await read.get('customer', customer(50).id)).toMatchObject({ name: 'Old', externalIds: [] });
    const order = workOrder(70, { externalIds: [{ source: 'erp', id: '7' }] });
    await commit(store, [insert('location', location), insert('workOrder', order)]);
    expect(await read.rowsByExternalId('workOrder', { source: 'erp', id: '7' })).toEqual([order]);
  });
});
