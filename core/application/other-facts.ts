import { subtract } from '../kernel/sorted-ranges.ts';
import type { ClosedStretch, MemberFacts, OtherFacts, OtherKind } from '../domain/board/placement-context.ts';
import type { Resource, ResourceId } from '../domain/resources/resource.ts';
import { instant, range, type InstantRange } from '../domain/time/instant.ts';
import type { BusyByResource } from './busy-claims.ts';
import type { HoursCache, LocalDays } from './hours-cache.ts';
import type { Reader } from './ports/store.ts';

export type Other = Extract<Resource, { readonly kind: OtherKind }>;

/** Teams whose facts go along with the wanted resources, and the rows of all their active members. */
export interface Teams {
  readonly added: readonly Resource[];
  readonly members: ReadonlyMap<ResourceId, Resource>;
}

/** A technician cannot be judged without the teams that count on him or her, nor a team without its members. */
export async function teamsAround(read: Reader, wanted: readonly Resource[]): Promise<Teams> {
  const none: Teams = { added: [], members: new Map() };
  if (!wanted.some((one) => one.kind === 'technician' || one.kind === 'team')) return none;
  const all = await read.all('resource');
  const known = new Set(wanted.map((one) => one.id));
  const added = all.filter(
    (one) => one.kind === 'team' && one.active && !known.has(one.id) && one.members.some((id) => known.has(id)),
  );
  const teams = [...wanted, ...added].filter((one) => one.kind === 'team');
  if (teams.length === 0) return none;
  const rows = new Map(all.map((one) => [one.id, one]));
  const members = new Map<ResourceId, Resource>();
  for (const id of teams.flatMap((team) => team.members)) {
    const row = rows.get(id);
    if (row?.active === true) members.set(id, row);
  }
  return { added, members };
}

/** Hours less breaks, each stretch as long as it is. */
export function openTimes(
  hours: HoursCache,
  local: LocalDays,
  of: Pick<Resource, 'hours' | 'overrides' | 'breaks'>,
): readonly InstantRange[] {
  const open = hours.open(local, of.hours, of.overrides);
  if (of.breaks.length === 0) return open;
  return subtract(open, hours.open(local, of.breaks, [])).map(({ from, to }) => range(instant(from), instant(to)));
}

export function isOther(resource: Resource): resource is Other {
  return resource.kind !== 'technician' && resource.kind !== 'bay';
}

export function otherFacts(
  resource: Other,
  open: readonly InstantRange[],
  known: {
    /** Absences and whatever else closes a resource, sorted. */
    readonly closed: (row: Resource) => readonly ClosedStretch[];
    readonly busy: BusyByResource;
    readonly members: Teams['members'];
  },
): OtherFacts {
  const { id, kind, name, capabilities, capacity } = resource;
  const member = (row: Resource): MemberFacts => ({
    id: row.id,
    name: row.name,
    busy: known.busy.get(row.id) ?? [],
    absences: known.closed(row),
  });
  const members = resource.kind === 'team' ? resource.members : [];
  return {
    id,
    kind,
    name,
    type: resource.kind === 'custom' ? resource.type : '',
    capabilities,
    capacity,
    open,
    absences: known.closed(resource),
    busy: known.busy.get(id) ?? [],
    members: members.flatMap((one) => {
      const row = known.members.get(one);
      return row === undefined ? [] : [member(row)];
    }),
  };
}
