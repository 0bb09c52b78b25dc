import { idOf, type CsvForm } from './csv-form.ts';
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

const SKILL = /^(.+?)\s*:\s*([123])$/;

export const technicians: CsvForm<'resource'> = {
  entity: 'resource',
  columns: ['id', 'location', 'name', 'skills', 'phone', 'email', 'specialization', 'yearsOfExperience', 'rating'],
  needed: ['name'],
  write: (one, known) => {
    if (one.kind !== 'technician') return [];
    const skills = one.skills.map(({ skill, level }) => `${skill}:${level}`).join('; ');
    const place = known.names.get(one.locationId) ?? '';
    const { id, name, phone, email, specialization, yearsOfExperience, rating } = one;
    return [id, place, name, skills, phone, email, specialization, yearsOfExperience, rating];
  },
  plan: (cells, known, newId) => {
    const location = cells.named('location', (name) => byName(known.setup.locations, name), 'needed');
    const skills = cells
      .text('skills')
      .split(';')
      .filter((one) => one.trim() !== '')
      .map((one) => {
        const found = SKILL.exec(one.trim());
        if (found === null) cells.problem('skills', 'must be like "Engine:3; Brakes:2", with levels 1 to 3');
        return { skill: found?.[1] ?? one, level: Number(found?.[2] ?? 1), expiresOn: null };
      });
    const weekdays = [1, 2, 3, 4, 5];
    const args = {
      id: idOf(cells, newId),
      locationId: location?.id,
      name: cells.text('name'),
      position: known.setup.resources.length,
      active: true,
      hours: weekdays.map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 })),
      overrides: [],
      breaks: [],
      skills,
      homeBase: null,
      dailyMaximum: null,
      targetMinutes: null,
      specialization: cells.text('specialization'),
      yearsOfExperience: cells.number('yearsOfExperience') ?? 0,
      rating: cells.number('rating') ?? 0,
      phone: cells.text('phone'),
      email: cells.text('email'),
      field: false,
    };
    return [{ name: 'addTechnician', args }];
  },
};

export const parts: CsvForm<'part'> = {
  entity: 'part',
  columns: ['id', 'number', 'name', 'measure', 'leadTimeDays', 'location', 'onHand'],
  needed: ['number', 'name'],
  write: ({ id, number, name, measure, leadTimeDays }) => [id, number, name, measure, leadTimeDays, null, null],
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
