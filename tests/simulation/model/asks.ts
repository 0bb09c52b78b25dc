import type { CommandArgs } from '../../../core/contract/client.ts';

/** The commands that the model understands. */
export const NAMES = [
  'openWorkOrder',
  'cancelWorkOrder',
  'bookAppointment',
  'moveAppointment',
  'confirmAppointment',
  'approveAppointment',
  'rejectAppointment',
  'holdSlot',
  'confirmHold',
  'addWaitlistEntry',
  'offerSlot',
  'acceptOffer',
  'declineOffer',
  'withdrawWaitlistEntry',
  'settleFee',
  'waiveFee',
  'refundFee',
  'startAppointment',
  'takeBackStart',
  'completeAppointment',
  'cancelAppointment',
  'markNoShow',
  'releaseHold',
  'sweepHolds',
  'recordAbsence',
  'removeAbsence',
  'addClosure',
  'removeClosure',
  'countStock',
  'expectStock',
  'receiveStock',
  'undo',
  'redo',
] as const;

export type Name = (typeof NAMES)[number];

/** A command as it is sent: who, what, and whether cautions are accepted. */
export type Ask = { readonly [N in Name]: AskOf<N> }[Name];

export interface AskOf<N extends Name> {
  readonly name: N;
  readonly args: CommandArgs<N>;
  readonly by: number;
  readonly accept: boolean;
}

export function ask<N extends Name>(name: N, args: CommandArgs<N>): Pick<AskOf<N>, 'name' | 'args'> {
  return { name, args };
}
