import { describe, expect, it } from 'vitest';
import { instant, minutes, type Instant } from '../../../../core/domain/time/instant.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import { localDateOf } from '../../../../core/domain/time/local-time.ts';
import { groupItems } from '../../../../renderer/panels/tray/groups.ts';
import type { TrayTab } from '../../../../renderer/state/surfaces.ts';
import { OSLO, zones } from '../zones.ts';
import { item } from './items.ts';

const TODAY = localDate('2026-11-25'); // a Wednesday
const at = (day: number, hour = 12): Instant => instant(Date.UTC(2026, 10, day, hour));
const group = (items: Parameters<typeof groupItems>[0], tab: TrayTab = 'unassigned') =>
  groupItems(items, tab, TODAY, (one) => localDateOf(zones, OSLO, one));
const titles = (items: Parameters<typeof groupItems>[0], tab?: TrayTab) =>
  group(items, tab).map((one) => [one.name, one.items.map((card) => card.title)]);

describe('groups of the tray', () => {
  it('put overdue work with today’s, up to Sunday into this week, the rest and the undated later', () => {
    const cards = [
      item({ title: 'undated' }),
      item({ title: 'next Monday', due: at(30) }),
      item({ title: 'Sunday', due: at(29, 20) }),
      item({ title: 'today', due: at(25) }),
      item({ title: 'overdue', due: at(20) }),
    ];
    expect(titles(cards)).toEqual([
      ['today', ['overdue', 'today']],
      ['week', ['Sunday']],
      ['later', ['next Monday', 'undated']],
    ]);
  });

  it('leave out what is empty and sum up the work', () => {
    const [only, ...others] = group([item({ due: at(25), duration: minutes(90) }), item({ due: at(24) })]);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: 'today', work: 150 });
  });

  it('put the more urgent first among equal promises, then the older', () => {
    const cards = [
      item({ title: 'young', due: at(25), openedAt: instant(2) }),
      item({ title: 'old', due: at(25), openedAt: instant(1) }),
      item({ title: 'urgent', due: at(25), priority: 'urgent', openedAt: instant(3) }),
    ];
    expect(titles(cards)).toEqual([['today', ['urgent', 'old', 'young']]]);
  });

  it('go by the start where the cards are appointments', () => {
    const cards = [item({ title: 'held', start: at(27), due: at(25) })];
    expect(titles(cards, 'held')).toEqual([['week', ['held']]]);
  });
});
