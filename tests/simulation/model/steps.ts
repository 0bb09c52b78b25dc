/**
 * One step as it is generated: plain numbers that name things by their place among what is there, so that a shorter
 * sequence still means something and fast-check can shrink it.
 */
export type Step =
  | { readonly do: 'pass'; readonly minutes: number }
  | ({ readonly do: 'open'; readonly service: number; readonly customer: Customer } & Sent)
  | ({
      readonly do: 'hold';
      readonly key: string;
      readonly service: number;
      readonly lanes: LanesWanted;
      readonly customer: Customer;
    } & When &
      Sent)
  | ({
      readonly do: 'wait';
      readonly service: number;
      readonly order: boolean;
      readonly pick: number;
      readonly customer: Customer;
    } & Sent)
  | ({ readonly do: 'offer'; readonly pick: number; readonly lane: number; readonly fits: boolean } & When & Sent)
  | ({ readonly do: 'onEntry'; readonly what: 'accept' | 'decline' | 'withdraw'; readonly pick: number } & Sent)
  | ({ readonly do: 'confirmHold'; readonly pick: number; readonly key: string } & Sent)
  | ({ readonly do: 'fee'; readonly what: 'settle' | 'waive' | 'refund'; readonly pick: number } & Sent)
  | ({
      readonly do: 'book';
      readonly what: 'meeting' | 'service' | 'order';
      readonly pick: number;
      readonly as: 'requested' | 'held' | 'confirmed';
      readonly lanes: LanesWanted;
      readonly recording: boolean;
      readonly customer: Customer;
      readonly limit: number | null;
    } & When &
      Sent)
  | ({
      readonly do: 'move';
      readonly pick: number;
      readonly fits: boolean;
      readonly lanes: LanesWanted | null;
      readonly stays: boolean;
      readonly findPartner: boolean;
    } & When &
      Sent)
  | ({ readonly do: OnAppointment; readonly pick: number; readonly ago: number; readonly fits: boolean } & Sent)
  | ({ readonly do: 'sweep' } & Sent)
  | ({ readonly do: 'cancelOrder'; readonly pick: number } & Sent)
  | ({ readonly do: 'absence'; readonly lane: number } & When & Sent)
  | ({ readonly do: 'closure'; readonly day: number } & Sent)
  | ({ readonly do: 'noAbsence' | 'noClosure'; readonly pick: number } & Sent)
  | ({ readonly do: 'count'; readonly quantity: number } & Sent)
  | ({ readonly do: 'expect'; readonly hour: number; readonly quantity: number } & Sent)
  | ({ readonly do: 'receive'; readonly pick: number } & Sent)
  | ({ readonly do: 'undo' | 'redo' } & Sent)
  | { readonly do: 'again' };

export type Customer = 'standard' | 'fleet' | null;

export type OnAppointment =
  | 'approve'
  | 'reject'
  | 'confirm'
  | 'start'
  | 'takeBackStart'
  | 'complete'
  | 'cancel'
  | 'noShow'
  | 'releaseHold';

/** Who sends it, and whether cautions are accepted. */
export interface Sent {
  readonly by: number;
  readonly accept: boolean;
}

/** Day 0 is the Monday of the site; quarter hours of the day; minutes. */
export interface When {
  readonly day: number;
  readonly quarter: number;
  readonly length: number;
}

/** Places in the site's list of lanes; null names none of the kind. */
export interface LanesWanted {
  readonly technician: number | null;
  readonly assistant: number | null;
  readonly bay: number | null;
  /** How many of the chargers. */
  readonly chargers: number;
}
