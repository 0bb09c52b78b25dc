import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import { lane, lively } from './fixture/board.ts';
import { eventsOf } from './fixture/calendar-file.ts';
import { deskOf, expect, test } from './fixture/journey.ts';

const desk = deskOf();
const FAULT = 'Vibrates on the motorway';

/** Tabs until the wanted element has the focus; the way there is part of what is tested. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let step = 0; step < 40; step += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** Types a command's name into the palette and takes it. */
async function command(page: Page, words: string, line: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search or command' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('option', { selected: true })).toHaveText(line);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

/** What is said aloud about the board. */
function said(page: Page): Locator {
  return page.locator('[role=status][aria-live=polite]').last();
}

/** Presses a key until what is said aloud reads like this. */
async function until(page: Page, key: string, like: RegExp, most = 60): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const before = await said(page).innerText();
    if (like.test(before)) return;
    await page.keyboard.press(key);
    await expect(said(page)).not.toHaveText(before);
  }
  throw new Error(`After ${most} times ${key} it was still said: ${await said(page).innerText()}`);
}

test('a dispatcher’s first working day, by keyboard alone', async ({ page }) => {
  const board = page.getByRole('grid', { name: /^Board of/ });
  const details = page.getByRole('complementary', { name: 'Details' });
  const undo = page.getByRole('banner', { name: 'Tools' }).getByRole('button', { name: /^Undo/ });
  const cards = page.getByRole('listbox', { name: 'Unassigned' });

  await test.step('the console opens on a lively day', async () => {
    await desk.open(page);
    await lively(page);
  });

  await test.step('a call from a new customer becomes a booked slot', async () => {
    await page.keyboard.press('F2');
    const call = page.getByRole('form', { name: 'Take a call' });
    await expect(call.getByRole('combobox', { name: 'Who is calling' })).toBeFocused();
    await page.keyboard.type('+47 555 7788');
    await expect(call.getByRole('option', { name: /New customer/, selected: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(call.getByRole('textbox', { name: 'Customer’s name' })).toBeFocused();
    await page.keyboard.type('Tilda Hansen');
    await tabTo(page, call.getByRole('textbox', { name: 'Unit' }));
    await page.keyboard.type('Volvo FH16');
    await page.keyboard.press('Tab');
    await page.keyboard.type('84-KLM-2');
    await tabTo(page, call.getByRole('textbox', { name: 'What is wrong' }));
    await page.keyboard.type(FAULT);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Full');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('3 slots found');
    const slots = call.getByRole('radiogroup', { name: 'Best slots' }).getByRole('radio');
    await tabTo(page, slots.first());
    await page.keyboard.press('ArrowDown');
    await expect(slots.nth(1)).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(call).toBeHidden();
    await expect(details.getByRole('heading', { name: FAULT })).toBeVisible();
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('t');
    await expect(page.getByRole('grid', { name: /Mon 23 Nov/ })).toBeVisible();
  });

  let order = '';
  await test.step('a card is lifted from the tray, every step says time, lane and verdict', async () => {
    await page.keyboard.press('Alt+1');
    await expect(cards.locator(':focus')).toHaveCount(1);
    order = await walkToCard(page, cards.locator(':focus'), details);
    await page.keyboard.press('Space');
    await expect(board).toBeFocused();
    await expect(said(page)).toHaveText(
      /^\d\d:\d\d–\d\d:\d\d, Mike Johnson: (fits|possible, but .+|not possible: .+)$/,
    );
    await until(page, 'ArrowDown', /, Sara Haddad: /);
    await expect(said(page)).toHaveText(/Sara Haddad: not possible: .+/);
  });

  await test.step('a drop where it cannot go is explained, and the nearest slot is taken instead', async () => {
    await page.keyboard.press('Enter');
    const refused = page.getByRole('dialog', { name: `${order} cannot go there` });
    await expect(refused).toContainText('Sara Haddad');
    await expect(refused.getByRole('button').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(refused).toBeHidden();
    await expect(said(page)).toHaveText(new RegExp(`^Booked: ${order}`));
    await expect(board).toBeFocused();
    await expect(undo).toHaveAccessibleName(`Undo book · ${order}`);
  });

  await test.step('undo and redo', async () => {
    await page.keyboard.press('Control+z');
    await expect(said(page)).toHaveText(`Undone: ${order}`);
    await expect(page.getByRole('button', { name: `Redo book · ${order}` })).toBeEnabled();
    await page.keyboard.press('Control+Shift+z');
    await expect(said(page)).toHaveText(`Done again: ${order}`);
  });

  await test.step('a bar is walked to, put later, made shorter and dropped', async () => {
    await page.keyboard.press('Home');
    const title = await walkTo(page, /(visit|trainee), .+confirmed/);
    await page.keyboard.press('Space');
    await expect(said(page)).toHaveText(/^\d\d:\d\d–\d\d:\d\d, .+: fits$/);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await until(page, 'ArrowDown', /, Priya Nair: /);
    await until(page, 'ArrowRight', /^1[45]:.+ Priya Nair: fits$/);
    const place = /^[\d:–]+/.exec(await said(page).innerText())?.[0] ?? '';
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(`Moved: ${title}, ${place}`);
    await expect(lane(page, 'Priya Nair').getByRole('gridcell', { name: `${title}, ${place}` })).toBeVisible();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect(said(page)).toHaveText(`Put back. ${title} stays as it was.`);
  });

  await test.step('work is finished and started by its key', async () => {
    await page.keyboard.press('Home');
    const title = await walkTo(page, / and Bay \d, in progress/);
    await page.keyboard.press('f');
    await expect(said(page)).toHaveText(`${title}: completed`);
    await page.keyboard.press('ArrowRight');
    const next = await walkTo(page, / and Bay \d, confirmed/);
    await page.keyboard.press('s');
    await expect(said(page)).toHaveText(`${next}: in progress`);
  });

  await test.step('somebody is sick today', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sick lena');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/Sick today: Lena Ortiz/);
    await page.keyboard.press('Enter');
    const absence = page.getByRole('dialog', { name: 'Somebody is away' });
    await expect(absence.getByRole('heading', { name: /Affected: [1-9]/ })).toBeVisible();
    await tabTo(page, absence.getByRole('button', { name: /^Record/ }));
    await page.keyboard.press('Enter');
    await expect(absence.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(absence).toBeHidden();
    await expect(lane(page, 'Lena Ortiz')).toContainText('Absent: Sick until Mon 23 Nov');
  });

  await test.step('sheets are looked at, a calendar file is saved', async () => {
    await page.keyboard.press('Control+p');
    const print = page.getByRole('dialog', { name: 'Print job sheets' });
    await expect(print.getByText(/\d+ sheets?, \d+ pages?/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(print).toBeHidden();
    await page.keyboard.press('Alt+2');
    await page.keyboard.press('Home');
    const title = await walkTo(page, / and Bay \d, confirmed/);
    await expect(details.getByRole('heading', { name: title })).toBeVisible();
    const download = page.waitForEvent('download');
    await command(page, '>calendar', /Save as calendar file/);
    const events = eventsOf(await readFile(await (await download).path(), 'utf8'));
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toContain(title);
    expect(events[0]?.zone).toBe('Europe/Oslo');
  });

  await test.step('days and locations', async () => {
    await page.keyboard.press('Alt+ArrowRight');
    await expect(page.getByRole('grid', { name: /Tue 24 Nov 2026/ })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: /^Choose a day/ }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    // As fast as the keys come: the second waits for nothing that the first brings about.
    await Promise.all([page.keyboard.press('ArrowDown'), page.keyboard.press('Enter')]);
    await expect(page.getByRole('grid', { name: /Tue 1 Dec 2026/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Choose a day/ })).toBeFocused();
    await page.keyboard.press('Alt+2');
    await expect(board).toBeFocused();
    await page.keyboard.press('t');
    await expect(page.getByRole('grid', { name: /Mon 23 Nov 2026/ })).toBeVisible();
    await page.keyboard.press('Control+Alt+l');
    await expect(page.getByRole('grid', { name: 'Board of Lakeside depot, Mon 23 Nov 2026' })).toBeVisible();
    await expect(said(page)).toHaveText('Lakeside depot');
    await page.keyboard.press('Control+Alt+l');
    await expect(page.getByRole('grid', { name: 'Board of Harbour workshop, Mon 23 Nov 2026' })).toBeVisible();
  });

  await test.step('the new customer’s work is found, and all is there after a reload', async () => {
    await command(page, 'vibrates', new RegExp(FAULT));
    await expect(details.getByRole('heading', { name: FAULT })).toBeVisible();
    const step = (await undo.getAttribute('aria-label')) ?? '';
    const day = (await board.getAttribute('aria-label')) ?? '';
    await page.keyboard.press('F5');
    await expect(page.getByRole('grid', { name: day })).toBeVisible();
    await expect(undo).toHaveAccessibleName(step);
  });
});

/** Walks down the tray to work that needs a bay and has three slots within a week; answers its title. */
async function walkToCard(page: Page, chosen: Locator, details: Locator): Promise<string> {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('ArrowDown');
    const title = ((await chosen.innerText()).split('\n')[0] ?? '').trim();
    await expect(details.getByRole('heading', { name: title })).toBeVisible();
    const slots = details.getByRole('radio');
    await expect(details.getByRole('heading', { name: 'Why not the others' })).toBeVisible();
    const near = (await slots.allInnerTexts()).filter((text) => /^\w{3} \d\d:\d\d[\s\S]+ · Bay/.test(text));
    if (near.length === 3) return title;
  }
  throw new Error('No card has three good slots');
}

/** Walks the board in time and then lane by lane until the active bar's name reads like this; answers its title. */
async function walkTo(page: Page, like: RegExp): Promise<string> {
  for (let step = 0; step < 90; step += 1) {
    const name = await activeName(page);
    if (like.test(name)) return name.split(/, \d\d:\d\d–/)[0] ?? '';
    await page.keyboard.press('ArrowRight');
    if ((await activeName(page)) !== name) continue;
    await page.keyboard.press('ArrowDown');
    for (let back = 0; back < 12; back += 1) await page.keyboard.press('ArrowLeft');
  }
  throw new Error(`No bar like ${String(like)} was reached`);
}

function activeName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.getAttribute('aria-label') ?? '';
  });
}
