import { describe, expect, it } from 'vitest';
import { openLanewayIn } from '../../builders/laneway.ts';
import { at, idsFrom } from '../../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { bay, bookingArgs, customerArgs, lead, longWorkArgs, organizationArgs } from '../../builders/world.ts';
import { hold } from '../../application/waiting/stage.ts';
import { cliOn } from '../on-stage.ts';

async function filled(): Promise<Stage> {
  const stage = await openStage();
  const { world, ids } = stage;
  const both = [lead(world.anna), bay(world.bay1)];
  await stage.bookWork({ claims: both });
  await stage.order({ title: 'Waiting, "quoted"' });
  await stage.done('addCustomer', customerArgs(ids.next(), '=2+3 Ltd'));
  await stage.done('addUser', {
    id: ids.next(),
    name: 'Una',
    role: 'technician',
    email: '',
    resourceId: world.bo,
    active: true,
  });
  const team = { id: ids.next<'resource'>(), kind: 'team' as const, locationId: world.locationId, name: 'Blue' };
  await stage.done('addResource', { ...team, position: 0, active: true, members: [world.bo, world.cleo] });
  await stage.done('addClosure', {
    locationId: world.locationId,
    from: '2026-12-24',
    to: '2026-12-26',
    name: 'Christmas',
  });
  return stage;
}

/** An organization with nothing in it, in a database of its own. */
async function empty(stage: Stage) {
  const laneway = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(50_000));
  await laneway.done('createOrganization', organizationArgs(laneway.ids.next()));
  return laneway;
}

/** All of it in an empty folder, with nothing refused. */
async function broughtInto(stage: Stage) {
  const files = new Map<string, string>();
  await cliOn(stage, ['export', 'all.jsonl'], files);
  const bare = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(70_000));
  const brought = await cliOn(bare, ['import', 'all.jsonl', '--json'], files);
  expect(summaryOf(brought.out)).toMatchObject({ refused: [] });
  return bare;
}

const summaryOf = (out: string): unknown => (JSON.parse(out) as { readonly value: unknown }).value;

describe('export and import of JSON Lines', () => {
  it('bring the organization itself into an empty database', async () => {
    const stage = await filled();
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 'all.jsonl'], files);
    const bare = await openLanewayIn(temporaryFolder(), stage.surroundings, idsFrom(60_000));
    const brought = await cliOn(bare, ['import', 'all.jsonl', '--json'], files);
    expect(summaryOf(brought.out)).toMatchObject({ refused: [], already: 0 });
    expect(await bare.store.read.all('organization')).toEqual(await stage.store.read.all('organization'));
  });

  it('bring everything that is planned into another database, and nothing the second time', async () => {
    const stage = await filled();
    const files = new Map<string, string>();
    expect(await cliOn(stage, ['export', 'all.jsonl'], files)).toMatchObject({ code: 0, said: '' });
    const other = await empty(stage);
    const first = await cliOn(other, ['import', 'all.jsonl', '--json'], files);
    expect(summaryOf(first.out)).toMatchObject({
      refused: [],
      already: 1,
      leftOut: { reservation: 1 },
    });
    expect(first.code).toBe(0);
    for (const entity of [
      'location',
      'resource',
      'customer',
      'unit',
      'serviceType',
      'part',
      'stock',
      'user',
    ] as const) {
      const rows = async ({ store }: Pick<Stage, 'store'>) =>
        (await store.read.page(entity, null, 500)).map((row) => ({ ...row, organizationId: '' }));
      expect(await rows(other)).toEqual(await rows(stage));
    }
    const [appointment] = await other.store.read.page('appointment', null, 10);
    const [original] = await stage.store.read.page('appointment', null, 10);
    expect([appointment?.start, appointment?.claims]).toEqual([original?.start, original?.claims]);
    expect(await other.store.read.page('reservation', null, 10)).toHaveLength(1);
    const sequence = await other.store.read.sequence();
    const second = await cliOn(other, ['import', 'all.jsonl', '--json'], files);
    expect(summaryOf(second.out)).toMatchObject({ accepted: 0, refused: [] });
    expect(await other.store.read.sequence()).toBe(sequence);
    await other.close();
  });

  it('bring long work as the same chain, its parts reserved once', async () => {
    const stage = await openStage();
    const { world, ids } = stage;
    const parts = Array.from({ length: 6 }, () => ids.next<'appointment'>());
    const workOrderId = await stage.order({ duration: 20 * 60 });
    const reservationIds = [ids.next<'reservation'>()];
    const work = longWorkArgs(world, parts, { workOrderId, title: '', reservationIds });
    await stage.done('bookLongWork', work, { acceptCautions: true });
    const other = await broughtInto(stage);
    const rows = async ({ store }: Pick<Stage, 'store'>) =>
      (await store.read.page('appointment', null, 10)).map((row) => ({ ...row, organizationId: '' }));
    expect(await rows(other)).toEqual(await rows(stage));
    expect((await rows(other)).map((row) => row.segment?.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await other.store.read.page('reservation', null, 10)).toMatchObject([{ appointmentId: parts[0] }]);
    await other.close();
  });

  it('bring a hold with its own end, and only a request once that is over', async () => {
    const stage = await openStage();
    const id = await hold(stage, { serviceTypeId: stage.world.engine });
    stage.clock.set(at(7.1));
    const other = await broughtInto(stage);
    expect((await other.store.read.get('appointment', id))?.state).toEqual({ status: 'held', until: at(7.25) });
    await other.close();
    stage.clock.set(at(7.25));
    const late = await broughtInto(stage);
    expect((await late.store.read.get('appointment', id))?.state).toEqual({ status: 'requested', approval: 'none' });
    expect(await late.store.read.page('reservation', null, 10)).toEqual([]);
    await late.close();
  });

  it('a dry run says what would happen and writes nothing', async () => {
    const stage = await filled();
    const files = new Map<string, string>();
    await cliOn(stage, ['export', 'all.jsonl'], files);
    const other = await empty(stage);
    const before = await other.store.read.sequence();
    const dry = summaryOf((await cliOn(other, ['import', 'all.jsonl', '--dry-run', '--json'], files)).out);
    expect([await other.store.read.sequence(), other.events.filter((one) => one.event === 'changed').length]).toEqual([
      before,
      1,
    ]);
    const real = summaryOf((await cliOn(other, ['import', 'all.jsonl', '--json'], files)).out);
    expect(dry).toEqual({ ...(real as object), dryRun: true });
    await other.close();
  });

  it('name the line and the field of what is wrong, and go on', async () => {
    const stage = await openStage();
    const fine = { entity: 'customer', row: { ...customerArgs(stage.ids.next()), organizationId: 'x' } };
    const bad = { entity: 'customer', row: { ...customerArgs(stage.ids.next()), tier: 'gold' } };
    const lines = [
      'not json',
      '',
      JSON.stringify({ entity: 'ghost', row: {} }),
      JSON.stringify(bad),
      JSON.stringify(fine),
    ];
    const files = new Map([['in.jsonl', lines.join('\n')]]);
    const said = await cliOn(stage, ['import', 'in.jsonl'], files);
    expect(said.code).toBe(1);
    expect(said.out.split('\n').map((line) => line.slice(0, 30))).toMatchObject([
      expect.stringMatching(/^Row 1: /),
      expect.stringMatching(/^Row 3: entity must be a kind/),
      expect.stringMatching(/^Row 4: /),
      expect.stringMatching(/^1 accepted, 0 there already, 3/),
      '',
    ]);
  });

  it('leave nothing of a row of which one command is refused', async () => {
    const stage = await openStage();
    const [harbour] = await stage.store.read.all('location');
    const closures = [{ from: '2026-12-26', to: '2026-12-24', name: 'Backwards' }];
    const row = { ...harbour, id: stage.ids.next(), name: 'Quay', closures };
    const files = new Map([['in.jsonl', JSON.stringify({ entity: 'location', row })]]);
    const sequence = await stage.store.read.sequence();
    const said = await cliOn(stage, ['import', 'in.jsonl', '--json'], files);
    expect(summaryOf(said.out)).toMatchObject({ accepted: 0, refused: [{ row: 1 }] });
    expect(await stage.store.read.page('location', null, 10)).toEqual([harbour]);
    expect(await stage.store.read.sequence()).toBe(sequence);
  });

  it('never write over a file', async () => {
    const stage = await openStage();
    const files = new Map([['all.jsonl', 'precious']]);
    expect(await cliOn(stage, ['export', 'all.jsonl'], files)).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    });
    expect(files.get('all.jsonl')).toBe('precious');
  });
});

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

describe('the acting user of the CLI', () => {
  it('does only what its role may', async () => {
    const stage = await filled();
    const [user] = await stage.store.read.all('user');
    const files = new Map<string, string>();
    const said = await cliOn(stage, ['export', 'all.jsonl', '--as', user?.id ?? ''], files);
    expect([said.code, said.said]).toEqual([1, expect.stringContaining('not-permitted')]);
    const args = JSON.stringify(bookingArgs(stage.world, stage.ids.next()));
    expect((await cliOn(stage, ['command', 'bookAppointment', args, '--as', user?.id ?? ''], files)).code).toBe(1);
  });

  it('sets up another organization and works in it', async () => {
    const stage = await openStage();
    const id = stage.ids.next<'organization'>();
    const files = new Map<string, string>();
    const make = JSON.stringify({ ...organizationArgs(id), name: 'Second' });
    expect((await cliOn(stage, ['command', 'createOrganization', make], files)).code).toBe(1);
    expect((await cliOn(stage, ['command', 'createOrganization', make, '--org-id', 'new'], files)).code).toBe(0);
    const setup = await cliOn(stage, ['query', 'setup', '--org-id', id, '--json'], files);
    expect(summaryOf(setup.out)).toMatchObject({ organization: { name: 'Second' }, locations: [] });
  });
});
