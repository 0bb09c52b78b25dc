import { idOf, write, type Written } from './send.ts';

/** Tuesday 24 November 2026, 00:00 in Oslo. */
const TUESDAY = Date.UTC(2026, 10, 23, 23);
const HOUR = 3_600_000;

/** Hours after midnight; the drive between two of them never takes half an hour, and the break stays free. */
const STARTS = [6.5, 7.5, 8.5, 9.5, 10.5, 11.25, 12.75, 13.5, 14.25, 15, 15.75, 16.5, 17.25, 18.25];
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const LONG_NAME = 'Maximiliane-Theodora Featherstonehaugh-Cholmondeley von Hohenlohe-Schillingsfürst und zu Waldenburg';
const UNBROKEN = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

export const VICTOR = 'Viktoria Lindqvist-Aa';
export const IDLE = 'Olav Uten Arbeid';
export const AWAY = 'Kari Borte';

/** Who works all week from six to eight and drives. */
export function technician(number: number, locationId: string, name: string, position: number): Written {
  return write('addTechnician', {
    id: idOf(number),
    locationId,
    name,
    position,
    active: true,
    hours: ALL_WEEK.map((weekday) => ({ weekday, from: 6 * 60, to: 20 * 60 })),
    overrides: [],
    breaks: ALL_WEEK.map((weekday) => ({ weekday, from: 12 * 60, to: 12 * 60 + 30 })),
    skills: [{ skill: 'Brakes', level: 3, expiresOn: null }],
    homeBase: { latitude: 59.91, longitude: 10.75 },
    dailyMaximum: 30,
    targetMinutes: null,
    specialization: '',
    yearsOfExperience: 5,
    rating: 4,
    phone: '',
    email: '',
    field: true,
  });
}

interface Work {
  readonly number: number;
  readonly technician: number;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly notes: string;
  readonly parts: number;
  readonly customer: number;
  readonly address?: string;
}

function work(locationId: string, one: Work): readonly Written[] {
  const place =
    one.address === undefined
      ? null
      : { address: one.address, coordinates: { latitude: 59.91 + (one.number % 3) * 0.02, longitude: 10.75 } };
  return [
    write('openWorkOrder', {
      id: idOf(1000 + one.number),
      locationId,
      title: one.title,
      description: one.notes,
      customerId: idOf(one.customer),
      unitId: idOf(one.customer + 10),
      serviceTypeId: null,
      priority: 'normal',
      duration: (one.to - one.from) * 60,
      skills: [],
      capabilities: null,
      parts: Array.from({ length: one.parts }, (_, index) => ({ partId: idOf(500 + index), quantity: index + 1 })),
      windows: [],
      due: TUESDAY + 21 * HOUR,
      preferredTechnicians: [],
      forbiddenTechnicians: [],
      place,
    }),
    write('bookAppointment', {
      id: idOf(2000 + one.number),
      locationId,
      workOrderId: idOf(1000 + one.number),
      title: '',
      start: TUESDAY + one.from * HOUR,
      end: TUESDAY + one.to * HOUR,
      claims: [{ resourceId: idOf(one.technician), role: 'lead', units: 1 }],
      as: 'confirmed',
      serviceTypeId: null,
      customerId: null,
      unitId: null,
      participants: [],
      description: '',
      reservationIds: Array.from({ length: one.parts }, (_, index) => idOf(10_000 + one.number * 50 + index)),
      recording: true,
    }),
  ];
}

function customer(number: number, name: string, unit: string): readonly Written[] {
  return [
    write('addCustomer', {
      id: idOf(number),
      name,
      tier: 'fleet',
      phone: '+47 555 01 22',
      email: '',
      address: '',
      coordinates: null,
      contacts: [{ name: 'Ingrid Berg', role: '', phone: '+47 555 01 22', email: '' }],
      notes: '',
    }),
    write('addUnit', { id: idOf(number + 10), customerId: idOf(number), name: unit, plate: '71-PQR-8', details: '' }),
  ];
}

/** Fourteen jobs for one, the longest of names and notes for another, nothing for a third, and one who is away. */
export function hardDays(locationId: string): readonly Written[] {
  const sentence = 'Driver waits in the cab. Hi-vis and two cones. Approach from exit 41 and ask at the gate. ';
  return [
    technician(1, locationId, VICTOR, 100),
    technician(2, locationId, LONG_NAME, 101),
    technician(3, locationId, IDLE, 102),
    technician(4, locationId, AWAY, 103),
    ...customer(20, 'Nordlast AS', 'Scania R450'),
    ...customer(21, `${UNBROKEN} mbH & Co. KG, Niederlassung Harburg-Wilhelmsburg`, `Sattelzugmaschine ${UNBROKEN}`),
    ...Array.from({ length: 40 }, (_, index) => [
      write('addPart', {
        id: idOf(500 + index),
        number: `P-${index}`,
        name: index % 7 === 3 ? `Brake hose 12 mm with ${UNBROKEN}` : `Brake hose ${index + 8} mm`,
        measure: index % 2 === 0 ? 'piece' : 'litre',
        leadTimeDays: 1,
      }),
      write('stockPart', { id: idOf(700 + index), partId: idOf(500 + index), locationId, onHand: 1000 }),
    ]).flat(),
    ...Array.from({ length: 14 }, (_, index) =>
      work(locationId, {
        number: index,
        technician: 1,
        title: ['Brake failure, roadside', 'Depot check, 2 units', 'Tyres'][index % 3] ?? '',
        from: STARTS[index] ?? 0,
        to: (STARTS[index] ?? 0) + 0.25,
        notes: index % 4 === 0 ? sentence : '',
        parts: index % 5,
        customer: 20,
        ...(index % 2 === 0 ? { address: 'E18 km 42, lay-by north' } : {}),
      }),
    ).flat(),
    ...work(locationId, {
      number: 50,
      technician: 2,
      title: `${UNBROKEN}: ${sentence}`.slice(0, 200).trim(),
      from: 7,
      to: 9,
      notes: sentence.repeat(44).trim(),
      parts: 40,
      customer: 21,
      address: `${UNBROKEN}straße 1234, Hinterhof, dritter Aufgang links, ${sentence}`.slice(0, 300).trim(),
    }),
    ...work(locationId, {
      number: 51,
      technician: 2,
      title: 'Lists',
      from: 10,
      to: 11,
      notes: Array.from({ length: 60 }, (_, index) => `${index + 1}. Check`).join('\n'),
      parts: 0,
      customer: 21,
    }),
    write('recordAbsence', {
      id: idOf(900),
      resourceId: idOf(4),
      range: { from: TUESDAY, to: TUESDAY + 24 * HOUR },
      reason: 'Training, hydraulics',
    }),
  ];
}
