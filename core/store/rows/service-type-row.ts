import type { Money } from '../../domain/organization/money.ts';
import type { PartNeed } from '../../domain/parts/part.ts';
import type { DataSchema } from '../../domain/work/custom-data.ts';
import type { ServiceType, SkillNeed } from '../../domain/work/service-type.ts';
import { fromExternalIdsText, toExternalIdsText } from './external-ids-text.ts';
import { defineFace } from './face.ts';
import { fromListText, fromNullableJson, toNullableJson } from './json-text.ts';

export interface ServiceTypeTable {
  readonly id: ServiceType['id'];
  readonly organization_id: ServiceType['organizationId'];
  readonly kind_id: ServiceType['kindId'];
  readonly name: string;
  readonly duration_minutes: ServiceType['duration'];
  readonly skills: string;
  readonly capabilities: string | null;
  readonly parts: string;
  readonly buffer_before_minutes: ServiceType['bufferBefore'];
  readonly buffer_after_minutes: ServiceType['bufferAfter'];
  readonly checklist: string;
  readonly price: string | null;
  readonly data_schema: string | null;
  readonly external_ids: string;
  readonly revision: number;
}

export const serviceTypeFace = defineFace<'serviceType', ServiceTypeTable>({
  table: 'service_types',
  columns: [
    'id',
    'organization_id',
    'kind_id',
    'name',
    'duration_minutes',
    'skills',
    'capabilities',
    'parts',
    'buffer_before_minutes',
    'buffer_after_minutes',
    'checklist',
    'price',
    'data_schema',
    'external_ids',
  ],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    kind_id: one.kindId,
    name: one.name,
    duration_minutes: one.duration,
    skills: JSON.stringify(one.skills),
    capabilities: toNullableJson(one.capabilities),
    parts: JSON.stringify(one.parts),
    buffer_before_minutes: one.bufferBefore,
    buffer_after_minutes: one.bufferAfter,
    checklist: JSON.stringify(one.checklist),
    price: toNullableJson(one.price),
    data_schema: toNullableJson(one.dataSchema),
    external_ids: toExternalIdsText(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    kindId: row.kind_id,
    name: row.name,
    duration: row.duration_minutes,
    skills: fromListText(row.skills) as readonly SkillNeed[],
    capabilities: fromNullableJson(row.capabilities) as readonly string[] | null,
    parts: fromListText(row.parts) as readonly PartNeed[],
    bufferBefore: row.buffer_before_minutes,
    bufferAfter: row.buffer_after_minutes,
    checklist: fromListText(row.checklist) as readonly string[],
    price: fromNullableJson(row.price) as Money | null,
    dataSchema: fromNullableJson(row.data_schema) as DataSchema | null,
    externalIds: fromExternalIdsText(row.external_ids),
  }),
});
