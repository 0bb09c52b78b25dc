import { accept } from '../../../kernel/outcome.ts';
import type { WaitlistEntryView } from '../../../contract/views/waiting-view.ts';
import { inTurn, type Wish } from '../../../domain/policy/waitlist.ts';
import type { Customer } from '../../../domain/work/customer.ts';
import type { WaitlistEntry } from '../../../domain/work/waitlist-entry.ts';
import { found } from '../../refusals.ts';
import type { Answerer } from '../../use-case.ts';
import { titleOfEntry } from '../../waiting/wishes.ts';

/** In turn as though a slot came that suits everybody. */
export const waitlist: Answerer<'waitlist'> = async (read, { locationId, status }) => {
  const location = await found(read, 'location', locationId, 'locationId');
  if (!location.ok) return location;
  const entries = await read.find('waitlistEntry', { locationId, ...(status.length === 0 ? {} : { status }) });
  const ids = entries.flatMap((one) => (one.customerId === null ? [] : [one.customerId]));
  const customers = new Map((await read.getMany('customer', [...new Set(ids)])).map((one) => [one.id, one]));
  const customerOf = ({ customerId }: WaitlistEntry): Customer | undefined =>
    customerId === null ? undefined : customers.get(customerId);
  const wishes = entries.map((entry): Wish<WaitlistEntry> => ({ entry, tier: customerOf(entry)?.tier ?? 'standard' }));
  const views: WaitlistEntryView[] = [];
  for (const { entry } of inTurn(wishes, null)) {
    const customer = customerOf(entry);
    views.push({
      entry,
      title: await titleOfEntry(read, entry),
      customer: customer === undefined ? null : { name: customer.name, tier: customer.tier },
    });
  }
  return accept(views);
};
