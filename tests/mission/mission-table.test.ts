import { describe, expect, it } from 'vitest';
import { LAW } from '../architecture/law.ts';
import { projectFiles } from '../architecture/project.ts';
import { faultsOf, ROOMS } from './check-table.ts';
import { DOCUMENTS, parseDocument, readDocument } from './table.ts';

const texts = new Map(projectFiles().map((file) => [file.path, file.text]));
const read = (path: string): string | undefined => texts.get(path);

describe('the mission table', () => {
  it.each(DOCUMENTS)(
    'document %s: every line is asked about, and every answer is a test that exists or a room',
    (name) => {
      expect(faultsOf(readDocument(name), read)).toEqual([]);
    },
  );

  it('has a row for everything the five documents ask', () => {
    const rows = DOCUMENTS.flatMap((name) => readDocument(name).rows);
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => row.shown.by === 'test').length).toBeGreaterThan(rows.length / 2);
  });

  it('knows the rooms of the architecture', () => {
    const isKnown = (room: string): boolean => LAW.some((article) => article.room.test(`${room}/file.ts`));
    expect(ROOMS.filter((room) => !isKnown(room))).toEqual([]);
  });
});

describe('the checker of the table', () => {
  const judged = (row: string): readonly string[] =>
    faultsOf(parseDocument('000', `length: 1\n${row}`), (path) =>
      path === 'tests/a.test.ts' ? `it('works well', () => {})` : undefined,
    );

  it('accepts a test that exists and a room', () => {
    expect(judged('1 | a | asks | tests/a.test.ts: works well')).toEqual([]);
    expect(judged('1 | a | asks | later: core/messages')).toEqual([]);
  });

  it('finds a test that is not there, or only part of its name', () => {
    expect(judged('1 | a | asks | tests/b.test.ts: works well')).toEqual(['000 a: there is no tests/b.test.ts']);
    expect(judged('1 | a | asks | tests/a.test.ts: works')).toEqual(['000 a: tests/a.test.ts has no test "works"']);
  });

  describe('given a file of tests', () => {
    const isFound = (text: string, title: string): boolean =>
      faultsOf(parseDocument('000', `length: 1\n1 | a | asks | tests/a.test.ts: ${title}`), () => text).length === 0;

    it('finds a title in any quotes, in groups, in a function that others call, and with its options', () => {
      for (const text of [
        `it('works well', () => {})`,
        `it("works well", async () => {})`,
        'test(`works well`, function () {})',
        `describe('all', () => { describe('some', () => { it('works well', { timeout: 9 }, () => {}); }); });`,
        `export function suite(open: () => void): void { it.concurrent('works well', () => open()); }`,
        `test.describe('all', () => { test('works well', async ({ page }) => {}); });`,
      ])
        expect([text, isFound(text, 'works well')]).toEqual([text, true]);
    });

    it.each([
      [`it.skip('works well', () => {})`],
      [`test.skip('works well', () => {})`],
      [`test.fixme('works well', async () => {})`],
      [`it.todo('works well')`],
      [`it('works well')`],
      [`it.fails('works well', () => {})`],
      [`it.skipIf(true)('works well', () => {})`],
      [`it.skip.each([1])('works well', () => {})`],
      [`describe.skip('all', () => { it('works well', () => {}); })`],
      [`test.describe.skip('all', () => { test('works well', () => {}); })`],
      [`describe('works well', () => {})`],
      [`// it('works well', () => {})`],
      [`/* it('works well', () => {}) */`],
      [`const words = 'works well';`],
      [`const text = "it('works well', () => {})";`],
      [`expect('works well').toBe('works well');`],
      [`it('is something else', () => { say('works well'); })`],
      [`const it = 1; other.it('works well', () => {})`],
    ])('finds nothing in %s', (text) => {
      expect(isFound(text, 'works well')).toBe(false);
    });

    it('matches what each and template literals fill in, as it is written or filled', () => {
      const each = `it.each(table)('%i minutes before the start is %s', () => {})`;
      expect(isFound(each, '%i minutes before the start is %s')).toBe(true);
      expect(isFound(each, '15 minutes before the start is due')).toBe(true);
      expect(isFound(each, '15 minutes after the start is due')).toBe(false);
      expect(isFound('it.each`a\n${1}`("takes $a.b only", () => {})', 'takes 3 only')).toBe(true);
      expect(isFound('it(`of all ${count} series`, () => {})', 'of all 800 series')).toBe(true);
      expect(isFound('it(`of all ${count} series`, () => {})', 'of all series')).toBe(false);
    });

    it('matches no title by one that has no words of its own, and fills nothing in without each', () => {
      expect(isFound(`it.each(names)('%s', () => {})`, 'works well')).toBe(false);
      expect(isFound(`it('is 5 %s', () => {})`, 'is 5 days')).toBe(false);
      expect(isFound(`it.each(names)('works (%s).', () => {})`, 'works (well)!')).toBe(false);
    });
  });

  it('finds a room that is none', () => {
    expect(judged('1 | a | asks | later: core/nowhere')).toEqual([
      '000 a: core/nowhere is no room of the architecture',
    ]);
  });

  it('finds what is blank', () => {
    expect(() => judged('1 | a | asks | ')).toThrow('has no four cells');
    expect(() => judged('1 | a | asks | soon')).toThrow('neither a test nor a room');
  });

  it('finds a line of the document that nobody speaks of, a line said twice, and a key used twice', () => {
    expect(judged('2 | a | asks | later: core/messages')).toEqual([
      '000 line 1: is in no row',
      '000 line 2: is beyond the end',
    ]);
    expect(judged('plain: 1\n1 | a | asks | later: core/messages')).toEqual(['000 line 1: asks and does not']);
    const row = '1 | a | asks | later: core/messages';
    expect(judged(`${row}\n${row}`)).toEqual(['000 a: stands twice']);
  });
});
