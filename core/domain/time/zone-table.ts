/**
 * The product's own time-zone table as plain data; made by electron/launch/zones.mjs, kept in resources/zones/zones.json.
 * The form of a record is told in zone-record.ts.
 */
export interface ZoneTable {
  /** Release of the tz database, such as `2026f`. */
  readonly version: string;
  /** Canonical zone name to index into `records`. */
  readonly zones: Readonly<Record<string, number>>;
  /** Older zone name to canonical name. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly records: readonly string[];
}
