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
    'addAppointmentKind',
    'addLocation',
    'addServiceType',
    'createOrganization',
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
    'bookAppointment',
    'cancelAppointment',
    'confirmAppointment',
    'moveAppointment',
    'recordAbsence',
    'redo',
    'releaseHold',
    'removeAbsence',
    'undo',
    'updateAppointment',
  ],
  'take-calls': [
    'addCustomer',
    'addUnit',
    'cancelWorkOrder',
    'openWorkOrder',
    'updateCustomer',
    'updateUnit',
    'updateWorkOrder',
  ],
  'edit-stock': ['addPart', 'countStock', 'expectStock', 'receiveStock', 'stockPart'],
  'send-alerts': ['receiveAlert'],
  'record-work': ['completeAppointment', 'markNoShow', 'startAppointment', 'takeBackStart'],
  'edit-users': ['addUser', 'updateUser', 'users'],
  'read-board': [
    'absenceImpact',
    'alertDetails',
    'alerts',
    'appointmentDetails',
    'boardForRange',
    'icsExport',
    'jobSheets',
    'placementContext',
    'placementNeeds',
    'setup',
    'suggestSlots',
    'tray',
    'undoState',
    'workOrderDetails',
  ],
  'read-customers': ['customerMatches', 'search'],
  'read-log': ['history'],
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
