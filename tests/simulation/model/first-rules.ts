import { asId, uuidv7 } from '../../../core/kernel/id.ts';
import { localDate } from '../../../core/domain/time/local-date.ts';
import { minutes, range } from '../../../core/domain/time/instant.ts';
import { at } from '../../builders/surroundings.ts';
import type { RuleRow } from './rule-rows.ts';
import type { Site } from './the-site.ts';

/** Work as long as this waits for approval, unless a narrower rule approves it. */
const LONG = minutes(90);
/** The third service is approved up to this length. */
const APPROVED = minutes(120);
/** The second service is done so often a day. */
const A_DAY = 2;

/** The stored rules of the beginning, those that never fit included. */
export function firstRules(site: Site): readonly RuleRow[] {
  const id = (index: number): RuleRow['id'] =>
    asId(uuidv7(1_600_000_000_000, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, index)));
  const head = { entity: 'scheduleRule', active: true, scope: { of: 'organization' }, priority: 0 } as const;
  const lane = (index: number): RuleRow['scope'] => ({
    of: 'resource',
    resourceId: site.lanes[index]?.id ?? asId(''),
  });
  const service = (index: number): RuleRow['scope'] => ({
    of: 'service-type',
    serviceTypeId: site.services[index]?.id ?? asId(''),
  });
  const day = localDate('2026-11-24');
  const asks = { kind: 'require-approval', minimumDuration: LONG, minimumPriority: null } as const;
  const approves = { kind: 'auto-approval', maximumDuration: null, minimumPriority: 'urgent' } as const;
  const tuesday = {
    kind: 'availability',
    hours: [{ weekday: 2, from: 10 * 60, to: 14 * 60 }],
    during: { from: day, to: day },
  } as const;
  const painting = { kind: 'blackout', range: range(at(13, 1), at(14, 1)) } as const;
  return [
    { ...head, scope: lane(2), id: id(12), name: 'Tuesday', rule: tuesday },
    { ...head, scope: lane(3), id: id(23), name: 'Painting', rule: painting },
    { ...head, scope: lane(4), id: id(24), name: 'Painting', rule: painting },
    { ...head, priority: 20, id: site.longWork, name: 'Long work', rule: asks },
    { ...head, id: id(1), name: 'Urgent', priority: 30, rule: approves },
    {
      ...head,
      scope: service(2),
      id: id(2),
      name: 'Checks',
      rule: { kind: 'auto-approval', maximumDuration: APPROVED, minimumPriority: null },
    },
    {
      ...head,
      scope: service(1),
      id: id(3),
      name: 'Two a day',
      rule: { kind: 'capacity-limit', maximum: A_DAY, per: 'day' },
    },
    { ...head, id: id(4), name: 'Never', priority: 999, active: false, rule: { ...asks, minimumDuration: minutes(5) } },
  ];
}
