import { existsSync, readFileSync } from 'node:fs';
import type { AlertDetails } from '../application/ports/alert-details.ts';
import type { Inventory } from '../application/ports/inventory.ts';
import type { UnitHealth } from '../application/ports/unit-health.ts';
import { parse } from '../contract/parse.ts';
import { servicesFile, type ServicesFile } from '../contract/services/services-file.ts';
import { accept, refuse, type Outcome } from '../kernel/outcome.ts';
import { httpAlertDetails, httpUnitHealth } from './http-alerts.ts';
import { httpInventory } from './http-inventory.ts';

/** The services that a file names; null where it names none. */
export interface Services {
  readonly details: AlertDetails | null;
  readonly health: UnitHealth | null;
  readonly inventory: Inventory | null;
  readonly patience: number;
}

/** Reads the file with the services of other systems. No file names none; the refusal is a sentence with the fields. */
export function readServices(file: string): Outcome<Services, string> {
  if (!existsSync(file)) return accept(servicesOf(servicesFile.parse({})));
  const read = readJson(file);
  if (!read.ok) return read;
  const parsed = parse(servicesFile, read.value);
  if (parsed.ok) return accept(servicesOf(parsed.value));
  const problems = parsed.refusal.kind === 'invalid-input' ? parsed.refusal.problems : [];
  const told = problems.map(({ field, reason }) => `${field === '' ? 'it' : field} ${reason}`).join('; ');
  return refuse(`The file ${file} is not understood: ${told}. Correct it, or take it away.`);
}

function servicesOf({ alerts, health, inventory, patience }: ServicesFile): Services {
  return {
    details: alerts === undefined ? null : httpAlertDetails(alerts),
    health: health === undefined ? null : httpUnitHealth(health),
    inventory: inventory === undefined ? null : httpInventory(inventory),
    patience,
  };
}

function readJson(file: string): Outcome<unknown, string> {
  try {
    return accept(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  } catch {
    return refuse(`The file ${file} cannot be read as JSON. Correct it, or take it away.`);
  }
}
