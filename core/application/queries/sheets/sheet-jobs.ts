import type { SheetJob } from '../../../contract/views/sheet-view.ts';
import type { Part, PartId } from '../../../domain/parts/part.ts';
import { addMinutes } from '../../../domain/time/instant.ts';
import type { Resource, ResourceId } from '../../../domain/resources/resource.ts';
import type { Appointment, AppointmentId } from '../../../domain/work/appointment.ts';
import type { Labels } from '../day/labels.ts';
import type { Eyes } from '../privacy/eyes.ts';

/** What the jobs of all sheets are looked up in. */
export interface SheetNames {
  readonly eyes: Eyes;
  readonly labels: Labels;
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly parts: ReadonlyMap<PartId, Part>;
  /** Those that are occurrences and no appointments yet. */
  readonly virtual: ReadonlySet<AppointmentId>;
}

/** One job as the sheet of `resource` tells it, to whoever prints it. */
export function sheetJob(appointment: Appointment, resource: Resource, names: SheetNames): SheetJob {
  const job = wholeJob(appointment, resource, names);
  return names.eyes.customers ? job : { ...job, contact: '', phone: '', address: '', notes: '' };
}

function wholeJob(appointment: Appointment, resource: Resource, names: SheetNames): SheetJob {
  const { labels } = names;
  const workOrder = labels.workOrder(appointment);
  const customer = labels.customer(appointment);
  const unit = labels.unit(appointment);
  const person = contactOf(appointment, names);
  return {
    appointmentId: appointment.id,
    occurrence: occurrenceOf(appointment, names),
    number: workOrder?.number ?? null,
    title: appointment.title,
    segment:
      appointment.segment === null ? null : { ordinal: appointment.segment.ordinal, count: appointment.segment.count },
    start: appointment.start,
    end: appointment.end,
    status: appointment.state.status,
    beThere:
      appointment.place === null || appointment.before <= 0 ? null : addMinutes(appointment.start, -appointment.before),
    due: workOrder?.due ?? null,
    customer: customer?.name ?? '',
    tier: customer?.tier ?? null,
    contact: person.name,
    phone: person.phone,
    unit: unit?.name ?? '',
    plate: unit?.plate ?? '',
    address: appointment.place?.address ?? '',
    partner: partnersOf(appointment, resource, names),
    notes: appointment.description === '' ? (workOrder?.description ?? '') : appointment.description,
    // Parts are taken along once, with the first.
    parts: ((appointment.segment?.ordinal ?? 1) > 1 ? [] : labels.needs(appointment).parts).map((need) => {
      const part = names.parts.get(need.partId);
      return { name: part?.name ?? '', quantity: need.quantity, measure: part?.measure ?? '' };
    }),
    checklist: labels.serviceType(appointment)?.checklist ?? [],
  };
}

function occurrenceOf({ id, seriesId, occurrence }: Appointment, { virtual }: SheetNames): SheetJob['occurrence'] {
  return seriesId === null || occurrence === null || !virtual.has(id) ? null : { seriesId, start: occurrence };
}

/** Whom to ask for: the customer's participant, else the customer's first contact, else the customer's own number. */
function contactOf(appointment: Appointment, names: SheetNames): { readonly name: string; readonly phone: string } {
  const customer = names.labels.customer(appointment);
  const participant = appointment.participants.find((one) => one.role === 'customer');
  const contact = participant ?? customer?.contacts[0];
  const phone = contact?.phone ?? '';
  return { name: contact?.name ?? '', phone: phone === '' ? (customer?.phone ?? '') : phone };
}

/** Bays first on a technician's sheet, people first on a bay's, never the sheet's own. */
function partnersOf(appointment: Appointment, resource: Resource, names: SheetNames): string {
  const others = appointment.claims
    .filter((claim) => claim.resourceId !== resource.id)
    .flatMap((claim) => names.resources.get(claim.resourceId) ?? []);
  const across = others.filter((other) => other.kind !== resource.kind);
  const beside = others.filter((other) => other.kind === resource.kind);
  return [...across, ...beside].map((other) => other.name).join(', ');
}
