import type BetterSqlite3 from 'better-sqlite3';
import type { VerifyReport } from '../../contract/views/setup-view.ts';

export type Check = VerifyReport['checks'][number];

export function check(name: string, problems: number, fine: string, found: string): Check {
  return { name, ok: problems === 0, found: problems === 0 ? fine : found };
}

/** What a `select count(*) as count` answers. */
function count(database: BetterSqlite3.Database, text: string): number {
  return database.prepare<[], { count: number }>(text).get()?.count ?? 0;
}

export function integrity(database: BetterSqlite3.Database): Check {
  const found = String(database.pragma('integrity_check(1)', { simple: true }));
  return check('integrity', found === 'ok' ? 0 : 1, 'Every page is sound', found);
}

export function foreignKeys(database: BetterSqlite3.Database): Check {
  const broken = count(database, 'select count(*) as count from pragma_foreign_key_check');
  return check('foreign-keys', broken, 'Every reference leads somewhere', `${broken} references lead nowhere`);
}

/** Counts, at every start of a claim, the claims of the resource that hold then; the belt plays no part in this. */
export function doubleUse(database: BetterSqlite3.Database): Check {
  const twice = count(
    database,
    `with edges as (
       select resource_id, busy_from as at, 1 as change from claims where occupying = 1
       union all select resource_id, busy_to, -1 from claims where occupying = 1
     ), levels as (
       select resource_id, sum(change) over (
         partition by resource_id order by at, change rows between unbounded preceding and current row
       ) as level from edges
     )
     select count(distinct levels.resource_id) as count from levels
     join resources on resources.id = levels.resource_id where levels.level > resources.capacity`,
  );
  return check('double-use', twice, 'No resource is claimed twice', `${twice} resources are claimed twice`);
}

/** The claims table repeats the appointments; it must repeat them rightly for the belt to mean anything. */
export function claimsInStep(database: BetterSqlite3.Database): Check {
  const astray = count(
    database,
    `with wanted as (
       select id, busy_from, busy_to, status in ('held', 'confirmed', 'in-progress') as occupying,
         (select coalesce(sum(value ->> '$.units'), 0) from json_each(appointments.claims)) as units
       from appointments
     ), kept as (
       select appointment_id, min(busy_from) as least_from, max(busy_from) as most_from, min(busy_to) as least_to,
         max(busy_to) as most_to, min(occupying) as least, max(occupying) as most, count(*) as units
       from claims group by appointment_id
     )
     select count(*) as count from wanted left join kept on kept.appointment_id = wanted.id
     where wanted.units <> coalesce(kept.units, 0)
       or kept.units > 0 and (least_from, most_from, least_to, most_to, least, most)
         <> (busy_from, busy_from, busy_to, busy_to, wanted.occupying, wanted.occupying)`,
  );
  return check('claims', astray, 'Claims follow their appointments', `${astray} appointments differ from their claims`);
}

export function logSequence(database: BetterSqlite3.Database): Check {
  const entries = count(database, 'select count(*) as count from command_log');
  const last = count(database, 'select coalesce(max(sequence), 0) as count from command_log');
  const missing = last - entries;
  return check('log-sequence', missing, `${entries} entries without a gap`, `${missing} entries are missing`);
}
