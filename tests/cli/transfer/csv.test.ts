import { describe, expect, it } from 'vitest';
import { openLanewayIn } from '../../builders/laneway.ts';
import { at } from '../../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { bookingArgs, customerArgs, technicianArgs } from '../../builders/world.ts';
import { cliOn } from '../on-stage.ts';
import { empty, filled, summaryOf } from './transfer-stage.ts';

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

  it('technicians come to another folder with their hours, breaks, dates, limits and home', async () => {
    const stage = await openStage();
    const skills = [{ skill: 'Engine', level: 2 as const, expiresOn: '2027-01-31' }];
    const night = [{ weekday: 1 as const, from: 22 * 60, to: 30 * 60 }];
    const days = { hours: night, breaks: [{ weekday: 2 as const, from: 60, to: 90 }], dailyMaximum: 4 };
    const more = { skills, ...days, targetMinutes: 300, homeBase: { latitude: 59.5, longitude: 10.25 }, field: true };
    await stage.done('updateTechnician', technicianArgs(stage.world, stage.world.bo, { name: 'Bo', ...more }));
    await stage.done('updateTechnician', technicianArgs(stage.world, stage.world.cleo, { name: 'Cleo', hours: [] }));
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 't.csv', '--of', 'technicians'], files);
    const other = await withLocations(stage);
    const said = await cliOn(other, ['import', 't.csv', '--of', 'technicians', '--json'], files);
    expect(summaryOf(said.out)).toMatchObject({ accepted: 3, refused: [] });
    const people = async ({ store }: Pick<Stage, 'store'>) =>
      (await store.read.all('resource'))
        .filter((one) => one.kind === 'technician')
        .map((one) => ({ ...one, organizationId: '', position: 0 }));
    const [there, here] = [await people(other), await people(stage)];
    expect(there).toEqual(expect.arrayContaining(here));
    expect(there).toHaveLength(3);
  });

  it('parts say what of them lies where, and bring it along', async () => {
    const stage = await openStage();
    const quay = await secondLocation(stage);
    const { thermostat: partId } = stage.world;
    await stage.done('stockPart', { id: stage.ids.next(), partId, locationId: quay, onHand: 9 });
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 'p.csv', '--of', 'parts'], files);
    expect(
      files
        .get('p.csv')
        ?.split('\r\n')
        .map((line) => line.split(',').slice(5).join()),
    ).toEqual(['location,onHand', 'Harbour,4', 'Quay,9', '']);
    const other = await withLocations(stage);
    const said = await cliOn(other, ['import', 'p.csv', '--of', 'parts', '--json'], files);
    expect(summaryOf(said.out)).toMatchObject({ accepted: 2, refused: [] });
    const rows = await other.store.read.page('stock', null, 10);
    expect(rows.map((one) => [one.partId, one.locationId, one.onHand])).toEqual(
      expect.arrayContaining([
        [partId, stage.world.locationId, 4],
        [partId, quay, 9],
      ]),
    );
    expect(await other.store.read.all('part')).toHaveLength(1);
  });

  it('a table brought into a folder without an organization is refused with what to do', async () => {
    const stage = await openStage();
    const files = new Map([['c.csv', 'name\nBerg\n']]);
    const bare = await openLanewayIn(temporaryFolder(), stage.surroundings, stage.ids);
    const said = await cliOn(bare, ['import', 'c.csv', '--of', 'customers'], files);
    expect([said.code, said.said]).toEqual([1, expect.stringContaining('There is no organization yet')]);
  });

  it('hours that nobody can read are named with their column', async () => {
    const stage = await openStage();
    const files = new Map([['t.csv', 'name,hours,field\nKim,Monday all day,maybe\n']]);
    const said = await cliOn(stage, ['import', 't.csv', '--of', 'technicians'], files);
    expect(said.out).toMatch(/^Row 2: hours must be like .* field must be yes or no\./);
  });

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

/** A second place beside the harbour. */
async function secondLocation(stage: Stage) {
  const [harbour] = await stage.store.read.all('location');
  if (harbour === undefined) throw new Error('There is no location');
  const id = stage.ids.next<'location'>();
  const { name: _name, zone, address, phone, coordinates, hours, travel } = harbour;
  await stage.done('addLocation', { id, name: 'Quay', zone, address, phone, coordinates, hours: [...hours], travel });
  return id;
}

/** Another organization with the same locations and nothing else. */
async function withLocations(stage: Stage) {
  const other = await empty(stage);
  for (const { id, name, zone, address, phone, coordinates, hours, travel } of await stage.store.read.all('location'))
    await other.done('addLocation', { id, name, zone, address, phone, coordinates, hours: [...hours], travel });
  return other;
}
