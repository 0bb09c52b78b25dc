import type { Location } from '../../domain/organization/location.ts';
import type { Organization } from '../../domain/organization/organization.ts';
import type { Actor } from '../../domain/organization/actor.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { Part } from '../../domain/parts/part.ts';
import type { AppointmentKind, ServiceType } from '../../domain/work/service-type.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { HostKind } from '../host-kind.ts';

/** What a console needs once at start and again when it changes. */
export interface SetupView {
  readonly organization: Organization | null;
  readonly locations: readonly Location[];
  readonly kinds: readonly AppointmentKind[];
  readonly serviceTypes: readonly ServiceType[];
  readonly resources: readonly Resource[];
  readonly parts: readonly Part[];
  readonly actor: Actor;
  readonly host: HostKind;
  readonly now: Instant;
  readonly sequence: number;
  readonly version: string;
  readonly zoneTable: string;
  /** Of the database file. It changes with a `healthChanged` event. */
  readonly health: Health;
}

/** What is known of the database file: `damaged` means that pages of it are not sound. */
export type Health = 'unchecked' | 'checking' | 'ok' | 'damaged';

export interface BackupView {
  readonly file: string;
  readonly at: Instant;
  readonly bytes: number;
  readonly why: 'start-of-day' | 'before-migration' | 'on-command';
  readonly verified: boolean;
}

export interface SampleReport {
  /** Accepted ones. */
  readonly commands: number;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly found: string }[];
}

export interface IcsFile {
  readonly fileName: string;
  readonly text: string;
  readonly events: number;
}
