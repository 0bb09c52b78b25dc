import type { EntityName } from '../../domain/ops/op.ts';
import { absenceFace } from './absence-row.ts';
import { appointmentKindFace } from './appointment-kind-row.ts';
import { appointmentFace } from './appointment-row.ts';
import { customerFace } from './customer-row.ts';
import { documentFaces } from './document-row.ts';
import type { Face } from './face.ts';
import { locationFace } from './location-row.ts';
import { organizationFace } from './organization-row.ts';
import { partFace, reservationFace, stockFace } from './part-row.ts';
import { resourceFace } from './resource-row.ts';
import { serviceTypeFace } from './service-type-row.ts';
import { unitFace } from './unit-row.ts';
import { workOrderFace } from './work-order-row.ts';

export const faces: { readonly [E in EntityName]: Face<E> } = {
  organization: organizationFace,
  location: locationFace,
  resource: resourceFace,
  absence: absenceFace,
  customer: customerFace,
  unit: unitFace,
  appointmentKind: appointmentKindFace,
  serviceType: serviceTypeFace,
  part: partFace,
  stock: stockFace,
  reservation: reservationFace,
  workOrder: workOrderFace,
  appointment: appointmentFace,
  ...documentFaces,
};

export const ENTITY_NAMES = Object.keys(faces) as readonly EntityName[];
