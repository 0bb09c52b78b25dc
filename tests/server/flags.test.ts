import { describe, expect, it } from 'vitest';
import { readFlags } from '../../core/server/flags.ts';

describe('the flags of the loopback host', () => {
  it('have answers for everything left out', () => {
    expect(readFlags([])).toEqual({
      ok: true,
      value: { port: 0, data: undefined, devOrigin: undefined, sample: undefined, recoveryPage: true },
    });
  });

  it('take the port and the data folder that are named', () => {
    const named = { ok: true, value: { port: 8005, data: 'elsewhere' } };
    expect(readFlags(['--port', '8005', '--data', 'elsewhere'])).toMatchObject(named);
    expect(readFlags(['--data=elsewhere', '--port=8005'])).toMatchObject(named);
  });

  it.each([
    [['--port', 'x'], '--port needs a number from 0 to 65535.'],
    [['--port', '65536'], '--port needs a number from 0 to 65535.'],
    [['--data', ''], '--data needs a folder.'],
    [['--dev-origin', 'http://evil.example'], '--dev-origin needs an origin on this machine'],
    [['--dev-origin', 'null'], '--dev-origin needs an origin on this machine'],
    [['--sample-if-empty', '--no-sample'], '--sample-if-empty and --no-sample exclude each other.'],
    [['--fly'], "Unknown option '--fly'."],
    [['stray'], 'Unexpected argument'],
  ])('refuse %j with a sentence', (argv, sentence) => {
    const flags = readFlags(argv);
    expect(flags.ok ? '' : flags.refusal).toContain(sentence);
  });
});
