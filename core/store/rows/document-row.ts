import type { DocumentEntity } from '../../application/ports/store.ts';
import type { Entities } from '../../domain/ops/op.ts';
import { defineFace, type Face } from './face.ts';
import { fromJson } from './json-text.ts';

/** A thing kept whole as JSON, with the few columns that it is looked up by. */
export interface DocumentTable {
  readonly id: string;
  readonly organization_id: string;
  readonly location_id: string | null;
  /** The row it is about: an appointment, a technician, a requester. */
  readonly subject_id: string | null;
  readonly status: string | null;
  readonly starts_at: number | null;
  readonly ends_at: number | null;
  readonly detail: string;
  readonly revision: number;
}

/** What one kind of document is looked up by; what is left out is null. */
interface LookedUpBy {
  readonly location?: string | null;
  readonly subject?: string | null;
  readonly status?: string | null;
  readonly from?: number | null;
  readonly to?: number | null;
}

function documentFace<E extends DocumentEntity>(table: string, keys: (value: Entities[E]) => LookedUpBy): Face<E> {
  return defineFace<E, DocumentTable>({
    table,
    columns: ['detail'],
    toRow: (value) => {
      const { location = null, subject = null, status = null, from = null, to = null } = keys(value);
      return {
        id: value.id,
        organization_id: value.organizationId,
        location_id: location,
        subject_id: subject,
        status,
        starts_at: from,
        ends_at: to,
        detail: JSON.stringify(value),
      };
    },
    fromRow: (row) => fromJson(row.detail) as Entities[E],
  });
}

export const documentFaces: { readonly [E in DocumentEntity]: Face<E> } = {
  user: documentFace<'user'>('users', (one) => ({ subject: one.resourceId, status: one.active ? 'active' : 'closed' })),
  scheduleRule: documentFace<'scheduleRule'>('schedule_rules', (one) => ({
    location: one.scope.of === 'location' ? one.scope.locationId : null,
    subject: one.scope.of === 'resource' ? one.scope.resourceId : null,
    status: one.rule.kind,
  })),
  series: documentFace<'series'>('series', (one) => ({
    location: one.locationId,
    subject: one.customerId,
    status: one.active ? 'active' : 'ended',
  })),
  waitlistEntry: documentFace<'waitlistEntry'>('waitlist_entries', (one) => ({
    location: one.locationId,
    subject: one.customerId,
    status: one.state.status,
    from: one.since,
  })),
  fee: documentFace<'fee'>('fees', (one) => ({
    subject: one.appointmentId,
    status: one.state.status,
    from: one.since,
  })),
  alert: documentFace<'alert'>('alerts', (one) => ({
    location: one.locationId,
    subject: one.messageId,
    status: one.outcome.status,
    from: one.receivedAt,
  })),
  exposure: documentFace<'exposure'>('exposures', (one) => ({
    location: one.locationId,
    subject: one.requester,
    from: one.at,
    to: one.until,
  })),
  slotInstance: documentFace<'slotInstance'>('slot_instances', (one) => ({
    location: one.locationId,
    subject: one.resourceId,
    status: one.status,
    from: one.range.from,
    to: one.range.to,
  })),
};
