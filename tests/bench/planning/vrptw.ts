import { randomFrom, type Random } from '../../../core/planning/plan/random.ts';
import type { Instance, InstanceJob } from '../../fixtures/planning/generate.mjs';

/**
 * Routing with time windows, in the manner of Solomon's 100 customers, made by ourselves. Distances and times count in
 * tenths and are rounded up. The objective is the distance, with all customers served, not the number of vehicles. Our model
 * knows no loads: demands are one unit each, so a vehicle's capacity is the most jobs of a shift.
 */
export type Layout = 'R' | 'C' | 'RC';

interface Customer {
  readonly x: number;
  readonly y: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

const CUSTOMERS = 100;
const VEHICLES = 25;
/** Units a vehicle holds, about Solomon's capacity over its mean demand; and the end of the day. */
const SHAPES: Readonly<Record<Layout, { readonly capacity: number; readonly end: number; readonly service: number }>> =
  {
    R: { capacity: 14, end: 2300, service: 100 },
    C: { capacity: 11, end: 12_360, service: 900 },
    RC: { capacity: 12, end: 2400, service: 100 },
  };
const PENALTY = 100_000;

/** One vehicle routing problem as an instance of the planner: vehicles are technicians at home in the depot. */
export function vrptwInstance(layout: Layout, seed: number): Instance {
  const random = randomFrom(1000 * seed + layout.length * 7 + layout.charCodeAt(0));
  const { capacity, end } = SHAPES[layout];
  const depot = { x: 500, y: 500 };
  const customers = customersOf(layout, random, depot);
  const places = [depot, ...customers];
  const travel = places.map((from) => places.map((to) => Math.ceil(Math.hypot(from.x - to.x, from.y - to.y))));
  return {
    name: `${layout}-like-s${seed}`,
    grid: 1,
    days: 1,
    skillNames: [],
    bayCapNames: [],
    sites: places.map((_, id) => ({ id, kind: id === 0 ? ('home' as const) : ('customer' as const) })),
    travel,
    technicians: Array.from({ length: VEHICLES }, (_, id) => ({
      id,
      home: 0,
      skills: [],
      shifts: [{ day: 0, start: 0, end, closed: [] }],
      maxJobsPerDay: capacity,
      targetMinutes: null,
    })),
    bays: [],
    parts: [],
    jobs: customers.map((customer, id) => jobOf(customer, id)),
    fixed: [],
    weights: {
      unassigned: [0, 0, 0, 0, 0, PENALTY],
      tardyPerMin: [0, 0, 0, 0, 0, 0],
      travelPerMin: 1,
      notPreferredTech: 0,
      notPreferredWindow: 0,
      overloadPerMin: 0,
    },
  };
}

function jobOf({ ready, due, service }: Customer, id: number): InstanceJob {
  const nothing = {
    skills: [],
    bayCaps: null,
    parts: [],
    preferredTechs: [],
    forbiddenTechs: [],
    preferredWindows: [],
  };
  return {
    ...nothing,
    id,
    site: id + 1,
    duration: service,
    before: 0,
    after: 0,
    windows: [[ready, due]],
    due: null,
    priority: 5,
  };
}

function customersOf(layout: Layout, random: Random, depot: { readonly x: number; readonly y: number }): Customer[] {
  const { end, service } = SHAPES[layout];
  const clusters = Array.from({ length: 10 }, () => ({ x: 100 + random.below(800), y: 100 + random.below(800) }));
  // The share with a narrow window differs from instance to instance, as with Solomon.
  const share = 0.25 * (1 + random.below(4));
  const half = layout === 'C' ? 300 : 50 + 50 * random.below(6);
  return Array.from({ length: CUSTOMERS }, (_, id) => {
    const isScattered = layout === 'R' || (layout === 'RC' && id % 2 === 0);
    const middle = clusters[id % clusters.length] ?? depot;
    const x = isScattered ? random.below(1000) : Math.min(1000, Math.max(0, middle.x + random.below(121) - 60));
    const y = isScattered ? random.below(1000) : Math.min(1000, Math.max(0, middle.y + random.below(121) - 60));
    const way = Math.ceil(Math.hypot(x - depot.x, y - depot.y));
    const [first, last] = [way, end - way - service];
    if (random.next() > share) return { x, y, service, ready: first, due: last };
    // In a cluster one vehicle can come to all, one after the other.
    const turn = layout === 'C' ? first + Math.floor(id / clusters.length) * (service + 100) : 0;
    const center = layout === 'C' ? Math.min(turn, last) : first + random.below(Math.max(1, last - first));
    return { x, y, service, ready: Math.max(first, center - half), due: Math.min(last, center + half) };
  });
}
