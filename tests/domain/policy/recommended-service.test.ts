import { describe, expect, it } from 'vitest';
import type { AlertSeverity } from '../../../core/domain/policy/auto-book.ts';
import { recommendedService, type ServiceHint } from '../../../core/domain/policy/recommended-service.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { AppointmentKind, ServiceType } from '../../../core/domain/work/service-type.ts';
import { asId } from '../../../core/kernel/id.ts';

const organizationId = asId<'organization'>('org');

function kind(code: AppointmentKind['code'], autoBook: AppointmentKind['autoBook']): AppointmentKind {
  const length = { shortest: minutes(60), longest: minutes(120) };
  return { id: asId(code), organizationId, code, name: code, ...length, priority: 'normal', autoBook };
}

function service(name: string, kindCode: string, more: Partial<ServiceType> = {}): ServiceType {
  const none = { skills: [], capabilities: [], parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
  const open = { price: null, dataSchema: null, externalIds: [] };
  return {
    id: asId(`id of ${name}`),
    organizationId,
    kindId: asId(kindCode),
    name,
    duration: minutes(60),
    ...none,
    ...open,
    ...more,
  };
}

const skills = (...names: readonly string[]): ServiceType['skills'] => names.map((skill) => ({ skill, level: 1 }));
const parts = [{ partId: asId<'part'>('disc'), quantity: 2, critical: true }];

const all = {
  kinds: [kind('repair', 'critical-alerts'), kind('emergency', 'next-slot'), kind('diagnostic', 'never')],
  serviceTypes: [
    service('Engine repair', 'repair', { skills: skills('Engine', 'Electrics') }),
    service('Brake repair', 'repair', { skills: skills('Brakes'), parts }),
    service('Gearbox repair', 'repair', { skills: skills('Gearbox') }),
    service('Hydraulics', 'repair', { skills: skills('Hydraulics'), duration: minutes(120) }),
    service('Towing', 'emergency'),
    service('Roadside help', 'emergency'),
    service('Fault search', 'diagnostic'),
  ],
  canDo: (_one: ServiceType): boolean => true,
};

interface Said extends Partial<ServiceHint> {
  readonly severity?: AlertSeverity;
  readonly text?: string;
}

function found({ severity = 'high', text = '', ...hint }: Said, catalogue: Partial<typeof all> = {}) {
  const asked = { hint: { id: null, name: null, kind: null, ...hint }, severity, text };
  return recommendedService(asked, { ...all, ...catalogue });
}

function ask(said: Said, catalogue: Partial<typeof all> = {}) {
  const { serviceType, kind: of, reasons } = found(said, catalogue);
  return [serviceType?.name ?? null, of?.code ?? null, ...reasons.map(({ why }) => why)];
}

describe('the service that a message recommends', () => {
  it('is found by id', () => {
    expect(ask({ id: 'id of Brake repair' })).toEqual(['Brake repair', 'repair', 'service-known']);
  });

  it('is found by name, however it is written', () => {
    for (const name of ['Engine repair', 'engine_repair', 'ENGINE-REPAIR'])
      expect(ask({ name, severity: 'emergency' })).toEqual(['Engine repair', 'repair', 'service-known']);
  });

  it('is the only one of its kind', () => {
    expect(ask({ kind: 'diagnostic' })).toEqual(['Fault search', 'diagnostic', 'service-known']);
  });

  it('is of the kind that is called so, by its code or by its name', () => {
    const kinds = [...all.kinds.slice(1), { ...kind('repair', 'critical-alerts'), name: 'Component repair' }];
    for (const said of ['repair', 'Repair', 'component_repair'])
      expect(ask({ kind: said, text: 'brake' }, { kinds }).slice(0, 2)).toEqual(['Brake repair', 'repair']);
  });

  it('is left open when nothing is said and the severity asks for nothing', () => {
    expect(ask({})).toEqual([null, null, 'service-not-said']);
    expect(ask({ name: 'polish' })).toEqual([null, null, 'service-unknown']);
    expect(ask({ name: 'polish', kind: 'polish' })).toEqual([null, null, 'service-unknown', 'kind-unknown']);
  });

  it('is none when the kind has none', () => {
    const serviceTypes = all.serviceTypes.slice(-1);
    expect(ask({ kind: 'repair' }, { serviceTypes })).toEqual([null, 'repair', 'service-none']);
  });
});

describe('of a message that names no service we know', () => {
  it('critical ones ask for a component repair, emergencies for their own kind', () => {
    for (const severity of ['critical', 'urgent'] as const)
      expect(ask({ severity }).slice(1)).toEqual(['repair', 'kind-by-severity', 'service-chosen']);
    expect(ask({ severity: 'emergency' }).slice(1)).toEqual(['emergency', 'kind-by-severity', 'service-chosen']);
  });

  it('the kind that it names goes before its severity', () => {
    expect(ask({ kind: 'diagnostic', severity: 'critical' })).toEqual(['Fault search', 'diagnostic', 'service-known']);
  });

  it('an unknown name or kind is told and counts as not given', () => {
    const whys = ['service-unknown', 'kind-unknown', 'kind-by-severity', 'service-chosen'];
    expect(ask({ name: 'polish', kind: 'spa', severity: 'critical' }).slice(2)).toEqual(whys);
    expect(ask({ name: 'polish', kind: 'diagnostic' })).toEqual([
      'Fault search',
      'diagnostic',
      'service-unknown',
      'service-known',
    ]);
  });

  it('the severity is told where there is no such kind', () => {
    const kinds = all.kinds.slice(0, 1);
    expect(ask({ severity: 'emergency' }, { kinds })).toEqual([null, null, 'kind-missing']);
  });
});

describe('of several services of one kind', () => {
  const choice = (said: Said, catalogue: Partial<typeof all> = {}) => {
    const { serviceType, reasons } = found({ kind: 'repair', ...said }, catalogue);
    return { chosen: serviceType?.name, ...reasons.at(-1) };
  };

  it('the words of the message choose', () => {
    expect(choice({ text: 'Brake pressure too low' })).toEqual({
      chosen: 'Brake repair',
      why: 'service-by-words',
      facts: { service: 'Brake repair', count: 4 },
    });
  });

  it('the one with the fewest skills and parts is chosen, then the longest, and the reason says of how many', () => {
    expect(choice({})).toEqual({
      chosen: 'Hydraulics',
      why: 'service-chosen',
      facts: { service: 'Hydraulics', kind: 'repair', count: 4, said: 4, possible: 4 },
    });
  });

  it('it is one of those that the words fit', () => {
    expect(choice({ text: 'engine or gearbox' })).toMatchObject({
      chosen: 'Gearbox repair',
      facts: { said: 2, possible: 2 },
    });
  });

  it('it is one that can be done here, if there is any', () => {
    const canDo = ({ name }: ServiceType): boolean => name === 'Engine repair';
    expect(choice({}, { canDo })).toMatchObject({ chosen: 'Engine repair', facts: { said: 4, possible: 1 } });
    const never = (): boolean => false;
    expect(choice({}, { canDo: never })).toMatchObject({ chosen: 'Hydraulics', facts: { said: 4, possible: 0 } });
  });

  it('the first by name is chosen when nothing else tells them apart, however they lie', () => {
    for (const serviceTypes of [all.serviceTypes, all.serviceTypes.toReversed()])
      expect(choice({ kind: 'emergency' }, { serviceTypes }).chosen).toBe('Roadside help');
  });
});
