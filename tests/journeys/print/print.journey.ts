import type { Locator, Page } from 'playwright/test';
import { deskOf, expect, test } from '../fixture/journey.ts';
import { AWAY, hardDays, IDLE, technician, VICTOR } from './hard-days.ts';
import { flawsOnPaper } from './paper-check.ts';
import { hasPoppler, inkOf, keep, pagesOf, type PdfPage } from './pdf.ts';
import { idOf, locationOf, send, write } from './send.ts';

const desk = deskOf();
// Two papers and their pictures take their time on a busy machine.
test.describe.configure({ timeout: 180_000 });

const MM = 72 / 25.4;
const SIZES = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } } as const;

test.beforeAll(() => {
  if (!hasPoppler()) console.warn('!!! SKIPPED paper: poppler-utils (pdftoppm, pdftotext) is not installed');
});
test.beforeEach(() => test.skip(!hasPoppler(), 'poppler-utils is not installed'));

async function openDialog(page: Page, name = 'Print job sheets'): Promise<Locator> {
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  return dialog;
}

/** Makes the PDF as the printer gets it and checks what holds for all paper. */
async function printed(page: Page, paper: 'A4' | 'Letter'): Promise<readonly PdfPage[]> {
  await page.evaluate(() => document.fonts.ready);
  expect(await flawsOnPaper(page)).toEqual([]);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
  keep(pdf, test.info().title.replaceAll(/\W+/g, '-'));
  const pages = pagesOf(pdf);
  const size = SIZES[paper];
  for (const one of pages) {
    expect(one.width).toBeCloseTo(size.width * MM, -0.5);
    expect(one.height).toBeCloseTo(size.height * MM, -0.5);
    // One assertion for all words: each costs the reporter a step, and there are thousands.
    const lost = one.words.filter(
      ({ left, right, bottom }) => !(left > 11 * MM && right < one.width - 11 * MM && bottom < one.height - 9 * MM),
    );
    expect(lost, 'words outside the margins').toEqual([]);
    expect(one.foot).toMatch(/^(Revision|Stand) \d+ · .* \d+ (of|von) \d+$/);
  }
  for (const ink of inkOf(pdf)) {
    expect(ink.coloured).toBe(0);
    expect(ink.white).toBeGreaterThan(0.75);
    expect(ink.black).toBeGreaterThan(0.002);
  }
  return pages;
}

/** `1 of 2`, `2 of 2`, `1 of 1`: every sheet counts its own pages from one to the last. */
function expectCounted(pages: readonly PdfPage[], sheets: number): void {
  let [page, of] = [0, 0];
  let count = 0;
  for (const { foot } of pages) {
    const [, number, last] = (/(\d+) (?:of|von) (\d+)$/.exec(foot) ?? []).map(Number);
    if (page === of) {
      count += 1;
      [page, of] = [0, last ?? 0];
    }
    page += 1;
    expect([number, last]).toEqual([page, of]);
  }
  expect([page, count]).toEqual([of, sheets]);
}

async function counted(dialog: Locator): Promise<{ readonly sheets: number; readonly pages: number }> {
  const text = await dialog.getByRole('status').filter({ hasText: /\d/ }).innerText();
  const [sheets = 0, pages = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return { sheets, pages };
}

async function choose(dialog: Locator, names: readonly string[], day = '2026-11-24'): Promise<void> {
  await dialog.getByLabel('Chosen ones').check();
  for (const name of names) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('combobox').selectOption(day);
  await dialog.getByRole('region', { name: 'Preview' }).waitFor();
}

for (const paper of ['A4', 'Letter'] as const) {
  test(`every technician with work gets a sheet on ${paper}`, async ({ page }) => {
    await desk.open(page);
    const dialog = await openDialog(page);
    await dialog.getByRole('radio', { name: paper }).click();
    await dialog.getByRole('article').first().waitFor();
    const expected = await counted(dialog);
    const pages = await printed(page, paper);
    expect(pages).toHaveLength(expected.pages);
    expect(expected.sheets).toBeGreaterThan(4);
    expectCounted(pages, expected.sheets);
    expect(pages[0]?.text).toContain('Monday 23 November 2026');
    expect(pages.every(({ text }) => text.includes('printed Mon 23 Nov 2026 09:2'))).toBe(true);
    expect(pages.some(({ text }) => /Unassigned|Take a call/.test(text))).toBe(false);
  });
}

test('fourteen jobs and the longest names run over several pages, and nothing is cut', async ({ page }) => {
  await desk.open(page);
  await page.getByRole('grid').waitFor();
  await send(page, hardDays(await locationOf(page)));
  const dialog = await openDialog(page);
  await choose(dialog, [VICTOR, 'Maximiliane', IDLE, AWAY]);
  for (const paper of ['A4', 'Letter'] as const) {
    await dialog.getByRole('radio', { name: paper }).click();
    await expect(dialog.getByRole('status').filter({ hasText: '4 sheets' })).toBeVisible();
    const pages = await printed(page, paper);
    expect(pages).toHaveLength((await counted(dialog)).pages);
    expectCounted(pages, 4);
    const victor = pages.filter(({ text }) => text.startsWith(VICTOR));
    expect(victor.length).toBeGreaterThan(1);
    expect(victor.flatMap(({ text }) => text.match(/No\. \d+/g) ?? [])).toHaveLength(14);
    expect(victor.at(-1)?.text).toContain('Odometer');
    const long = pages.filter(({ text }) => text.startsWith('Maximiliane')).map(({ text }) => text);
    expect(long.length).toBeGreaterThan(2);
    expect(long.join(' ').match(/ask at the gate\./g)?.length).toBeGreaterThanOrEqual(44);
    expect(long.join(' ')).toContain('60. Check');
    expect(long.join(' ').match(/Brake hose/g)).toHaveLength(40);
    const idle = pages.filter(({ text }) => text.startsWith(IDLE));
    expect(idle).toHaveLength(1);
    expect(idle[0]?.text).toContain('No jobs planned for this day.');
    expect(pages.find(({ text }) => text.startsWith(AWAY))?.text).toContain('Away: Training, hydraulics');
  }
});

test('what repeats stands among the jobs of the day, with its words', async ({ page }) => {
  const rita = 'Rita Gjentagelse';
  await desk.open(page);
  await page.getByRole('grid').waitFor();
  const locationId = await locationOf(page);
  await send(page, [
    technician(900, locationId, rita, 90),
    write('createSeries', {
      id: idOf(901),
      locationId,
      name: 'Toolbox talk',
      description: 'Five minutes on lifts.',
      claims: [{ resourceId: idOf(900), role: 'lead', units: 1 }],
      start: '2026-11-24T13:00',
      duration: 30,
      rule: 'FREQ=WEEKLY;BYDAY=TU',
    }),
  ]);
  const dialog = await openDialog(page);
  await dialog.getByRole('radio', { name: 'A4' }).click();
  await choose(dialog, [rita]);
  const article = dialog.getByRole('article').first();
  await expect(article).toContainText('Toolbox talk');
  const [sheet, ...more] = await printed(page, 'A4');
  expect(more).toEqual([]);
  expect(sheet?.text).toMatch(/13:00.*Toolbox talk/s);
  expect(sheet?.text).toContain('Five minutes on lifts.');
});

test('bays have sheets of their own, with the technician on them', async ({ page }) => {
  await desk.open(page);
  const dialog = await openDialog(page);
  await dialog.getByRole('radio', { name: 'A4' }).click();
  await dialog.getByLabel('All bays with work').check();
  await expect(dialog.getByRole('article').first()).toContainText('Bay');
  const pages = await printed(page, 'A4');
  expectCounted(pages, (await counted(dialog)).sheets);
  expect(pages.every(({ text }) => text.startsWith('Bay '))).toBe(true);
  expect(pages.some(({ text }) => text.includes('Odometer'))).toBe(false);
  expect(pages[0]?.text).toMatch(/open \d\d:\d\d–\d\d:\d\d/);
});

test('German sheets are German from head to foot', async ({ page }) => {
  await desk.open(page, { language: 'de' });
  const dialog = await openDialog(page, 'Arbeitsblätter drucken');
  await dialog.getByRole('radio', { name: 'A4' }).click();
  await dialog.getByRole('article').first().waitFor();
  const pages = await printed(page, 'A4');
  const all = pages.map(({ text }) => text).join(' ');
  expect(all).toContain('Montag, 23. November 2026');
  expect(all).toContain('spätere Änderungen stehen nicht auf dieser Seite');
  expect(all).not.toMatch(/\bto \d\d:\d\d|promised|shift \d|Check list|printed Mon|\d driving/);
});

test('a day without work says so, and nobody ticked is told too', async ({ page }) => {
  await desk.open(page);
  await page.getByRole('grid').waitFor();
  // Far beyond what the sample plans.
  for (let day = 0; day < 20; day += 1) await page.keyboard.press('Alt+ArrowRight');
  const dialog = await openDialog(page);
  await expect(dialog).toContainText('No technician has work on');
  await expect(dialog.getByRole('button', { name: 'Print' })).toBeDisabled();
  await dialog.getByLabel('Chosen ones').check();
  await expect(dialog).toContainText('Tick whose sheets to print.');
  await dialog.getByRole('checkbox').first().check();
  await expect(dialog.getByRole('article')).toContainText('No jobs planned for this day.');
  await expect(dialog.getByRole('button', { name: 'Print' })).toBeEnabled();
});

test('what cannot be read is told, and asked for again', async ({ page }) => {
  await page.addInitScript(() => {
    const post = WebSocket.prototype.send;
    WebSocket.prototype.send = function send(data) {
      const isBroken =
        typeof data === 'string' && data.includes('"jobSheets"') && !('mended' in document.documentElement.dataset);
      post.call(this, isBroken ? data.replace('"locationId":"', '"locationId":"x') : data);
    };
  });
  await desk.open(page);
  const dialog = await openDialog(page);
  await expect(dialog.getByRole('alert')).toContainText('The sheets could not be read');
  await page.evaluate(() => (document.documentElement.dataset['mended'] = ''));
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await dialog.getByRole('article').first().waitFor();
});

test('Enter prints what is laid out and goes back to the board', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = String(
        document.querySelectorAll('[data-paper="print"] article').length,
      );
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await desk.open(page);
  const dialog = await openDialog(page);
  await dialog.getByRole('article').first().waitFor();
  const { pages } = await counted(dialog);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('data-printed', String(pages));
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the window printed by itself shows no board, only where to print', async ({ page }) => {
  await desk.open(page);
  await page.getByRole('grid').waitFor();
  const [only, more] = pagesOf(await page.pdf({ printBackground: true }));
  expect(only?.text).toContain('Choose “Print job sheets” in Laneway');
  expect(only?.text).not.toMatch(/Unassigned|Take a call|07:00/);
  expect(more).toBeUndefined();
});
