import type { CommandArgs, QueryInput } from '../../core/contract/client.ts';
import type { CommandName } from '../../core/contract/commands/index.ts';
import type { QueryName } from '../../core/contract/queries/index.ts';
import { alertMessage } from './messages.ts';
import type { ScheduleRuleId } from '../../core/domain/rules/schedule-rule.ts';
import type { Ids } from './surroundings.ts';
import { exposeArgs, holdArgs, waitlistArgs } from './waiting-args.ts';
import { at } from './surroundings.ts';
import {
  bayArgs,
  bookingArgs,
  customerArgs,
  hours,
  longWorkArgs,
  organizationArgs,
  roomArgs,
  OSLO,
  technicianArgs,
  workOrderArgs,
  type World,
} from './world.ts';

/** Holds, waitlist, exposure and published slots. */
function waitingSamples(world: World, ids: Ids) {
  const { locationId } = world;
  const entryId = ids.next<'waitlist-entry'>();
  return {
    holdSlot: holdArgs(world),
    confirmHold: { id: ids.next<'appointment'>(), key: 'confirm-1' },
    sweepHolds: {},
    addWaitlistEntry: waitlistArgs(world, ids.next()),
    withdrawWaitlistEntry: { id: entryId, reason: 'found another workshop' },
    offerSlot: {
      id: ids.next<'appointment'>(),
      locationId,
      resourceId: world.anna,
      range: { from: at(8), to: at(9) },
      entryId: null,
    },
    acceptOffer: { id: entryId },
    declineOffer: { id: entryId },
    exposeSlots: exposeArgs(world, ids.next()),
    generateSlots: {
      locationId,
      resourceIds: null,
      from: '2026-11-23',
      days: 1,
      duration: 60,
      gap: 0,
      serviceTypeId: null,
    },
    withdrawSlots: { locationId, resourceId: null, range: { from: at(8), to: at(9) } },
  };
}

/** What is new may leave its hours to the default. */
function withoutHours<T extends { readonly hours: unknown }>(args: T): Omit<T, 'hours'> {
  const { hours: _hours, ...rest } = args;
  return rest;
}

/** Arguments that every schema takes, about things of the world or about things that are not there. */
export function commandSamples(world: World, ids: Ids): { readonly [N in CommandName]: CommandArgs<N> } {
  const appointmentId = ids.next<'appointment'>();
  const workOrderId = ids.next<'work-order'>();
  const { locationId, stock: stockId } = world;
  const { policy } = organizationArgs(world.organizationId);
  const closure = { locationId, from: '2026-12-24', name: 'Christmas' };
  const kind = { code: 'repair' as const, name: 'Kind', shortest: 30, longest: 60, priority: 'normal' as const };
  const service = { kindId: world.kindId, name: 'Service', duration: 60, skills: [], capabilities: [], parts: [] };
  const site = { name: 'Site', zone: 'Europe/Oslo', address: '', phone: '', coordinates: OSLO, hours: hours(8, 16) };
  const travel = { kilometresPerHour: 45, detourFactor: 1.3, accessMinutes: 3 };
  const unit = { customerId: world.customerId, name: 'Unit', plate: '', details: '' };
  const absence = { id: ids.next<'absence'>(), resourceId: world.anna, reason: 'Sick' };
  const series = { name: 'Meeting', claims: [] };
  const occurrence = { seriesId: ids.next<'series'>(), occurrence: '2026-11-30T09:00' };
  const words = { description: '', priority: 'normal' as const, participants: [], pinned: false };
  return {
    createOrganization: organizationArgs(ids.next()),
    updatePolicy: { organizationId: world.organizationId, policy },
    addLocation: { id: ids.next(), ...site, travel },
    updateLocation: { id: locationId, ...site, travel },
    addClosure: { ...closure, to: '2026-12-26' },
    removeClosure: closure,
    addTechnician: withoutHours(technicianArgs(world, ids.next())),
    updateTechnician: technicianArgs(world, world.anna),
    addBay: withoutHours(bayArgs(world, ids.next())),
    updateBay: bayArgs(world, world.bay1),
    addResource: withoutHours(roomArgs(world, ids.next())),
    updateResource: roomArgs(world, ids.next()),
    setAvailability: { resourceId: world.anna },
    recordAbsence: { ...absence, range: { from: at(8), to: at(9) } },
    removeAbsence: { id: absence.id },
    addCustomer: customerArgs(ids.next()),
    updateCustomer: customerArgs(world.customerId),
    addUnit: { id: ids.next(), ...unit },
    updateUnit: { id: world.unitId, ...unit },
    addAppointmentKind: { id: ids.next(), ...kind, autoBook: 'never' },
    updateAppointmentKind: { id: world.kindId, ...kind, autoBook: 'never' },
    addServiceType: { id: ids.next(), ...service, bufferBefore: null, bufferAfter: null, checklist: [] },
    updateServiceType: { id: world.check, ...service, bufferBefore: null, bufferAfter: null, checklist: [] },
    addPart: { id: ids.next(), number: 'P', name: 'Part', measure: 'piece', leadTimeDays: 1 },
    stockPart: { id: ids.next(), partId: world.thermostat, locationId, onHand: 1 },
    countStock: { stockId, onHand: 1 },
    expectStock: { stockId, at: at(9), quantity: 1 },
    receiveAlert: {
      id: ids.next(),
      message: alertMessage('sample'),
      workOrderId: ids.next(),
      appointmentId: ids.next(),
    },
    receiveStock: { stockId, at: at(9) },
    openWorkOrder: workOrderArgs(world, ids.next()),
    updateWorkOrder: workOrderArgs(world, workOrderId),
    cancelWorkOrder: { id: workOrderId, reason: 'sold' },
    bookAppointment: bookingArgs(world, ids.next()),
    bookLongWork: longWorkArgs(world, [ids.next()]),
    applyPlan: {
      planId: ids.next(),
      lines: [{ does: 'call-off' as const, appointmentId, reason: 'ill' }],
    },
    splitAppointment: { id: appointmentId, newId: ids.next(), at: at(9), minutes: null },
    mergeAppointments: { id: appointmentId, otherId: ids.next() },
    carryOver: { id: appointmentId, at: at(9), rest: null, from: null, ids: [ids.next()], roundBookings: false },
    moveAppointment: { id: appointmentId, start: at(9), end: at(10), claims: null, findPartner: false },
    updateAppointment: { id: appointmentId, title: 'Words', ...words, meetingUrl: '', remind: true },
    confirmAppointment: { id: appointmentId, reservationIds: [] },
    startAppointment: { id: appointmentId, at: at(7) },
    takeBackStart: { id: appointmentId },
    completeAppointment: { id: appointmentId, at: at(7) },
    cancelAppointment: { id: appointmentId, reason: 'ill' },
    markNoShow: { id: appointmentId },
    releaseHold: { id: appointmentId },
    ...waitingSamples(world, ids),
    addUser: { id: ids.next(), name: 'Una', role: 'viewer', email: '', resourceId: null, active: true },
    updateUser: { id: ids.next(), name: 'Una', role: 'viewer', email: '', resourceId: null, active: true },
    sendReminders: {},
    addScheduleRule: ruleArgs(ids.next()),
    updateScheduleRule: ruleArgs(ids.next()),
    removeScheduleRule: { id: ids.next() },
    addBlackout: {
      id: ids.next(),
      resourceId: world.anna,
      locationId: null,
      name: 'Christmas',
      description: '',
      range: { from: at(8), to: at(9) },
    },
    approveAppointment: { id: appointmentId },
    rejectAppointment: { id: appointmentId, reason: 'too long' },
    settleFee: { id: ids.next(), reference: 'invoice 7' },
    waiveFee: { id: ids.next(), reason: 'kept waiting' },
    refundFee: { id: ids.next(), reason: 'our mistake' },
    createSeries: {
      id: ids.next(),
      locationId,
      ...series,
      start: '2026-11-30T09:00',
      duration: 60,
      rule: 'FREQ=WEEKLY',
    },
    updateSeries: { id: ids.next() },
    editOccurrence: { ...occurrence, scope: 'this', change: { kind: 'skip' } },
    bookOccurrence: { ...occurrence, id: ids.next() },
    endSeries: { id: ids.next() },
    orderParts: { workOrderId },
    syncStock: { stockId, onHand: 2, arrivals: [{ at: at(9), quantity: 1 }], leadTimeDays: null },
    undo: {},
    redo: {},
  };
}

export function querySamples(world: World, ids: Ids): { readonly [N in QueryName]: QueryInput<N> } {
  const { locationId } = world;
  const days = { locationId, date: '2026-11-23', days: 1 };
  const work = { workOrderId: ids.next<'work-order'>() };
  return {
    setup: {},
    boardForRange: days,
    placementContext: days,
    placementNeeds: { work },
    tray: { locationId, tab: 'unassigned', filter: '', dueWithinDays: null },
    appointmentDetails: { id: ids.next() },
    workOrderDetails: { id: ids.next() },
    suggestSlots: { work, from: null, days: 1, count: 1, within: null, duration: null },
    resourceSchedule: { resourceId: world.anna, range: { from: at(8), to: at(9) } },
    freeTime: { resourceId: world.anna, range: { from: at(8), to: at(9) } },
    resourceUtilisation: { locationId, from: '2026-11-23', days: 1 },
    nextFreeSlot: { locationId, duration: 60, wishes: [{ kind: 'technician' }] },
    absenceImpact: { resourceId: world.anna, range: { from: at(8), to: at(9) } },
    search: { text: 'a', kinds: [], limit: 1 },
    customerMatches: { text: 'a', limit: 1 },
    history: { entity: null, id: null, before: null, limit: 1 },
    undoState: {},
    jobSheets: { locationId, date: '2026-11-23', resourceIds: null },
    icsExport: { appointmentIds: [ids.next()] },
    waitlist: { locationId, status: [] },
    exposedSlots: { requester: null },
    holds: { requester: null, key: null },
    slotInstances: { locationId, resourceId: null, range: { from: at(8), to: at(9) }, status: [] },
    seriesList: { locationId, ended: false },
    occurrences: { of: { locationId }, range: { from: at(8), to: at(9) } },
    seriesPreview: {
      locationId,
      name: 'Meeting',
      claims: [],
      start: '2026-11-30T09:00',
      duration: 60,
      rule: 'FREQ=WEEKLY',
    },
    backups: {},
    verify: {},
    scheduleRules: {},
    changeTerms: { id: ids.next() },
    fees: { appointmentId: null, customerId: null, status: [], limit: 10 },
    byExternalId: { entity: 'appointment', source: 'crm', id: '7' },
    ripple: { locationId },
    atRisk: { locationId },
    repairOptions: { trouble: { kind: 'no-show' as const, appointmentId: ids.next() } },
    report: { name: 'utilisation', locationId, from: '2026-11-23', to: '2026-11-23' },
    alerts: { locationId, status: null, limit: 1 },
    alertDetails: { id: ids.next() },
    users: {},
    exportRows: { entity: 'customer', after: null, limit: 10 },
    healthCheck: {},
    boardAt: { ...days, at: at(7) },
  };
}

/** A rule that says nothing about anybody's day: everybody may book two hours. */
export function ruleArgs(
  id: ScheduleRuleId,
  more: Partial<CommandArgs<'addScheduleRule'>> = {},
): CommandArgs<'addScheduleRule'> {
  return {
    id,
    name: 'Rule',
    description: '',
    scope: { of: 'organization' },
    priority: 10,
    active: true,
    rule: { kind: 'auto-approval', maximumDuration: 120, minimumPriority: null },
    ...more,
  };
}
