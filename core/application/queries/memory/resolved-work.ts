import type { Customer, Unit } from '../../../domain/work/customer.ts';
import type { AppointmentKind, ServiceType } from '../../../domain/work/service-type.ts';
import type { WorkOrder } from '../../../domain/work/work-order.ts';

/** The rows that one appointment or work order points to. */
export interface ResolvedWork {
  readonly workOrder: WorkOrder | undefined;
  readonly customer: Customer | undefined;
  readonly unit: Unit | undefined;
  readonly serviceType: ServiceType | undefined;
  readonly kind: AppointmentKind | undefined;
}
