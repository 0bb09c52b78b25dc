import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, LATEST } from '../../../core/domain/time/instant.ts';
import type { ZoneId } from '../../../core/domain/time/zones.ts';
import { zones } from './product-zones.ts';

// The runtime's own zone data is a second, independent reading of the tz database. It may be of another release.
const runtimeVersion = process.versions['tz'] ?? 'unknown';
const moments = fc.sample(fc.noBias(fc.integer({ min: 0, max: LATEST - 1 })), { numRuns: 160, seed: 20_261_101 });

function formatter(zone: ZoneId): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

function runtimeOffset(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name);
  if (match === null) throw new Error(`The runtime wrote ${name}`);
  const size = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -size : size) * 1000;
}

describe('the table beside the runtime', () => {
  const compared: ZoneId[] = [];
  const different: string[] = [];
  for (const zone of zones.names()) {
    const format = formatter(zone);
    if (format === undefined) continue;
    compared.push(zone);
    const wrong = moments.find((at) => runtimeOffset(format, at) !== zones.offsetAt(zone, instant(at)));
    if (wrong !== undefined) different.push(`${zone} at ${new Date(wrong).toISOString()}`);
  }
  const share = (compared.length - different.length) / zones.names().length;
  const releases = `table ${zones.version}, runtime ${runtimeVersion}`;
  console.info(
    `${releases}: ${compared.length} of ${zones.names().length} zones compared at ${moments.length} moments each; ` +
      `different: ${different.length === 0 ? 'none' : different.join(', ')}`,
  );

  it('agrees on more than 95 % of all zones', () => {
    expect(share).toBeGreaterThan(0.95);
  });

  it.runIf(runtimeVersion === zones.version)('agrees on every zone, both being of one release', () => {
    expect(different).toEqual([]);
  });
});
