/** What `laneway --help` prints. */
export const USAGE = `Usage: laneway TASK [words] [flags]

Tasks
  contract [NAME]            every command, query and run with what it takes; or one of them in full
  query NAME [JSON]          ask something, for example: laneway query setup
  command NAME JSON          change something: bare arguments, or {"id", "args", "why", "acceptCautions"}
  backup                     make a verified backup now
  restore FILE NEWPATH       copy a backup to a new data folder (or .sqlite file), checked; never over anything
  verify                     check the database: integrity, double use, log against rows
  sample                     fill an empty database with the sample organization

Flags
  --json                     one JSON document on stdout, for programs
  --data DIR                 the data folder; else LANEWAY_DATA, else this system's usual place
  --why TEXT                 (command) the reason kept in the log
  --accept-cautions          (command) go on over cautions; they are kept as an override
  --scale day|large|dense    (sample) how much
  --today DATE               (sample) the day it is made around, like 2026-11-23
  --help                     this text

JSON may be "-": then it is read from stdin. Laneway asks the copy that is running on the data folder, and opens the
database itself where none is.

Exit codes
  0  done
  1  refused: the sentence says why; also when verify found something
  2  these words were not understood
  3  the machine failed: disk, network, or a defect
  4  the database cannot be opened
`;
