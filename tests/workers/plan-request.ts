import type { PlanRequest, PlanWork } from '../../core/planning/board/request.ts';
import { addMinutes, minutes, range } from '../../core/domain/time/instant.ts';
import { localDate } from '../../core/domain/time/local-date.ts';
import { at, bay, context, NORTH, needs, SHOP, technician } from '../domain/board/a-context.ts';

/** The same, all of it in the shop's bays. */
export function inBays(plain: PlanRequest): PlanRequest {
  const work = plain.work.map((one) => ({ ...one, needs: { ...one.needs, capabilities: [], place: null } }));
  return { ...plain, work };
}

/** One day in the shop with so much work in the tray, some of it at a customer's. Four people and three bays at first. */
export function aRequest(works: number, people = 4, bays = 3): PlanRequest {
  const day = range(at('00:00'), at('00:00', 1));
  const facts = context({
    now: at('06:00'),
    range: day,
    days: [{ ...day, date: localDate('2026-03-02'), noon: at('12:00') }],
    technicians: Array.from({ length: people }, (_, index) => technician(`Person ${index}`)),
    bays: Array.from({ length: bays }, (_, index) => bay(`Bay ${index}`)),
  });
  const work = Array.from({ length: works }, (_, index): PlanWork => {
    const isOut = index % 3 === 2;
    return {
      id: `work ${index}`,
      needs: needs({
        title: `Work ${index}`,
        duration: minutes(30 + 15 * (index % 6)),
        capabilities: isOut ? null : [],
        place: isOut ? { address: 'There', coordinates: index % 2 === 0 ? NORTH : SHOP } : null,
        due: index % 4 === 0 ? addMinutes(at('12:00'), 10 * index) : null,
        priority: index % 5 === 0 ? 'urgent' : 'normal',
      }),
      tier: null,
      assistants: 0,
      alongside: [],
      follows: null,
      stands: null,
    };
  });
  return {
    context: facts,
    work,
    terms: { overtime: null, keptFree: { share: 0, perMinute: 0 }, perMovedPromise: 60 },
    step: minutes(15),
  };
}
