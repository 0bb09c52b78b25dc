/** A name some other system gave to the thing. */
export interface ExternalId {
  readonly source: string;
  readonly id: string;
}
