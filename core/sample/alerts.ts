import type { CommandArgs } from '../contract/client.ts';
import type { PartId } from '../domain/parts/part.ts';
import { addMinutes, type Instant } from '../domain/time/instant.ts';
import type { Dice } from './dice.ts';
import { timed, type TimedCommand } from './timed-command.ts';

/** The skill of the desk that looks at units from afar: nobody else has it, so that alerts take nobody else's time. */
export const TELEMATICS = 'Telematics';
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const everyDay = (from: number, to: number) => WEEK.map((weekday) => ({ weekday, from, to }));

interface AlertTime {
  readonly dice: Dice;
  readonly now: Instant;
  readonly opened: Instant;
  /** Everything else of the site: its commands tell the units. */
  readonly site: readonly TimedCommand[];
  readonly locationId: string;
  /** Parts of which the site has few. */
  readonly scarce: readonly PartId[];
  readonly kinds: readonly TimedCommand[];
}

/**
 * Three messages with three outcomes: a critical one that books itself on the telematics desk, a decision for a unit that
 * nobody knows, which waits in the tray, and one that asks for nothing. And work that is short of a part, ordered.
 */
export function sampleAlerts(time: AlertTime): readonly TimedCommand[] {
  const { dice, now, opened, locationId } = time;
  const units = argsOf(time.site, 'addUnit').filter((unit) => unit.plate !== '');
  const repair = argsOf(time.kinds, 'addAppointmentKind').find((kind) => kind.code === 'repair');
  const unit = units[0];
  if (unit === undefined || repair === undefined) return [];
  const setUp = addMinutes(opened, 8);
  const at = addMinutes(now, -0.5);
  const message = (id: string, more: object): CommandArgs<'receiveAlert'> => ({
    id: dice.id<'alert'>(at),
    workOrderId: dice.id<'work-order'>(at),
    appointmentId: dice.id<'appointment'>(at),
    message: {
      version: 1,
      id,
      occurredAt: new Date(addMinutes(at, -3)).toISOString(),
      service: { name: SERVICE },
      location: locationId,
      ...more,
    },
  });
  return [
    timed(setUp, 'addTechnician', deskArgs(dice, setUp, locationId)),
    timed(setUp, 'addServiceType', serviceArgs(dice, setUp, repair.id)),
    timed(setUp, 'updateUnit', { ...unit, externalIds: [{ source: 'telematics', id: 'V001' }] }),
    timed(
      at,
      'receiveAlert',
      message('alr-1001', {
        name: 'alert.created',
        severity: 'critical',
        unit: { externalId: { source: 'telematics', id: 'V001' } },
        summary: 'Exhaust temperature above 650 degrees',
        fault: 'Three readings within ten minutes; the engine went into limp mode.',
        sensor: { channel: 'EGT', celsius: [612, 648, 661] },
      }),
    ),
    timed(
      at,
      'receiveAlert',
      message('dec-2001', {
        name: 'agent.decision.made',
        severity: 'high',
        unit: 'V777',
        summary: 'Battery wears faster than it should',
        decision: 'service',
        agent: 'battery-watch',
        confidence: 0.82,
      }),
    ),
    timed(
      at,
      'receiveAlert',
      message('dec-2002', {
        name: 'agent.decision.made',
        severity: 'low',
        unit: unit.plate,
        summary: 'Tyre pressure back to normal',
        decision: 'none',
        agent: 'tyre-watch',
      }),
    ),
    ...orderOf(time, setUp, at),
  ];
}

const SERVICE = 'Remote engine session';

function deskArgs(dice: Dice, at: Instant, locationId: string): CommandArgs<'addTechnician'> {
  return {
    id: dice.id<'resource'>(at),
    locationId,
    name: 'Telematics desk',
    position: 90,
    active: true,
    hours: everyDay(6 * 60, 22 * 60),
    overrides: [],
    breaks: [],
    skills: [{ skill: TELEMATICS, level: 3, expiresOn: null }],
    homeBase: null,
    dailyMaximum: null,
    targetMinutes: null,
    specialization: 'Remote diagnosis',
    yearsOfExperience: 6,
    rating: 4.6,
    phone: '',
    email: '',
    field: false,
  };
}

function serviceArgs(dice: Dice, at: Instant, kindId: string): CommandArgs<'addServiceType'> {
  return {
    id: dice.id<'service-type'>(at),
    kindId,
    name: SERVICE,
    duration: 180,
    skills: [{ skill: TELEMATICS, level: 2 }],
    capabilities: null,
    parts: [],
    bufferBefore: null,
    bufferAfter: null,
    checklist: ['Connect', 'Read the faults', 'Write the set-points', 'Disconnect'],
  };
}

/** More filters than lie there or come: the rest is asked for. */
function orderOf({ dice, locationId, scarce }: AlertTime, setUp: Instant, at: Instant): readonly TimedCommand[] {
  const partId = scarce[0];
  if (partId === undefined) return [];
  const workOrderId = dice.id<'work-order'>(setUp);
  const order: CommandArgs<'openWorkOrder'> = {
    id: workOrderId,
    locationId,
    title: 'Spare parts for the winter campaign',
    description: '',
    customerId: null,
    unitId: null,
    serviceTypeId: null,
    priority: 'low',
    duration: 60,
    skills: [{ skill: TELEMATICS, level: 1 }],
    capabilities: null,
    parts: [{ partId, quantity: 60 }],
    windows: [],
    due: null,
    preferredTechnicians: [],
    forbiddenTechnicians: [],
    place: null,
  };
  return [timed(at, 'openWorkOrder', order), timed(at, 'orderParts', { workOrderId })];
}

/** The table of commands gives each name its own arguments. */
function argsOf<N extends TimedCommand['name']>(commands: readonly TimedCommand[], name: N): readonly CommandArgs<N>[] {
  return commands.flatMap((one) => (one.name === name ? [one.args as CommandArgs<N>] : []));
}
