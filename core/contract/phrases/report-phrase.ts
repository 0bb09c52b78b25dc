import type { ReportName } from '../reports.ts';
import { phrase, type Phrase } from './phrase.ts';

/** "Utilisation": the report's title. */
export function reportPhrase(name: ReportName): Phrase {
  return phrase(`report.${name}`);
}

/** What the report counts, in one sentence. */
export function reportDefinitionPhrase(name: ReportName): Phrase {
  return phrase(`report.${name}.definition`);
}
