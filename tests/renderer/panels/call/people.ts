import type { CustomerMatch } from '../../../../core/contract/views/search-view.ts';
import { minutes } from '../../../../core/domain/time/instant.ts';
import type { ServiceType } from '../../../../core/domain/work/service-type.ts';
import { asId } from '../../../../core/kernel/id.ts';

export function match(part: Partial<CustomerMatch> = {}): CustomerMatch {
  return {
    id: 'customer-1',
    name: 'Rosa Lindqvist',
    tier: 'fleet',
    phone: '+47 900 11 222',
    address: 'Quay 7',
    coordinates: { latitude: 59.92, longitude: 10.76 },
    units: [
      { id: 'unit-1', name: 'Volvo FH16', plate: '84-KLM-2' },
      { id: 'unit-2', name: 'Iveco Daily', plate: '27-BHY-8' },
    ],
    ...part,
  };
}

export function serviceType(name: string, part: Partial<ServiceType> = {}): ServiceType {
  return {
    id: asId<'service-type'>(name),
    organizationId: asId<'organization'>('o'),
    kindId: asId<'appointment-kind'>('k'),
    name,
    duration: minutes(180),
    skills: [],
    capabilities: [],
    parts: [],
    bufferBefore: null,
    bufferAfter: null,
    checklist: [],
    price: null,
    dataSchema: null,
    externalIds: [],
    ...part,
  };
}
