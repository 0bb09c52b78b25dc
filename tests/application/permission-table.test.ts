import { describe, expect, it } from 'vitest';
import { commands } from '../../core/contract/commands/index.ts';
import type { Permission } from '../../core/contract/permission.ts';
import { queries } from '../../core/contract/queries/index.ts';
import { runs } from '../../core/contract/runs.ts';

/**
 * What every call of the contract asks for, written out once more by its name. A new call is added here too, by whoever
 * has thought about who may do it.
 */
const TABLE: Partial<Readonly<Record<Permission, readonly string[]>>> = {
  administer: [
    'loadSample',
    'addAppointmentKind',
    'addLocation',
    'addServiceType',
    'createOrganization',
    'exportRows',
    'importRows',
    'updateAppointmentKind',
    'updateLocation',
    'updatePolicy',
    'updateServiceType',
  ],
  'edit-people': [
    'addBay',
    'addClosure',
    'addResource',
    'addTechnician',
    'removeClosure',
    'setAvailability',
    'updateBay',
    'updateResource',
    'updateTechnician',
  ],
  schedule: [
    'acceptOffer',
    'applyPlan',
    'bookAppointment',
    'bookLongWork',
    'bookOccurrence',
    'cancelAppointment',
    'carryOver',
    'confirmAppointment',
    'createSeries',
    'declineOffer',
    'editOccurrence',
    'endSeries',
    'generateSlots',
    'mergeAppointments',
    'moveAppointment',
    'offerSlot',
    'orderParts',
    'planRange',
    'recordAbsence',
    'repairOptions',
    'redo',
    'releaseHold',
    'removeAbsence',
    'sendReminders',
    'splitAppointment',
    'sweepHolds',
    'undo',
    'updateAppointment',
    'updateSeries',
    'withdrawSlots',
  ],
  'take-calls': [
    'addCustomer',
    'addUnit',
    'addWaitlistEntry',
    'cancelWorkOrder',
    'openWorkOrder',
    'updateCustomer',
    'updateUnit',
    'updateWorkOrder',
    'withdrawWaitlistEntry',
  ],
  'edit-stock': ['addPart', 'countStock', 'expectStock', 'receiveStock', 'stockPart', 'syncStock'],
  'send-alerts': ['receiveAlert'],
  'record-work': ['completeAppointment', 'markNoShow', 'startAppointment', 'takeBackStart'],
  'request-slots': ['confirmHold', 'exposeSlots', 'exposedSlots', 'holdSlot', 'holds'],
  'edit-users': ['addUser', 'updateUser', 'users'],
  'edit-rules': ['addBlackout', 'addScheduleRule', 'removeScheduleRule', 'updateScheduleRule'],
  'override-limits': ['approveAppointment', 'rejectAppointment'],
  'settle-fees': ['fees', 'refundFee', 'settleFee', 'waiveFee'],
  'read-board': [
    'absenceImpact',
    'alertDetails',
    'alerts',
    'appointmentDetails',
    'boardForRange',
    'byExternalId',
    'changeTerms',
    'freeTime',
    'healthCheck',
    'icsExport',
    'jobSheets',
    'nextFreeSlot',
    'occurrences',
    'placementContext',
    'placementNeeds',
    'resourceSchedule',
    'resourceUtilisation',
    'atRisk',
    'ripple',
    'scheduleRules',
    'seriesList',
    'seriesPreview',
    'setup',
    'slotInstances',
    'suggestSlots',
    'tray',
    'undoState',
    'workOrderDetails',
  ],
  'read-customers': ['customerMatches', 'search', 'waitlist'],
  'read-log': ['boardAt', 'history'],
  maintain: ['backup', 'backups', 'verify'],
  'read-reports': ['report'],
};

describe('the right that each call needs', () => {
  it('is known for every command, query and run by its name', () => {
    const found = Object.entries({ ...commands, ...queries, ...runs }).map(
      ([name, spec]) => `${name}: ${spec.permission}`,
    );
    const expected = Object.entries(TABLE).flatMap(([permission, names]) =>
      names.map((name) => `${name}: ${permission}`),
    );
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});
