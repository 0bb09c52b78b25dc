import type { PartNeed, PartOrder } from '../../domain/parts/part.ts';
import type { ResourceId } from '../../domain/resources/resource.ts';
import type { InstantRange } from '../../domain/time/instant.ts';
import type { SkillNeed } from '../../domain/work/service-type.ts';
import type { Place, WorkOrder, WorkOrderState } from '../../domain/work/work-order.ts';
import { fromExternalIdsText, toExternalIdsText } from './external-ids-text.ts';
import { defineFace } from './face.ts';
import { fromJson, fromListText, fromNullableJson, toNullableJson } from './json-text.ts';

export interface WorkOrderTable {
  readonly id: WorkOrder['id'];
  readonly organization_id: WorkOrder['organizationId'];
  readonly location_id: WorkOrder['locationId'];
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly customer_id: WorkOrder['customerId'];
  readonly unit_id: WorkOrder['unitId'];
  readonly service_type_id: WorkOrder['serviceTypeId'];
  readonly priority: WorkOrder['priority'];
  readonly duration_minutes: WorkOrder['duration'];
  readonly skills: string;
  readonly capabilities: string | null;
  readonly parts: string;
  readonly windows: string;
  readonly due_at: WorkOrder['due'];
  readonly preferred_technicians: string;
  readonly forbidden_technicians: string;
  readonly place: string | null;
  readonly opened_at: WorkOrder['openedAt'];
  /** JSON; null when nothing was ordered. */
  readonly ordered: string | null;
  readonly status: WorkOrderState['status'];
  readonly state: string | null;
  readonly external_ids: string;
  readonly revision: number;
}

const OPEN: WorkOrderState = { status: 'open' };

export const workOrderFace = defineFace<'workOrder', WorkOrderTable>({
  table: 'work_orders',
  columns: [
    'id',
    'organization_id',
    'location_id',
    'number',
    'title',
    'description',
    'customer_id',
    'unit_id',
    'service_type_id',
    'priority',
    'duration_minutes',
    'skills',
    'capabilities',
    'parts',
    'windows',
    'due_at',
    'preferred_technicians',
    'forbidden_technicians',
    'place',
    'opened_at',
    'ordered',
    'state',
    'external_ids',
  ],
  toRow: (one) => ({
    id: one.id,
    organization_id: one.organizationId,
    location_id: one.locationId,
    number: one.number,
    title: one.title,
    description: one.description,
    customer_id: one.customerId,
    unit_id: one.unitId,
    service_type_id: one.serviceTypeId,
    priority: one.priority,
    duration_minutes: one.duration,
    skills: JSON.stringify(one.skills),
    capabilities: toNullableJson(one.capabilities),
    parts: JSON.stringify(one.parts),
    windows: JSON.stringify(one.windows),
    due_at: one.due,
    preferred_technicians: JSON.stringify(one.preferredTechnicians),
    forbidden_technicians: JSON.stringify(one.forbiddenTechnicians),
    place: toNullableJson(one.place),
    opened_at: one.openedAt,
    ordered: one.ordered.length === 0 ? null : JSON.stringify(one.ordered),
    status: one.state.status,
    state: one.state.status === 'open' ? null : JSON.stringify(one.state),
    external_ids: toExternalIdsText(one.externalIds),
  }),
  fromRow: (row) => ({
    id: row.id,
    organizationId: row.organization_id,
    locationId: row.location_id,
    number: row.number,
    title: row.title,
    description: row.description,
    customerId: row.customer_id,
    unitId: row.unit_id,
    serviceTypeId: row.service_type_id,
    priority: row.priority,
    duration: row.duration_minutes,
    skills: fromListText(row.skills) as readonly SkillNeed[],
    capabilities: row.capabilities === null ? null : (fromListText(row.capabilities) as readonly string[]),
    parts: fromListText(row.parts) as readonly PartNeed[],
    windows: fromListText(row.windows) as readonly InstantRange[],
    due: row.due_at,
    preferredTechnicians: fromListText(row.preferred_technicians) as readonly ResourceId[],
    forbiddenTechnicians: fromListText(row.forbidden_technicians) as readonly ResourceId[],
    place: fromNullableJson(row.place) as Place | null,
    openedAt: row.opened_at,
    ordered: row.ordered === null ? [] : (fromListText(row.ordered) as readonly PartOrder[]),
    state: row.state === null ? OPEN : (fromJson(row.state) as WorkOrderState),
    externalIds: fromExternalIdsText(row.external_ids),
  }),
});
