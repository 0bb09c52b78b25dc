import { describe, expect, it } from 'vitest';
import { recommendedService, type ServiceHint } from '../../../core/domain/policy/recommended-service.ts';
import { minutes } from '../../../core/domain/time/instant.ts';
import type { AppointmentKind, ServiceType } from '../../../core/domain/work/service-type.ts';
import { asId } from '../../../core/kernel/id.ts';

const organizationId = asId<'organization'>('org');

function kind(code: AppointmentKind['code'], autoBook: AppointmentKind['autoBook']): AppointmentKind {
  const length = { shortest: minutes(60), longest: minutes(120) };
  return { id: asId(code), organizationId, code, name: code, ...length, priority: 'normal', autoBook };
}

function service(name: string, kindCode: string): ServiceType {
  const none = { skills: [], capabilities: [], parts: [], bufferBefore: null, bufferAfter: null, checklist: [] };
  const open = { price: null, dataSchema: null };
  return {
    id: asId(`id of ${name}`),
    organizationId,
    kindId: asId(kindCode),
    name,
    duration: minutes(60),
    ...none,
    ...open,
  };
}

const catalogue = {
  kinds: [kind('repair', 'critical-alerts'), kind('emergency', 'next-slot'), kind('diagnostic', 'never')],
  serviceTypes: [
    service('Engine repair', 'repair'),
    service('Brake repair', 'repair'),
    service('Towing', 'emergency'),
    service('Roadside help', 'emergency'),
    service('Fault search', 'diagnostic'),
  ],
};

const ask = (hint: Partial<ServiceHint>, text = '') => {
  const found = recommendedService({ id: null, name: null, kind: null, ...hint }, text, catalogue);
  return [found.serviceType?.name ?? null, found.kind?.code ?? null, found.reason.why];
};

describe('the service that a message recommends', () => {
  it('is found by id', () => {
    expect(ask({ id: 'id of Brake repair' })).toEqual(['Brake repair', 'repair', 'service-known']);
  });

  it('is found by name, however it is written', () => {
    for (const name of ['Engine repair', 'engine_repair', 'ENGINE-REPAIR'])
      expect(ask({ name })).toEqual(['Engine repair', 'repair', 'service-known']);
  });

  it('is the only one of its kind', () => {
    expect(ask({ kind: 'diagnostic' })).toEqual(['Fault search', 'diagnostic', 'service-known']);
  });

  it('is chosen among its kind by the words of the message', () => {
    expect(ask({ kind: 'repair' }, 'Brake pressure too low')).toEqual(['Brake repair', 'repair', 'service-by-words']);
  });

  it('is left open when the words fit several', () => {
    expect(ask({ kind: 'repair' }, 'engine or brake')).toEqual([null, 'repair', 'service-unclear']);
    expect(ask({ kind: 'repair' })).toEqual([null, 'repair', 'service-unclear']);
  });

  it('is the first by name for an emergency', () => {
    expect(ask({ kind: 'emergency' })).toEqual(['Roadside help', 'emergency', 'service-first']);
  });

  it('is unknown when nothing has its name and no kind is said', () => {
    expect(ask({ name: 'polish' })).toEqual([null, null, 'service-unknown']);
    expect(ask({ name: 'polish', kind: 'maintenance' })).toEqual([null, null, 'service-unknown']);
  });
});
