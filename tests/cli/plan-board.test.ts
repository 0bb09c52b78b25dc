import { describe, expect, it } from 'vitest';
import { PLANNING_HERE } from '../../core/application/planning/plan-here.ts';
import { readTask } from '../../core/cli/task.ts';
import type { PlanView } from '../../core/contract/views/plan-view.ts';
import { openPlanningRoom } from '../../core/workers/planners.ts';
import { openStage } from '../builders/use-world.ts';
import { cliOn } from './on-stage.ts';

const FILES = new Map<string, string>();
const DAY = ['plan', '--location', 'harbour', '--date', '2026-11-23', '--iterations', '200'];

describe('laneway plan on the database', () => {
  it('shows a plan of the tray and changes nothing', async () => {
    const stage = await openStage();
    await stage.order();
    const before = await stage.store.read.sequence();
    const { code, out } = await cliOn(stage, DAY, FILES);
    expect(code).toBe(0);
    expect(out).toMatch(/^Score [\d.]+ before, [\d.]+ after; 1 placed, 0 left out/);
    expect(out).toContain('Replace thermostat');
    expect(out).toContain('Anna');
    expect(await stage.store.read.sequence()).toBe(before);
  });

  it('applies it as one step where that is asked for', async () => {
    const stage = await openStage();
    await stage.order();
    await stage.order();
    const before = await stage.store.read.sequence();
    const { code, out } = await cliOn(stage, [...DAY, '--apply'], FILES);
    expect(code).toBe(0);
    expect(out).toContain('Applied: 2 lines.');
    expect(await stage.store.read.sequence()).toBe(before + 1);
    expect(await stage.store.read.unassigned(stage.world.locationId)).toEqual([]);
  });

  it('says how good the plan is at most, and why that cannot be said', async () => {
    const stage = await openStage();
    for (let one = 0; one < 13; one += 1) await stage.order({ parts: [], skills: [] });
    const room = openPlanningRoom({ instead: PLANNING_HERE, noWorker: () => expect.fail('no thread'), cores: 2 });
    const threads = stage.as(stage.surroundings, room);
    const { out, said } = await cliOn(threads, [...DAY, '--prove', '20'], FILES);
    expect(out).toMatch(/\nProved: no plan costs less \([\d.]+ s\)\.\n/);
    expect(said).toMatch(/Proving a plan of \d+/);
    const json = await cliOn(threads, [...DAY, '--prove', '--json'], FILES);
    const { value } = JSON.parse(json.out) as { readonly value: PlanView };
    expect(value.proof).toMatchObject({ status: 'optimal', bound: value.score.after, best: value.score.after, gap: 0 });
    await stage.order({ capabilities: null, parts: [] });
    const none = await cliOn(threads, [...DAY, '--prove=20'], FILES);
    expect(none).toMatchObject({ code: 0 });
    expect(none.out).toContain('\nNo proof: some of the work needs no bay.\n');
    await room.close();
  });

  it('says why work is left out', async () => {
    const stage = await openStage();
    await stage.order({ skills: [{ skill: 'Brakes', level: 3 }], parts: [] });
    const { out } = await cliOn(stage, DAY, FILES);
    expect(out).toContain('0 placed, 1 left out');
    expect(out).toMatch(/left out +number +because/);
  });

  it('is one JSON document for programs', async () => {
    const stage = await openStage();
    await stage.order();
    const { out } = await cliOn(stage, [...DAY, '--json'], FILES);
    const reply = JSON.parse(out) as { readonly ok: boolean; readonly value: PlanView };
    expect(reply.ok).toBe(true);
    expect(reply.value.placements[0]?.line).toMatchObject({ does: 'book' });
  });

  it('takes the only location when none is named, and knows no other', async () => {
    const stage = await openStage();
    const only = await cliOn(stage, ['plan', '--date', '2026-11-23', '--seconds', '0.1'], FILES);
    expect(only.code).toBe(0);
    const other = await cliOn(stage, ['plan', '--location', 'Hill', '--date', '2026-11-23'], FILES);
    expect(other).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no location called Hill.') as string,
    });
  });

  it('reads its words', () => {
    const read = (...words: readonly string[]) => readTask(['plan', ...words]);
    expect(
      read('--date', '2026-11-23', '--days', '3', '--seed', '4', '--seconds', '2', '--move', '--overtime', '--apply'),
    ).toMatchObject({
      ok: true,
      value: {
        task: {
          task: 'plan-board',
          location: '',
          days: 3,
          seed: 4,
          seconds: 2,
          mayMove: true,
          overtime: true,
          apply: true,
        },
      },
    });
  });

  it('takes the seconds of the proof, or half a minute', () => {
    const prove = (...words: readonly string[]) => readTask(['plan', '--date', '2026-11-23', ...words]);
    const asked = (seconds: number | null) => ({ ok: true, value: { task: { prove: seconds } } });
    expect(prove()).toMatchObject(asked(null));
    expect(prove('--prove')).toMatchObject(asked(30));
    expect(prove('--prove', '--move')).toMatchObject(asked(30));
    expect(prove('--prove', '12.5', '--move')).toMatchObject(asked(12.5));
    expect(prove('--prove=7')).toMatchObject(asked(7));
  });

  it.each([
    [[], 'It goes: laneway plan --location'],
    [['--date', 'tomorrow'], '--date needs a date like 2026-11-23'],
    [['--date', '2026-11-23', '--days', '8'], '--days needs a whole number from 1 to 7'],
    [['--date', '2026-11-23', '--seconds', '61'], '--seconds needs a number from 0.1 to 60'],
    [['--date', '2026-11-23', '--seed', '1.5'], '--seed needs a whole number'],
    [['--date', '2026-11-23', '--prove', '121'], '--prove needs a number from 0.1 to 120, not "121".'],
    [['--date', '2026-11-23', '--prove=long'], '--prove needs a number from 0.1 to 120, not "long".'],
    [['--date', '2026-11-23', '--out', 'x'], '--out goes with --instance only.'],
  ])('does not understand %j', (words, sentence) => {
    const task = readTask(['plan', ...words]);
    expect(task).toMatchObject({ ok: false, refusal: expect.stringContaining(sentence) as string });
  });
});

describe('laneway suggest on the database', () => {
  it('finds a work order by its number and says why the others are not offered', async () => {
    const stage = await openStage();
    const id = await stage.order();
    const { number } = await stage.workOrder(id);
    const { code, out } = await cliOn(stage, ['suggest', String(number), '--top', '2'], FILES);
    expect(code).toBe(0);
    expect(out).toMatch(/start +end +technician +bay +score +confidence +parts +because/);
    expect(out.match(/Anna/g)).toHaveLength(2);
    expect(out).toMatch(/Bo +technician +.*Engine/);
  });

  it('takes an id as well', async () => {
    const stage = await openStage();
    const { code, out } = await cliOn(stage, ['suggest', await stage.order(), '--json'], FILES);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      value: { suggestions: [{ technician: { name: 'Anna' } }, {}, {}] },
    });
  });

  it('refuses a number nobody has', async () => {
    const stage = await openStage();
    const { code, said } = await cliOn(stage, ['suggest', '99999'], FILES);
    expect(code).toBe(1);
    expect(said).toContain('There is no work order 99999.');
  });

  it.each([
    [['1', '--top', '0'], '--top needs a whole number from 1 to 20'],
    [['1', '--job', '2'], '--job goes with --instance only.'],
    [['1', '2'], 'It goes: laneway suggest WORK_ORDER'],
  ])('does not understand %j', (words, sentence) => {
    const task = readTask(['suggest', ...words]);
    expect(task).toMatchObject({ ok: false, refusal: expect.stringContaining(sentence) as string });
  });
});
