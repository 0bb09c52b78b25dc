import { describe, expect, it } from 'vitest';
import { openLanewayIn } from '../../builders/laneway.ts';
import { at, idsFrom } from '../../builders/surroundings.ts';
import { openStage, temporaryFolder, type Stage } from '../../builders/use-world.ts';
import { customerArgs, longWorkArgs } from '../../builders/world.ts';
import { hold } from '../../application/waiting/stage.ts';
import { cliOn } from '../on-stage.ts';
import { broughtInto, empty, filled, summaryOf } from './transfer-stage.ts';

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
