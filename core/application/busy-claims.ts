import type { BusyClaim } from '../domain/board/placement-context.ts';
import type { Coordinates, Location, LocationId } from '../domain/organization/location.ts';
import type { ResourceId } from '../domain/resources/resource.ts';
import { addMinutes, type InstantRange } from '../domain/time/instant.ts';
import type { Appointment } from '../domain/work/appointment.ts';
import { busyRange, occupies } from '../domain/work/status-machine.ts';
import type { Reader } from './ports/store.ts';
import { seriesClaiming, virtualClaims, type VirtualClaim } from './series/virtual-claims.ts';
import type { Scene } from './use-case.ts';

export type BusyByResource = ReadonlyMap<ResourceId, readonly BusyClaim[]>;

/** An overrun lasts until now and its buffer; further ahead than this none can reach. */
const OVERRUN_REACH = 24 * 60;

/**
 * What occupies the resources in the stretch, per resource and sorted by `from`. Holds that have run out are left out;
 * work that overruns lasts until now. Occurrences of series occupy like appointments, unless they are left out.
 */
export async function loadBusy(
  read: Reader,
  scene: Scene,
  location: Location,
  resourceIds: readonly ResourceId[],
  range: InstantRange,
  withoutSeries = false,
): Promise<BusyByResource> {
  if (resourceIds.length === 0) return new Map();
  const appointments = [...(await read.occupying(resourceIds, range))];
  if (range.from <= addMinutes(scene.now, OVERRUN_REACH)) {
    const known = new Set(appointments.map((appointment) => appointment.id));
    const underway = await read.inStatus(location.id, 'in-progress');
    for (const appointment of underway) if (!known.has(appointment.id)) appointments.push(appointment);
  }
  const live = appointments.filter((appointment) => occupies(appointment, scene.now));
  const wanted = new Set(resourceIds);
  const series = withoutSeries ? [] : await seriesClaiming(read, wanted);
  const sites = await coordinatesOf(read, location, [...live, ...series]);
  return busyByResource(live, virtualClaims(scene, series, wanted, sites, range), wanted, sites, scene, range);
}

function busyByResource(
  appointments: readonly Appointment[],
  virtual: readonly VirtualClaim[],
  wanted: ReadonlySet<ResourceId>,
  sites: ReadonlyMap<LocationId, Coordinates>,
  scene: Scene,
  range: InstantRange,
): BusyByResource {
  const lists = new Map<ResourceId, BusyClaim[]>();
  const add = (resourceId: ResourceId, busy: BusyClaim): void => {
    const list = lists.get(resourceId);
    if (list === undefined) lists.set(resourceId, [busy]);
    else list.push(busy);
  };
  for (const { resourceId, claim } of virtual) add(resourceId, claim);
  for (const appointment of appointments) {
    const { from, to } = busyRange(appointment, scene.now);
    const at = appointment.place?.coordinates ?? sites.get(appointment.locationId);
    if (from >= range.to || to <= range.from || at === undefined) continue;
    for (const claim of appointment.claims) {
      if (!wanted.has(claim.resourceId)) continue;
      const busy: BusyClaim = {
        from,
        to,
        appointmentId: appointment.id,
        title: appointment.title,
        start: appointment.start,
        end: addMinutes(to, -appointment.after),
        units: claim.units,
        at,
        pinned: appointment.pinned,
      };
      add(claim.resourceId, busy);
    }
  }
  for (const [id, list] of lists)
    lists.set(
      id,
      list.toSorted((a, b) => a.from - b.from),
    );
  return lists;
}

/** Where each location lies. People lent to another location have appointments there. */
async function coordinatesOf(
  read: Reader,
  location: Location,
  appointments: readonly { readonly locationId: LocationId }[],
): Promise<ReadonlyMap<LocationId, Coordinates>> {
  if (appointments.every((appointment) => appointment.locationId === location.id))
    return new Map([[location.id, location.coordinates]]);
  const all = await read.all('location');
  return new Map(all.map((one) => [one.id, one.coordinates]));
}
