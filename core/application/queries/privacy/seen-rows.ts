import type { Coordinates } from '../../../domain/organization/location.ts';
import type { PlacementNeeds } from '../../../domain/board/placement.ts';
import type { Series } from '../../../domain/series/series.ts';
import type { Appointment, Participant } from '../../../domain/work/appointment.ts';
import type { Customer, Unit } from '../../../domain/work/customer.ts';
import type { Place, WorkOrder } from '../../../domain/work/work-order.ts';
import type { Eyes } from './eyes.ts';

/**
 * Rows as whoever asks may see them. Without the right to read customers there is no phone, e-mail, address or note in
 * them; names, titles and times stay, as they are on the board.
 */
export function seenCustomer({ customers }: Eyes, row: Customer): Customer {
  if (customers) return row;
  return { ...row, phone: '', email: '', address: '', coordinates: null, contacts: [], notes: '' };
}

export function seenUnit({ customers }: Eyes, row: Unit): Unit {
  return customers ? row : { ...row, details: '' };
}

export function seenWorkOrder({ customers }: Eyes, row: WorkOrder): WorkOrder {
  return customers ? row : { ...row, description: '', place: withoutAddress(row.place) };
}

export function seenAppointment({ customers }: Eyes, row: Appointment): Appointment {
  if (customers) return row;
  return {
    ...row,
    description: '',
    place: withoutAddress(row.place),
    locationText: '',
    participants: row.participants.map(nameAlone),
    // Whoever asked from outside may be known by a phone number or an e-mail address.
    requestedBy: '',
    customData: {},
  };
}

export function seenSeries({ customers }: Eyes, row: Series): Series {
  if (customers) return row;
  const participants = row.participants.map(nameAlone);
  return { ...row, description: '', place: withoutAddress(row.place), participants };
}

export function seenNeeds({ customers }: Eyes, needs: PlacementNeeds): PlacementNeeds {
  return customers ? needs : { ...needs, place: withoutAddress(needs.place) };
}

/** To about a kilometre: which part of town, for drives, but not which door. */
export function roughly({ latitude, longitude }: Coordinates): Coordinates {
  return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
}

function withoutAddress(place: Place | null): Place | null {
  return place === null ? null : { address: '', coordinates: roughly(place.coordinates) };
}

function nameAlone(one: Participant): Participant {
  return { ...one, email: '', phone: '' };
}
