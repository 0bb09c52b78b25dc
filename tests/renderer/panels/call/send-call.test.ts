import { describe, expect, it } from 'vitest';
import type { CommandName } from '../../../../core/contract/commands/index.ts';
import type { SuggestionView } from '../../../../core/contract/views/suggestion-view.ts';
import { instant } from '../../../../core/domain/time/instant.ts';
import { localDate } from '../../../../core/domain/time/local-date.ts';
import { asId } from '../../../../core/kernel/id.ts';
import {
  emptyCall,
  withCustomer,
  withNewCustomer,
  type CallDraft,
} from '../../../../renderer/panels/call/call-draft.ts';
import {
  NOTHING_SAVED,
  sendCall,
  type CallOrder,
  type CallSender,
} from '../../../../renderer/panels/call/send-call.ts';
import { match, serviceType } from './people.ts';

interface Sent {
  readonly name: CommandName;
  readonly args: unknown;
}

/** Takes every command, except those named, and remembers what came. */
function recorder(refused: readonly CommandName[] = []): CallSender & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  let ids = 0;
  return {
    sent,
    newId: () => `id-${(ids += 1)}`,
    send: (name, args) => {
      sent.push({ name, args });
      return Promise.resolve(
        refused.includes(name)
          ? { ok: false, error: { kind: 'blocked', reasons: [], alternatives: [] }, message: '' }
          : { ok: true, value: { commandId: '', sequence: 1, at: instant(0), subject: '', touched: [] } },
      );
    },
  };
}

const slot: SuggestionView = {
  start: instant(0),
  end: instant(1),
  technician: { id: asId<'resource'>('mike'), name: 'Mike' },
  bay: { id: asId<'resource'>('bay-3'), name: 'Bay 3' },
  score: 0,
  confidence: 1,
  facts: [],
  parts: 'none-needed',
  cautions: [],
};
const SITE = { latitude: 59.9, longitude: 10.7 };
const empty = emptyCall('', localDate('2026-11-23'), '17:00');
const type = serviceType('Brake repair', { parts: [{ partId: asId<'part'>('disc'), quantity: 2 }] });
const written = (draft: CallDraft): CallDraft => ({ ...draft, serviceType: type, service: type.name });
const order = (draft: CallDraft, into: SuggestionView | null = slot): CallOrder => ({
  draft: written(draft),
  locationId: 'here',
  site: SITE,
  due: null,
  priority: 'high',
  slot: into,
  rank: 1,
});
const fresh: CallDraft = {
  ...withNewCustomer({ ...empty, who: 'Nina' }),
  unit: { kind: 'new', name: '', plate: '11-ABC-2' },
};
const names = (sender: { readonly sent: readonly Sent[] }) => sender.sent.map((one) => one.name);

describe('a call that is booked', () => {
  it('saves customer, unit and work order before the appointment, each under the id the next one names', async () => {
    const sender = recorder();
    const outcome = await sendCall(sender, order(fresh), NOTHING_SAVED);
    expect(names(sender)).toEqual(['addCustomer', 'addUnit', 'openWorkOrder', 'bookAppointment']);
    expect(sender.sent[1]?.args).toMatchObject({ customerId: 'id-1', name: '11-ABC-2', plate: '11-ABC-2' });
    expect(sender.sent[2]?.args).toMatchObject({ customerId: 'id-1', unitId: 'id-2', title: 'Brake repair' });
    expect(sender.sent[3]?.args).toMatchObject({
      workOrderId: 'id-3',
      suggested: { rank: 1 },
      claims: [
        { resourceId: 'mike', role: 'lead', units: 1 },
        { resourceId: 'bay-3', role: 'bay', units: 1 },
      ],
      reservationIds: ['id-5'],
    });
    expect(outcome).toMatchObject({ ok: true, appointmentId: 'id-4' });
  });

  it('adds nobody who is known, and no unit that has neither name nor plate', async () => {
    const known = recorder();
    await sendCall(known, order(withCustomer({ ...empty, who: '84klm' }, match())), NOTHING_SAVED);
    expect(names(known)).toEqual(['openWorkOrder', 'bookAppointment']);
    expect(known.sent[0]?.args).toMatchObject({ customerId: 'customer-1', unitId: 'unit-1' });
    const bare = recorder();
    await sendCall(bare, order({ ...fresh, unit: { kind: 'new', name: ' ', plate: '' } }), NOTHING_SAVED);
    expect(names(bare)).not.toContain('addUnit');
  });

  it('stops in the tray when there is no slot', async () => {
    const sender = recorder();
    const outcome = await sendCall(sender, order(fresh, null), NOTHING_SAVED);
    expect(names(sender).at(-1)).toBe('openWorkOrder');
    expect(outcome).toMatchObject({ ok: true, appointmentId: null });
  });

  it('tells at which step it was refused and repeats nothing when it is tried again', async () => {
    const first = await sendCall(recorder(['bookAppointment']), order(fresh), NOTHING_SAVED);
    expect(first).toMatchObject({ ok: false, step: 'booking', saved: { customerId: 'id-1', workOrderId: 'id-3' } });
    const again = recorder();
    const second = await sendCall(again, order(fresh), first.saved);
    expect(names(again)).toEqual(['bookAppointment']);
    expect(again.sent[0]?.args).toMatchObject({ workOrderId: 'id-3' });
    expect(second.ok).toBe(true);
  });
});

describe('a call about work at the customer’s', () => {
  const outside = serviceType('Roadside help', { capabilities: null });
  const opened = async (draft: CallDraft) => {
    const sender = recorder();
    await sendCall(sender, { ...order(draft, null), draft: { ...draft, serviceType: outside } }, NOTHING_SAVED);
    return sender.sent;
  };
  const rosa = withCustomer(empty, match());

  it('opens it at the customer’s address and position', async () => {
    expect((await opened(rosa)).at(-1)?.args).toMatchObject({
      capabilities: null,
      place: { address: 'Quay 7', coordinates: match().coordinates },
    });
  });

  it('takes the location’s position for an address that has none', async () => {
    const moved = await opened({ ...rosa, address: 'Pier 2' });
    expect(moved.at(-1)?.args).toMatchObject({ place: { address: 'Pier 2', coordinates: SITE } });
    const sent = await opened({ ...fresh, address: ' Mill Lane 4 ' });
    expect(sent[0]?.args).toMatchObject({ address: 'Mill Lane 4', coordinates: null });
    expect(sent.at(-1)?.args).toMatchObject({ place: { address: 'Mill Lane 4', coordinates: SITE } });
  });

  it('leaves work that needs a bay at the location', async () => {
    const sender = recorder();
    await sendCall(sender, order(rosa, null), NOTHING_SAVED);
    expect(sender.sent.at(-1)?.args).toMatchObject({ place: null });
  });
});
