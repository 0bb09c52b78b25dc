import { waiveFee } from './waive-fee.ts';
import { updateScheduleRule } from './update-schedule-rule.ts';
import { settleFee } from './settle-fee.ts';
import { removeScheduleRule } from './remove-schedule-rule.ts';
import { rejectAppointment } from './reject-appointment.ts';
import { refundFee } from './refund-fee.ts';
import { approveAppointment } from './approve-appointment.ts';
import { addScheduleRule } from './add-schedule-rule.ts';
import { addBlackout } from './add-blackout.ts';
import { holdSlot } from './hold-slot.ts';
import { confirmHold } from './confirm-hold.ts';
import { sweepHolds } from './sweep-holds.ts';
import { addWaitlistEntry } from './add-waitlist-entry.ts';
import { withdrawWaitlistEntry } from './withdraw-waitlist-entry.ts';
import { offerSlot } from './offer-slot.ts';
import { acceptOffer } from './accept-offer.ts';
import { declineOffer } from './decline-offer.ts';
import { exposeSlots } from './expose-slots.ts';
import { generateSlots } from './generate-slots.ts';
import { withdrawSlots } from './withdraw-slots.ts';
import { addAppointmentKind } from './add-appointment-kind.ts';
import { addBay } from './add-bay.ts';
import { addClosure } from './add-closure.ts';
import { addCustomer } from './add-customer.ts';
import { addLocation } from './add-location.ts';
import { addPart } from './add-part.ts';
import { addResource } from './add-resource.ts';
import { addServiceType } from './add-service-type.ts';
import { addTechnician } from './add-technician.ts';
import { addUnit } from './add-unit.ts';
import { bookOccurrence } from './book-occurrence.ts';
import { bookAppointment } from './book-appointment.ts';
import { splitAppointment } from './split-appointment.ts';
import { mergeAppointments } from './merge-appointments.ts';
import { carryOver } from './carry-over.ts';
import { bookLongWork } from './book-long-work.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { cancelWorkOrder } from './cancel-work-order.ts';
import { completeAppointment } from './complete-appointment.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { countStock } from './count-stock.ts';
import { createSeries } from './create-series.ts';
import { createOrganization } from './create-organization.ts';
import { editOccurrence } from './edit-occurrence.ts';
import { endSeries } from './end-series.ts';
import { expectStock } from './expect-stock.ts';
import { markNoShow } from './mark-no-show.ts';
import { moveAppointment } from './move-appointment.ts';
import { openWorkOrder } from './open-work-order.ts';
import { orderParts } from './order-parts.ts';
import { receiveAlert } from './receive-alert.ts';
import { receiveStock } from './receive-stock.ts';
import { recordAbsence } from './record-absence.ts';
import { redo } from './redo.ts';
import { releaseHold } from './release-hold.ts';
import { removeAbsence } from './remove-absence.ts';
import { removeClosure } from './remove-closure.ts';
import { setAvailability } from './set-availability.ts';
import { sendReminders } from './send-reminders.ts';
import { startAppointment } from './start-appointment.ts';
import { stockPart } from './stock-part.ts';
import { syncStock } from './sync-stock.ts';
import { takeBackStart } from './take-back-start.ts';
import { undo } from './undo.ts';
import { addUser } from './add-user.ts';
import { updateUser } from './update-user.ts';
import { updateAppointment } from './update-appointment.ts';
import { updateAppointmentKind } from './update-appointment-kind.ts';
import { updateBay } from './update-bay.ts';
import { updateCustomer } from './update-customer.ts';
import { updateLocation } from './update-location.ts';
import { updatePolicy } from './update-policy.ts';
import { updateResource } from './update-resource.ts';
import { updateSeries } from './update-series.ts';
import { updateServiceType } from './update-service-type.ts';
import { updateTechnician } from './update-technician.ts';
import { updateUnit } from './update-unit.ts';
import { updateWorkOrder } from './update-work-order.ts';
import { applyPlan } from './apply-plan.ts';

/** Every way to change anything. Hosts, undo, import and sample data all send one of these. */
export const commands = {
  createOrganization,
  updatePolicy,
  addLocation,
  updateLocation,
  addClosure,
  removeClosure,
  addTechnician,
  updateTechnician,
  addBay,
  updateBay,
  addResource,
  updateResource,
  setAvailability,
  recordAbsence,
  removeAbsence,
  addCustomer,
  updateCustomer,
  addUnit,
  updateUnit,
  addAppointmentKind,
  updateAppointmentKind,
  addServiceType,
  updateServiceType,
  addPart,
  stockPart,
  countStock,
  expectStock,
  receiveStock,
  receiveAlert,
  syncStock,
  orderParts,
  openWorkOrder,
  updateWorkOrder,
  cancelWorkOrder,
  bookAppointment,
  splitAppointment,
  mergeAppointments,
  carryOver,
  bookLongWork,
  applyPlan,
  moveAppointment,
  updateAppointment,
  confirmAppointment,
  startAppointment,
  takeBackStart,
  completeAppointment,
  cancelAppointment,
  markNoShow,
  releaseHold,
  holdSlot,
  confirmHold,
  sweepHolds,
  addWaitlistEntry,
  withdrawWaitlistEntry,
  offerSlot,
  acceptOffer,
  declineOffer,
  exposeSlots,
  generateSlots,
  withdrawSlots,
  addUser,
  updateUser,
  sendReminders,
  addScheduleRule,
  updateScheduleRule,
  removeScheduleRule,
  addBlackout,
  approveAppointment,
  rejectAppointment,
  settleFee,
  waiveFee,
  refundFee,
  createSeries,
  updateSeries,
  editOccurrence,
  bookOccurrence,
  endSeries,
  undo,
  redo,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
