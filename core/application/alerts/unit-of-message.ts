import type { UnitNamed } from '../../contract/messages/read-message.ts';
import { isId } from '../../kernel/id.ts';
import type { AlertReason } from '../../domain/work/alert.ts';
import type { Customer, Unit } from '../../domain/work/customer.ts';
import type { Reader } from '../ports/store.ts';

export interface FoundUnit {
  readonly unit: Unit | null;
  readonly customer: Customer | null;
  readonly reason: AlertReason;
}

/** The unit a message means: by our id, by an id of another system, by its plate. Two that fit are none. */
export async function unitOfMessage(read: Reader, named: UnitNamed): Promise<FoundUnit> {
  const said = named.id ?? named.externalId?.id ?? named.plate ?? named.text ?? '';
  const [unit, second] = await candidates(read, named);
  if (unit === undefined || second !== undefined)
    return { unit: null, customer: null, reason: { why: 'unit-unknown', facts: { unit: said } } };
  const customer = await read.get('customer', unit.customerId);
  const facts = { unit: unit.name, customer: customer?.name ?? '' };
  return { unit, customer: customer ?? null, reason: { why: 'unit-known', facts } };
}

async function candidates(read: Reader, named: UnitNamed): Promise<readonly Unit[]> {
  const { text, id, externalId, plate } = named;
  for (const own of [id, text]) {
    const unit = own !== null && isId(own) ? await read.get('unit', own) : undefined;
    if (unit !== undefined) return [unit];
  }
  if (externalId !== null) {
    const there = (await read.unitsNamed(externalId.id)).filter((unit) => isCalled(unit, externalId));
    if (there.length > 0) return there;
  }
  const name = plate ?? text;
  return name === null ? [] : read.unitsNamed(name);
}

function isCalled(unit: Unit, { source, id }: NonNullable<UnitNamed['externalId']>): boolean {
  return unit.externalIds.some((one) => one.id === id && (source === null || one.source === source));
}
