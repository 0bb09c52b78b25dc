import type { Id } from '../../kernel/id.ts';
import type { Money } from '../organization/money.ts';
import type { OrganizationId } from '../organization/organization.ts';
import type { PartNeed } from '../parts/part.ts';
import type { SkillLevel } from '../resources/resource.ts';
import type { ExternalId } from '../organization/external-id.ts';
import type { Minutes } from '../time/instant.ts';
import type { DataSchema } from './custom-data.ts';

export type AppointmentKindId = Id<'appointment-kind'>;
export type ServiceTypeId = Id<'service-type'>;

/** One ordered scale: low < normal < high < urgent. */
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** The four the mission names; the board's hue follows them. */
export type KindCode = 'maintenance' | 'diagnostic' | 'repair' | 'emergency';

export interface AppointmentKind {
  readonly id: AppointmentKindId;
  readonly organizationId: OrganizationId;
  readonly code: KindCode;
  readonly name: string;
  readonly shortest: Minutes;
  readonly longest: Minutes;
  readonly priority: Priority;
  readonly autoBook: 'never' | 'critical-alerts' | 'next-slot';
}

export interface SkillNeed {
  readonly skill: string;
  readonly level: SkillLevel;
}

export interface ServiceType {
  readonly id: ServiceTypeId;
  readonly organizationId: OrganizationId;
  readonly kindId: AppointmentKindId;
  readonly name: string;
  readonly duration: Minutes;
  readonly skills: readonly SkillNeed[];
  /** What its bay must offer; null when it needs no bay because it happens at the customer's. */
  readonly capabilities: readonly string[] | null;
  readonly parts: readonly PartNeed[];
  /** Null takes the organization's. */
  readonly bufferBefore: Minutes | null;
  readonly bufferAfter: Minutes | null;
  /** What a technician ticks off on the sheet. */
  readonly checklist: readonly string[];
  /** What it costs; null when that is agreed each time. A late fee in per cent is taken of it. */
  readonly price: Money | null;
  /** What the custom data of its appointments looks like; null takes any. */
  readonly dataSchema: DataSchema | null;
  /** What other systems call it. */
  readonly externalIds: readonly ExternalId[];
}
