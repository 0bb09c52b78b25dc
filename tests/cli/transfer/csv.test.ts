import { describe, expect, it } from 'vitest';
import { at } from '../../builders/surroundings.ts';
import { openStage } from '../../builders/use-world.ts';
import { bookingArgs, customerArgs } from '../../builders/world.ts';
import { cliOn } from '../on-stage.ts';
import { filled, summaryOf } from './transfer-stage.ts';

describe('export and import of CSV', () => {
  it.each(['customers', 'units', 'technicians', 'parts', 'work-orders', 'appointments'] as const)(
    '%s come back the same',
    async (kind) => {
      const stage = await filled();
      const files = new Map<string, string>();
      await cliOn(stage, ['export', 'one.csv', '--of', kind], files);
      const again = await cliOn(stage, ['import', 'one.csv', '--of', kind, '--json'], files);
      // Every line was understood, and every thing is there already.
      expect(summaryOf(again.out)).toMatchObject({ accepted: 0, refused: [] });
      expect((files.get('one.csv') ?? '').split('\r\n').length).toBeGreaterThan(2);
    },
  );

  it('a hold comes as a request, because a table does not say until when', async () => {
    const stage = await openStage();
    const files = new Map([
      [
        'a.csv',
        'location,title,start,end,status,technician\nHarbour,Held,2026-11-23T09:00Z,2026-11-23T10:00Z,held,Anna\n',
      ],
    ]);
    const said = await cliOn(stage, ['import', 'a.csv', '--of', 'appointments'], files);
    expect(said.out).toMatch(/^1 accepted/);
    const [row] = await stage.store.read.page('appointment', null, 10);
    expect(row?.state).toEqual({ status: 'requested', approval: 'none' });
  });

  it('customers and their units from a spreadsheet of somebody else', async () => {
    const stage = await openStage();
    const files = new Map([
      ['c.csv', '\uFEFFname;tier;phone\r\n"Berg; Sons";fleet;+47 555 1\r\n;standard;\r\n"Åse ""Lille""";;\r\n'],
      ['u.csv', 'customer,name,plate\nberg; sons,Lorry,AB 1\nNobody,Van,AB 2\n'],
    ]);
    const customers = await cliOn(stage, ['import', 'c.csv', '--of', 'customers'], files);
    expect([customers.code, customers.out]).toEqual([
      1,
      expect.stringMatching(/^Row 3: .*must not be empty.*\n2 accepted, 0 there already, 1 refused\.\n$/),
    ]);
    const units = await cliOn(stage, ['import', 'u.csv', '--of', 'units'], files);
    expect(units.out).toMatch(/^Row 3: customer must be the name of something there is, not "Nobody"\.\n1 accepted/);
    const rows = await stage.store.read.page('customer', null, 10);
    expect(rows.map((one) => [one.name, one.tier, one.phone])).toContainEqual(['Berg; Sons', 'fleet', '+47 555 1']);
  });

  it('appointments, judged by the rules like any booking', async () => {
    const stage = await openStage();
    const head = 'title,start,end,technician';
    const files = new Map([
      [
        'a.csv',
        [
          head,
          'Meeting,2026-11-23T09:00+01:00,2026-11-23T10:00+01:00,Anna',
          'Clash,2026-11-23T09:30+01:00,2026-11-23T10:30+01:00,Anna',
          'Vague,2026-11-23 09:30,2026-11-23T10:30Z,Bo',
        ].join('\n'),
      ],
    ]);
    const said = await cliOn(stage, ['import', 'a.csv', '--of', 'appointments'], files);
    const lines = said.out.split('\n');
    expect(lines[0]).toMatch(/^Row 3: Anna is taken|^Row 3: /);
    expect(lines[1]).toBe('Row 4: start must be a time with its offset, like 2026-11-23T09:00+01:00.');
    expect(lines[2]).toBe('1 accepted, 0 there already, 2 refused.');
  });

  it('tell customers of one name and units of one plate apart, and leave out what is over', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const twin = ids.next<'customer'>();
    const unit = ids.next<'unit'>();
    await stage.done('addCustomer', customerArgs(twin, 'Ola'));
    await stage.done('addUnit', { id: unit, customerId: twin, name: 'Bus', plate: 'AB 12345', details: '' });
    const whose = { customerId: twin, unitId: unit };
    await stage.done('bookAppointment', bookingArgs(world, ids.next(), { ...whose, start: at(9), end: at(10) }));
    const gone = await stage.book({ start: at(13), end: at(14) });
    await stage.done('cancelAppointment', { id: gone, reason: 'ill' });
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 'a.csv', '--of', 'appointments'], files);
    const again = await cliOn(stage, ['import', 'a.csv', '--of', 'appointments', '--json'], files);
    expect(summaryOf(again.out)).toMatchObject({ already: 1, refused: [], leftOut: { 'appointment.past': 1 } });
  });

  it('never hand a spreadsheet a formula', async () => {
    const stage = await filled();
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 'c.csv', '--of', 'customers'], files);
    expect(files.get('c.csv')).toContain(`'=2+3 Ltd`);
  });

  it('refuse a file whose columns are other ones, with those there are', async () => {
    const stage = await openStage();
    const files = new Map([
      ['a.csv', 'name,colour\nx,red\n'],
      ['b.csv', 'phone\n1\n'],
    ]);
    const strange = await cliOn(stage, ['import', 'a.csv', '--of', 'customers'], files);
    expect([strange.code, strange.said]).toEqual([
      1,
      expect.stringContaining('No column of customers is called "colour"'),
    ]);
    const missing = await cliOn(stage, ['import', 'b.csv', '--of', 'customers'], files);
    expect(missing.said).toContain('The column "name" is missing.');
  });
});
