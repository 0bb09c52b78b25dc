import type { CommandArgs } from '../../core/contract/client.ts';
import type { SeriesId } from '../../core/domain/work/appointment.ts';
import { lead, type World } from './world.ts';

/** A meeting of Anna's on Mondays at nine for an hour, from 2026-11-23 on, without end; `more` says what is different. */
export function seriesArgs(
  world: World,
  id: SeriesId,
  more: Partial<CommandArgs<'createSeries'>> = {},
): CommandArgs<'createSeries'> {
  return {
    id,
    locationId: world.locationId,
    name: 'Team meeting',
    claims: [lead(world.anna)],
    start: '2026-11-23T09:00',
    duration: 60,
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    ...more,
  };
}
