import type { Part } from '../../domain/parts/part.ts';
import { hoursOf, hoursText, skillsOf, skillsText, USUAL_HOURS, yesOf, yesText } from './cell-words.ts';
import { idOf, type Cell, type CsvForm } from './csv-form.ts';
import { byName, fold } from './look-ups.ts';

export const customers: CsvForm<'customer'> = {
  entity: 'customer',
  columns: ['id', 'name', 'tier', 'phone', 'email', 'address', 'latitude', 'longitude', 'notes'],
  needed: ['name'],
  write: ({ id, name, tier, phone, email, address, coordinates, notes }) => {
    const at = [coordinates?.latitude ?? null, coordinates?.longitude ?? null];
    return [id, name, tier, phone, email, address, ...at, notes];
  },
  plan: (cells, _known, newId) => {
    const [latitude, longitude] = [cells.number('latitude'), cells.number('longitude')];
    const args = {
      id: idOf(cells, newId),
      name: cells.text('name'),
      tier: cells.text('tier', 'standard'),
      phone: cells.text('phone'),
      email: cells.text('email'),
      address: cells.text('address'),
      coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
      contacts: [],
      notes: cells.text('notes'),
    };
    return [{ name: 'addCustomer', args }];
  },
};

export const units: CsvForm<'unit'> = {
  entity: 'unit',
  columns: ['id', 'customer', 'name', 'plate', 'details'],
  needed: ['customer', 'name'],
  write: ({ id, customerId, name, plate, details }, known) => [
    id,
    known.names.get(customerId) ?? customerId,
    name,
    plate,
    details,
  ],
  plan: (cells, known, newId) => {
    const customer = cells.named(
      'customer',
      (name) => known.customers.get(name) ?? known.customers.get(fold(name)),
      'needed',
    );
    const texts = { name: cells.text('name'), plate: cells.text('plate'), details: cells.text('details') };
    return [{ name: 'addUnit', args: { id: idOf(cells, newId), customerId: customer?.id, ...texts } }];
  },
};

export const technicians: CsvForm<'resource'> = {
  entity: 'resource',
  columns: [
    'id',
    'location',
    'name',
    'skills',
    'phone',
    'email',
    'specialization',
    'yearsOfExperience',
    'rating',
    'hours',
    'breaks',
    'dailyMaximum',
    'targetMinutes',
    'latitude',
    'longitude',
    'field',
    'active',
  ],
  needed: ['name'],
  write: (one, known) => {
    if (one.kind !== 'technician') return [];
    const place = known.names.get(one.locationId) ?? '';
    const { id, name, phone, email, specialization, yearsOfExperience, rating, homeBase } = one;
    const words = [id, place, name, skillsText(one.skills), phone, email, specialization, yearsOfExperience, rating];
    const days = [hoursText(one.hours), hoursText(one.breaks), one.dailyMaximum, one.targetMinutes];
    const base = [homeBase?.latitude ?? null, homeBase?.longitude ?? null];
    return [...words, ...days, ...base, yesText(one.field), yesText(one.active)];
  },
  plan: (cells, known, newId) => {
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const [latitude, longitude] = [cells.number('latitude'), cells.number('longitude')];
    const args = {
      id: idOf(cells, newId),
      locationId: location?.id,
      name: cells.text('name'),
      position: known.setup.resources.length,
      active: yesOf(cells, 'active', true),
      hours: hoursOf(cells, 'hours', USUAL_HOURS),
      overrides: [],
      breaks: hoursOf(cells, 'breaks', []),
      skills: skillsOf(cells, 'skills'),
      homeBase: latitude === null || longitude === null ? null : { latitude, longitude },
      dailyMaximum: cells.number('dailyMaximum'),
      targetMinutes: cells.number('targetMinutes'),
      specialization: cells.text('specialization'),
      yearsOfExperience: cells.number('yearsOfExperience') ?? 0,
      rating: cells.number('rating') ?? 0,
      phone: cells.text('phone'),
      email: cells.text('email'),
      field: yesOf(cells, 'field', false),
    };
    return [{ name: 'addTechnician', args }];
  },
};

export const parts: CsvForm<'part'> = {
  entity: 'part',
  columns: ['id', 'number', 'name', 'measure', 'leadTimeDays', 'location', 'onHand'],
  needed: ['number', 'name'],
  write: (part) => partCells(part, null, null),
  /** A line for each location that keeps it. */
  lines: (part, known) => {
    const kept = known.stocks.get(part.id) ?? [];
    if (kept.length === 0) return [partCells(part, null, null)];
    return kept.map(({ locationId, onHand }) => partCells(part, known.names.get(locationId) ?? locationId, onHand));
  },
  plan: (cells, known, newId) => {
    const id = idOf(cells, newId);
    const words = { number: cells.text('number'), name: cells.text('name'), measure: cells.text('measure', 'piece') };
    const add = { name: 'addPart', args: { id, ...words, leadTimeDays: cells.number('leadTimeDays') ?? 0 } };
    const onHand = cells.number('onHand');
    if (onHand === null) return [add];
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    return [add, { name: 'stockPart', args: { id: newId(), partId: id, locationId: location?.id, onHand } }];
  },
};

function partCells(part: Part, location: string | null, onHand: number | null): readonly Cell[] {
  const { id, number, name, measure, leadTimeDays } = part;
  return [id, number, name, measure, leadTimeDays, location, onHand];
}
