import { describe, expect, it } from 'vitest';
import { startOptions } from '../../../electron/launch/start-options.mjs';

describe('the flags of npm start', () => {
  it('have defaults', () => {
    expect(startOptions([])).toEqual({ browser: false, open: true, port: undefined, data: undefined });
  });
  it('are read in any order, with a space or an equals sign', () => {
    const expected = { browser: true, open: false, port: 8080, data: 'my data' };
    expect(startOptions(['--browser', '--no-open', '--port', '8080', '--data', 'my data'])).toEqual(expected);
    expect(startOptions(['--data=my data', '--port=8080', '--no-open', '--browser'])).toEqual(expected);
  });
  it.each([
    [['--prot', '1'], '"--prot" is not known here'],
    [['extra'], '"extra" is not known here'],
    [['--port'], '--port needs a number'],
    [['--port', '65536'], '--port needs a number'],
    [['--port', '-1'], '--port needs a number'],
    [['--port', 'x'], '--port needs a number'],
    [['--data'], '--data needs a folder'],
    [['--data', '--browser'], '--data needs a folder'],
  ])('refuse %j with a sentence', (words, sentence) => {
    expect(() => startOptions(words)).toThrow(sentence);
  });
});
