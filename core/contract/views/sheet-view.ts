import type { ResourceKind } from '../../domain/resources/resource.ts';
import type { InstantRange, Instant, Minutes } from '../../domain/time/instant.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { ZoneId } from '../../domain/time/zones.ts';
import type { AppointmentStatus } from '../../domain/work/appointment.ts';
import type { NamedOccurrence } from './series-view.ts';
import type { CustomerTier } from '../../domain/work/customer.ts';

/** A day's job sheets of one location, as data; the page design is the renderer's. */
export interface JobSheets {
  readonly location: {
    readonly id: string;
    readonly name: string;
    readonly zone: ZoneId;
    readonly address: string;
    readonly phone: string;
  };
  readonly date: LocalDate;
  readonly day: InstantRange;
  /** Grows with every change of the day's plan; printed in the footer, so that paper knows its age. */
  readonly revision: number;
  readonly printedAt: Instant;
  readonly sheets: readonly JobSheet[];
}

export interface JobSheet {
  readonly resourceId: string;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly detail: string;
  readonly startsFromHome: boolean;
  readonly shifts: readonly InstantRange[];
  readonly breaks: readonly InstantRange[];
  readonly absent: string | null;
  readonly work: Minutes;
  readonly driving: Minutes;
  readonly lines: readonly SheetLine[];
}

export type SheetLine =
  | { readonly kind: 'job'; readonly job: SheetJob }
  | {
      readonly kind: 'travel';
      /** Where to: the title of the next job, or the address; empty for the drive home. */
      readonly to: string;
      readonly travel: Minutes;
      readonly kilometres: number;
      readonly afterBreak: InstantRange | null;
    }
  | { readonly kind: 'break'; readonly range: InstantRange };

export interface SheetJob {
  /** Of an occurrence that is no appointment yet: the id under which it takes its lanes. */
  readonly appointmentId: string;
  /** Set where it is an occurrence of a series and no appointment yet. */
  readonly occurrence: NamedOccurrence | null;
  readonly number: number | null;
  readonly title: string;
  /** Which part of work that flows over several appointments this is; null when it is the whole. */
  readonly segment: { readonly ordinal: number; readonly count: number } | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly status: AppointmentStatus;
  /** When to be at the customer's place: the buffer before the start; null at the location or without a buffer. */
  readonly beThere: Instant | null;
  readonly due: Instant | null;
  readonly customer: string;
  readonly tier: CustomerTier | null;
  readonly contact: string;
  readonly phone: string;
  readonly unit: string;
  readonly plate: string;
  readonly address: string;
  /** The bay on a technician's sheet, the technician on a bay's. */
  readonly partner: string;
  readonly notes: string;
  readonly parts: readonly { readonly name: string; readonly quantity: number; readonly measure: string }[];
  readonly checklist: readonly string[];
}
