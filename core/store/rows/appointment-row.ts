import { addMinutes, type Instant } from '../../domain/time/instant.ts';
import type { Appointment, AppointmentState, ChainId, Claim } from '../../domain/work/appointment.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText, toFlag } from './json-text.ts';

/** Boards read thousands of these at once: what is nearly always at its default shares the one column `more`. */
export interface AppointmentTable {
  readonly id: Appointment['id'];
  readonly organization_id: Appointment['organizationId'];
  readonly location_id: Appointment['locationId'];
  readonly title: string;
  readonly description: string;
  readonly start_at: Instant;
  readonly end_at: Instant;
  readonly before_minutes: Appointment['before'];
  readonly after_minutes: Appointment['after'];
  readonly busy_from: Instant;
  readonly busy_to: Instant;
  /** busy_to - busy_from: its maximum is the lower bound of every range query. */
  readonly busy_length: number;
  readonly status: AppointmentState['status'];
  /** JSON of the state; null when the status says everything. */
  readonly state: string | null;
  readonly claims: string;
  readonly priority: Appointment['priority'];
  readonly kind_id: Appointment['kindId'];
  readonly service_type_id: Appointment['serviceTypeId'];
  readonly work_order_id: Appointment['workOrderId'];
  readonly customer_id: Appointment['customerId'];
  readonly unit_id: Appointment['unitId'];
  readonly series_id: Appointment['seriesId'];
  /** The chain of its segment, to find the others by; what the segment says lies in `more`. */
  readonly chain_id: ChainId | null;
  readonly pinned: number;
  readonly remind: number;
  /** JSON of the fields below that are not at their default; null when all are. */
  readonly more: string | null;
  readonly revision: number;
}

type Rare = Pick<
  Appointment,
  | 'place'
  | 'locationText'
  | 'participants'
  | 'meetingUrl'
  | 'zone'
  | 'requestedBy'
  | 'source'
  | 'externalIds'
  | 'customData'
  | 'rescheduleCount'
  | 'rescheduleLimit'
  | 'rescheduledAt'
  | 'occurrence'
  | 'segment'
  | 'workItem'
  | 'suggested'
  | 'reminded'
  | 'ordered'
>;

const DEFAULTS: Rare = {
  place: null,
  locationText: '',
  participants: [],
  meetingUrl: '',
  zone: null,
  requestedBy: '',
  source: null,
  externalIds: [],
  customData: {},
  rescheduleCount: 0,
  rescheduleLimit: null,
  rescheduledAt: null,
  occurrence: null,
  segment: null,
  workItem: null,
  suggested: null,
  reminded: [],
  ordered: [],
};
const RARE = Object.keys(DEFAULTS) as readonly (keyof Rare)[];
const DEFAULT_TEXT = new Map(RARE.map((field) => [field, JSON.stringify(DEFAULTS[field])]));
const CONFIRMED: AppointmentState = { status: 'confirmed' };

function moreOf(one: Appointment): string | null {
  const fields = RARE.filter((field) => JSON.stringify(one[field]) !== DEFAULT_TEXT.get(field));
  return fields.length === 0 ? null : JSON.stringify(Object.fromEntries(fields.map((field) => [field, one[field]])));
}

/** [start - before, end + after): what a claim keeps its resource busy for, without an overrun. */
export function plannedBusy(one: Pick<Appointment, 'start' | 'end' | 'before' | 'after'>): {
  readonly from: Instant;
  readonly to: Instant;
} {
  return { from: addMinutes(one.start, -one.before), to: addMinutes(one.end, one.after) };
}

export const appointmentFace = defineFace<'appointment', AppointmentTable>({
  table: 'appointments',
  columns: [
    'id',
    'organization_id',
    'location_id',
    'title',
    'description',
    'start_at',
    'end_at',
    'before_minutes',
    'after_minutes',
    'state',
    'claims',
    'priority',
    'kind_id',
    'service_type_id',
    'work_order_id',
    'customer_id',
    'unit_id',
    'series_id',
    'pinned',
    'remind',
    'more',
  ],
  toRow: (one) => {
    const busy = plannedBusy(one);
    return {
      id: one.id,
      organization_id: one.organizationId,
      location_id: one.locationId,
      title: one.title,
      description: one.description,
      start_at: one.start,
      end_at: one.end,
      before_minutes: one.before,
      after_minutes: one.after,
      busy_from: busy.from,
      busy_to: busy.to,
      busy_length: busy.to - busy.from,
      status: one.state.status,
      state: one.state.status === 'confirmed' ? null : JSON.stringify(one.state),
      claims: JSON.stringify(one.claims),
      priority: one.priority,
      kind_id: one.kindId,
      service_type_id: one.serviceTypeId,
      work_order_id: one.workOrderId,
      customer_id: one.customerId,
      unit_id: one.unitId,
      series_id: one.seriesId,
      chain_id: one.segment?.chainId ?? null,
      pinned: toFlag(one.pinned),
      remind: toFlag(one.remind),
      more: moreOf(one),
    };
  },
  fromRow: (row) => {
    const more = row.more === null ? DEFAULTS : { ...DEFAULTS, ...(fromJson(row.more) as Partial<Rare>) };
    return {
      id: row.id,
      organizationId: row.organization_id,
      locationId: row.location_id,
      title: row.title,
      description: row.description,
      start: row.start_at,
      end: row.end_at,
      before: row.before_minutes,
      after: row.after_minutes,
      state: row.state === null ? CONFIRMED : (fromJson(row.state) as AppointmentState),
      claims: fromListText(row.claims) as readonly Claim[],
      priority: row.priority,
      kindId: row.kind_id,
      serviceTypeId: row.service_type_id,
      workOrderId: row.work_order_id,
      customerId: row.customer_id,
      unitId: row.unit_id,
      place: more.place,
      locationText: more.locationText,
      participants: more.participants,
      pinned: row.pinned === 1,
      meetingUrl: more.meetingUrl,
      zone: more.zone,
      requestedBy: more.requestedBy,
      source: more.source,
      externalIds: more.externalIds,
      customData: more.customData,
      remind: row.remind === 1,
      rescheduleCount: more.rescheduleCount,
      rescheduleLimit: more.rescheduleLimit,
      rescheduledAt: more.rescheduledAt,
      seriesId: row.series_id,
      occurrence: more.occurrence,
      segment: more.segment,
      workItem: more.workItem,
      suggested: more.suggested,
      reminded: more.reminded,
      ordered: more.ordered,
    };
  },
});
