import { describe, expect, it } from 'vitest';
import { openStage } from '../../builders/use-world.ts';
import { bookingArgs, organizationArgs } from '../../builders/world.ts';
import { cliOn } from '../on-stage.ts';
import { filled, summaryOf } from './transfer-stage.ts';

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
