import { z } from 'zod';
import { accept, refuse, type Outcome } from '../../kernel/outcome.ts';
import { readCsv } from '../transfer/csv.ts';

/** A team as another system lists it. */
export interface TeamLine {
  readonly name: string;
  readonly members: readonly string[];
  /** Empty takes the only location there is. */
  readonly location: string;
  readonly source: string;
  readonly externalId: string;
}

const FORM = '[{"name": "Blue team", "members": ["Anna", "Bo"], "location": "Harbour"}]';
const team = z.strictObject({
  name: z.string().trim().min(1),
  members: z.array(z.string()).min(1),
  location: z.string().default(''),
  source: z.string().default(''),
  externalId: z.string().default(''),
});

/** Teams from JSON, or from CSV with name, members separated by semicolons, location, source, externalId. */
export function readTeams(text: string): Outcome<readonly TeamLine[], string> {
  if (/^\s*[[{]/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      const read = z.array(team).safeParse(Array.isArray(value) ? value : [value]);
      return read.success ? accept(read.data) : refuse(`The teams must be a list like ${FORM}.`);
    } catch {
      return refuse('The file of teams is not JSON.');
    }
  }
  const rows = readCsv(text);
  if (!rows.ok) return rows;
  const read = rows.value.map(({ cells }) => ({
    name: cells.get('name') ?? '',
    members: (cells.get('members') ?? '')
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    location: cells.get('location') ?? '',
    source: cells.get('source') ?? '',
    externalId: cells.get('externalId') ?? '',
  }));
  const bad = read.find((one) => one.name === '' || one.members.length === 0);
  return bad === undefined ? accept(read) : refuse('Every team needs a name and members, separated by semicolons.');
}
