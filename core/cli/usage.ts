/** What `laneway --help` prints. */
export const USAGE = `Usage: laneway TASK [words] [flags]

Tasks
  contract [NAME]            every command, query and run with what it takes; or one of them in full
  query NAME [JSON]          ask something, for example: laneway query setup
  command NAME JSON          change something: bare arguments, or {"id", "args", "why", "acceptCautions"}
  backup                     make a verified backup now
  restore FILE NEWPATH       copy a backup to a new data folder (or .sqlite file), checked; never over anything
  verify                     check the database: integrity, double use, log against rows
  rebuild NEWPATH            write a new data folder (or .sqlite file) from the log, for a file whose rows are damaged
  health                     silent traps in the data: no shift, no hours, a skill nobody holds, parts without stock
  alerts [send FILE]         messages that came in; or take in those of a JSON file
  report [NAME]              one report over local days, the last 30 by default; without a name, all there are
  export FILE                everything, one JSON object to a line; with --of one kind as CSV; "-" is stdout
  import FILE                the same files back in, row by row, through the commands; "-" is stdin
  plan --location NAME --date DATE
                             plan what is in the tray of a location; --apply does it, as one step
  suggest WORK_ORDER         the best slots for a work order by its number, and why not the others; --top N of them
  plan --instance FILE       plan a "tbs-1" instance of technicians, bays and jobs; --out writes the plan
  suggest --instance FILE --job ID
                             the best slots for one job beside --plan, that differ, each with its cost term by term
  setup-scheduling-resources hours 9 to 17 for whatever has none, and a team resource for each team of --file
  sample                     fill an empty database with the sample organization

Flags
  --json                     one JSON document on stdout, for programs
  --data DIR                 the data folder; else LANEWAY_DATA, else this system's usual place
  --why TEXT                 (command) the reason kept in the log
  --accept-cautions          (command, import, plan --apply) go on over cautions; they are kept as an override
  --scale day|large|dense    (sample) how much
  --today DATE               (sample) the day it is made around, like 2026-11-23
  --of KIND                  (export, import) customers, units, technicians, parts, work-orders or appointments, as CSV
  --dry-run                  (import) say what would happen, write nothing
  --from DATE, --to DATE     (report) first and last day
  --location NAME            (report, plan) one location; all of them, or the only one, when left out
  --date DATE, --days N      (plan) the first day, and how many, 1 by default
  --move, --overtime         (plan) let appointments give way, and let work go on behind shifts, at the location's price
  --apply                    (plan) do it: all lines of the plan or none
  --seconds S                (plan) seconds to search, 5 by default and 60 at most
  --iterations K             (plan) so many rounds instead: the same plan on every machine
  --seconds S                (plan --instance) CPU seconds to search, 10 by default
  --seed N                   (plan --instance) the same seed and --iterations give the same plan; 1 by default
  --iterations K             (plan --instance) rounds to search; --seconds then only ends a search that takes longer
  --prove [SECONDS]          (plan) prove how good the plan is, for up to 25 jobs in the bays of one place, or a dozen of any
                             kind on the database: how far off the best it is at most, or the better plan where it finds
                             one; so many seconds more at most, 30 by default and 120 at most, with --instance 60 by default
  --out PLAN                 (plan --instance) where the plan goes; written over a plan only, "-" is stdout
  --plan PLAN                (suggest --instance) a plan; when left out, only what is fixed stands
  --job ID, --top N          (suggest --instance) which job, and how many slots, 3 by default
  --file FILE                (setup-scheduling-resources) teams as JSON or CSV: name, members, location
  --as USER-ID               act as this user; only where no copy is running on the data
  --org-id ID                act in this organization; "new" for a command that sets up another one
  --help                     this text

JSON may be "-": then it is read from stdin. Laneway asks the copy that is running on the data folder, and opens the
database itself where none is.

Exit codes
  0  done
  1  refused: the sentence says why; also when verify or health found something, a row was refused,
     or a file of an instance or plan is wrong: the sentence names the field
  2  these words were not understood
  3  the machine failed: disk, network, or a defect
  4  the database cannot be opened
`;
