/** A foreign key that is checked at commit. */
export function references(table: string): string {
  return `references ${table} (id) deferrable initially deferred`;
}

/** The columns every row begins with. */
export function owned(): readonly string[] {
  return ['id text not null', `organization_id text not null ${references('organizations')}`];
}

/** Writes `create table` for an engine whose tables end so. */
export function tableText(end: string) {
  return (name: string, columns: readonly string[], key = 'primary key (id)'): string =>
    `create table ${name} (${[...columns, key].join(', ')}${end}`;
}
