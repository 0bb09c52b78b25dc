import type { Reader } from '../../../core/application/ports/store.ts';
import type { ResourceId } from '../../../core/domain/resources/resource.ts';
import type { Appointment, Claim } from '../../../core/domain/work/appointment.ts';
import type { Rows } from './rows.ts';

/** What the model expects of one command. */
export type Answer =
  | { readonly refused: string; readonly rules: readonly string[] | null }
  | {
      readonly refused: null;
      /** Where the product may choose: each of these is right. Empty when there is nothing to choose. */
      readonly partner: Partner | null;
      /** The rows afterwards, given who was chosen, the id of the new appointment, and that appointment. */
      readonly rows: (chosen: Claim | null, id: string | null, made: Appointment | null) => Rows;
      /** Looks at what the product chose, says the rows that follow from it, and throws where it may not be. */
      readonly look?: (read: Reader, isRepetition: boolean) => Promise<Looked>;
      /** Refusals that are as right as this. */
      readonly mayRefuse?: readonly string[];
      /** A sentence why it should not have been refused; null when that was right. */
      readonly doubt?: () => string | null;
      readonly reverts?: number;
      /** The earlier entry of which this is a repetition: nothing happens. */
      readonly same?: number;
    };

/** The rows after a choice; `same` is the earlier entry whose receipt was the answer. */
export interface Looked {
  readonly rows: Rows;
  readonly same?: number;
}

export interface Partner {
  readonly role: Claim['role'];
  readonly among: readonly ResourceId[];
}

export function refused(kind: string, rules: readonly string[] | null = null): Answer {
  return { refused: kind, rules: rules === null ? null : [...new Set(rules)].toSorted() };
}

export function accepted(rows: Rows): Answer {
  return { refused: null, partner: null, rows: () => rows };
}
