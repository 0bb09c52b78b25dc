import type { Coordinates } from '../domain/organization/location.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { CustomerId, CustomerTier, UnitId } from '../domain/work/customer.ts';
import type { Dice } from './dice.ts';
import { UNIT_NAMES, type PlaceData } from './site.ts';
import { timed, type TimedCommand } from './timed-command.ts';

export interface SampleCustomer {
  readonly id: CustomerId;
  readonly tier: CustomerTier;
  readonly address: string;
  readonly coordinates: Coordinates;
  readonly units: readonly UnitId[];
}

const LETTERS = 'ABCDEFGHJKLMNPRSTVWXYZ';

/** N stands for a digit, L for a letter. */
function plate(dice: Dice, pattern: string): string {
  return pattern
    .replaceAll('L', () => LETTERS[dice.below(LETTERS.length)] ?? 'A')
    .replaceAll('N', () => String(dice.between(1, 9)));
}

/** About a third are companies with a fleet; the others are people with one or two units. */
export function sampleCustomers(
  dice: Dice,
  place: PlaceData,
  count: number,
  at: Instant,
): { readonly customers: readonly SampleCustomer[]; readonly commands: readonly TimedCommand[] } {
  const commands: TimedCommand[] = [];
  const customers = Array.from({ length: count }, (_, index): SampleCustomer => {
    const company = index < place.companies.length || dice.chance(0.2);
    const person = `${dice.pick(place.first)} ${dice.pick(place.last)}`;
    const again = Math.floor(index / place.companies.length);
    const name = company
      ? `${place.companies[index % place.companies.length] ?? person}${again === 0 ? '' : ` ${again + 1}`}`
      : person;
    const tier: CustomerTier = company
      ? dice.chance(0.6)
        ? 'fleet'
        : 'premium'
      : dice.chance(0.15)
        ? 'premium'
        : 'standard';
    const [town = '', latitude = 0, longitude = 0] = dice.pick(place.towns);
    const coordinates = {
      latitude: Math.round((Number(latitude) + (dice.below(400) - 200) / 10_000) * 10_000) / 10_000,
      longitude: Math.round((Number(longitude) + (dice.below(400) - 200) / 10_000) * 10_000) / 10_000,
    };
    const address = `${dice.pick(place.streets)} ${dice.between(1, 180)}, ${String(town)}`;
    const phone = `${place.countryCode} ${dice.between(400, 999)} ${dice.between(10, 99)} ${dice.between(100, 999)}`;
    const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`;
    const id = dice.id<'customer'>(at);
    const contacts = company ? [{ name: person, role: 'Fleet manager', phone, email: '' }] : [];
    commands.push(
      timed(at, 'addCustomer', { id, name, tier, phone, email, address, coordinates, contacts, notes: '' }),
    );
    const units = Array.from({ length: company ? dice.between(2, 4) : dice.between(1, 2) }, () => {
      const unit = {
        id: dice.id<'unit'>(at),
        customerId: id,
        name: dice.pick(UNIT_NAMES),
        plate: plate(dice, place.plate),
      };
      commands.push(timed(at, 'addUnit', { ...unit, details: '' }));
      return unit.id;
    });
    return { id, tier, address, coordinates, units };
  });
  return { customers, commands };
}
