import type { QueryName } from '../../contract/queries/index.ts';
import type { IcsWriter } from '../ports/ics-writer.ts';
import { PLANNING_HERE } from '../planning/plan-here.ts';
import type { Planners } from '../ports/planners.ts';
import type { Keeper } from '../ports/surroundings.ts';
import type { Answerer } from '../use-case.ts';
import { absenceImpact } from './absence-impact.ts';
import { alertDetails } from './alerts/alert-details.ts';
import { alerts } from './alerts/alerts.ts';
import { appointmentDetails } from './appointment-details.ts';
import { backups } from './backups.ts';
import { boardForRange } from './board-for-range.ts';
import { customerMatches } from './customer-matches.ts';
import { history } from './history.ts';
import { icsExport } from './ics-export.ts';
import { jobSheets } from './job-sheets.ts';
import { createRowMemory } from './memory/row-memory.ts';
import { exportRows } from './export/export-rows.ts';
import { healthCheck } from './health/health-check.ts';
import { boardAt } from './past/board-at.ts';
import { users } from './people/users.ts';
import { placementContext } from './placement-context.ts';
import { placementNeeds } from './placement-needs.ts';
import { atRisk } from '../planning/at-risk.ts';
import { repairOptions } from '../planning/repair/repair-options.ts';
import { report } from './reports/report.ts';
import { byExternalId } from './rules/by-external-id.ts';
import { changeTerms } from './rules/change-terms.ts';
import { fees } from './rules/fees.ts';
import { ripple } from './rules/ripple.ts';
import { scheduleRules } from './rules/schedule-rules.ts';
import { freeTime } from './resources/free-time.ts';
import { nextFreeSlot } from './resources/next-free-slot.ts';
import { resourceSchedule } from './resources/resource-schedule.ts';
import { resourceUtilisation } from './resources/resource-utilisation.ts';
import { search } from './search.ts';
import { createFactsMemory } from './slots/facts-memory.ts';
import { occurrences } from './series/occurrences.ts';
import { seriesList } from './series/series-list.ts';
import { seriesPreview } from './series/series-preview.ts';
import { setup } from './setup.ts';
import { suggestSlots } from './suggest-slots.ts';
import { tray } from './tray.ts';
import { undoState } from './undo-state.ts';
import { verify } from './verify.ts';
import { exposedSlots } from './waiting/exposed-slots.ts';
import { holds } from './waiting/holds.ts';
import { slotInstances } from './waiting/slot-instances.ts';
import { waitlist } from './waiting/waitlist.ts';
import { workOrderDetails } from './work-order-details.ts';

export type Answerers = { readonly [N in QueryName]: Answerer<N> };

/**
 * An answerer for every query of the contract. Make one table for each open store: the rows it remembers belong to that
 * store, and are forgotten as the log moves on.
 */
export function createAnswerers(needs: {
  readonly keeper: Keeper;
  readonly writeIcs: IcsWriter;
  /** Who searches where others have to give way; left out, this thread does, in slices. */
  readonly planners?: Planners;
}): Answerers {
  const memory = createRowMemory();
  return {
    setup: setup(memory, needs.keeper),
    boardForRange: boardForRange(memory),
    placementContext: placementContext(memory),
    placementNeeds: placementNeeds(memory),
    tray: tray(memory),
    appointmentDetails: appointmentDetails(memory),
    workOrderDetails: workOrderDetails(memory),
    suggestSlots: suggestSlots(memory, createFactsMemory()),
    absenceImpact: absenceImpact(memory),
    resourceSchedule: resourceSchedule(memory),
    freeTime: freeTime(memory),
    resourceUtilisation: resourceUtilisation(memory),
    nextFreeSlot: nextFreeSlot(memory, createFactsMemory()),
    search,
    customerMatches,
    history: history(memory),
    undoState,
    jobSheets: jobSheets(memory),
    icsExport: icsExport(memory, needs.writeIcs),
    seriesList,
    occurrences,
    seriesPreview,
    waitlist,
    exposedSlots,
    holds,
    slotInstances,
    backups: backups(needs.keeper),
    verify: verify(needs.keeper),
    alerts,
    alertDetails,
    users,
    boardAt,
    healthCheck,
    exportRows,
    report,
    scheduleRules,
    changeTerms,
    fees,
    byExternalId,
    ripple: ripple(memory),
    repairOptions: repairOptions(memory, needs.planners ?? PLANNING_HERE),
    atRisk: atRisk(memory),
  };
}
