import { describe, expect, it } from 'vitest';
import { parsePaperOptions } from '../../../electron/ipc/paper-options.ts';

describe('a paper request', () => {
  it('gets what it leaves out', () => {
    expect(parsePaperOptions({ pageSize: 'A4' })).toEqual({
      pageSize: 'A4',
      landscape: false,
      fileName: 'laneway.pdf',
    });
  });
  it.each([
    [null],
    ['A4'],
    [{}],
    [{ pageSize: 'A3' }],
    [{ pageSize: 'A4', landscape: 1 }],
    [{ pageSize: 'A4', fileName: 3 }],
  ])('is refused when it is %j', (input) => expect(parsePaperOptions(input)).toBeUndefined());
  it.each([
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\x\\y.pdf', 'C x y.pdf'],
    ['Sheets Größe 1.pdf', 'Sheets Größe 1.pdf'],
    ['...', 'laneway.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
  ])('never lets the name %j leave its folder', (fileName, expected) => {
    expect(parsePaperOptions({ pageSize: 'A4', fileName })?.fileName).toBe(expected);
  });
});
