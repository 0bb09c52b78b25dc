import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright/test';
import {
  bar,
  barsOf,
  boxOf,
  card,
  chooseCard,
  centre,
  lane,
  lift,
  lively,
  placeOf,
  timesOf,
  type BarFacts,
  type Point,
} from './fixture/board.ts';
import { eventsOf } from './fixture/calendar-file.ts';
import { deskOf, expect, test } from './fixture/journey.ts';
import { slotAt } from './fixture/slots.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

const desk = deskOf();

const FAULT = 'Vibrates on the motorway, service is due';

const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });
const tools = (page: Page): Locator => page.getByRole('banner', { name: 'Tools' });

// One day is one test, longer than other files: each step stands on what the one before it has left.
test('a dispatcher’s first working day, by mouse', async ({ page }) => {
  test.setTimeout(180_000);

  await test.step('the console opens on a lively day', async () => {
    await desk.open(page);
    await lively(page);
    await expect(page.getByRole('grid', { name: 'Board of Harbour workshop, Mon 23 Nov 2026' })).toBeVisible();
    expect(await page.getByRole('gridcell').count()).toBeGreaterThan(20);
    await expect(page.getByText('Saved on this computer')).toBeVisible();
  });

  await test.step('a call from a new customer becomes a booked slot', async () => {
    await tools(page).getByRole('button', { name: 'Take a call' }).click();
    const call = page.getByRole('form', { name: 'Take a call' });
    await call.getByRole('combobox', { name: 'Who is calling' }).fill('Tilda Hansen');
    await call.getByRole('option', { name: /New customer “Tilda Hansen”/ }).click();
    await call.getByRole('textbox', { name: 'Phone' }).fill('+47 555 7788');
    await call.getByRole('textbox', { name: 'Unit' }).fill('Volvo FH16');
    await call.getByRole('textbox', { name: 'Plate or serial number' }).fill('84-KLM-2');
    await call.getByRole('textbox', { name: 'What is wrong' }).fill(FAULT);
    await call.getByRole('combobox', { name: 'Service type' }).fill('Full');
    await call.getByRole('option', { name: /^Full service/ }).click();
    const slots = call.getByRole('radiogroup', { name: 'Best slots' }).getByRole('radio');
    await expect(slots).toHaveCount(3);
    for (const slot of await slots.all()) await expect(slot).toContainText(/Service \d/);
    await slots.nth(1).click();
    const { technician, times } = await slotAt(slots.nth(1));
    await call.getByRole('button', { name: /^Book / }).click();
    await expect(call).toBeHidden();
    await expect(details(page).getByRole('heading', { name: FAULT })).toBeVisible();
    await expect(details(page)).toContainText('Tilda Hansen');
    await expect(bar(page, technician, FAULT, times)).toBeVisible();
    await tools(page).getByRole('button', { name: 'Today' }).click();
    await expect(page.getByRole('grid', { name: /Mon 23 Nov/ })).toBeVisible();
  });

  let order = '';
  let moved = '';
  await test.step('work from the tray is dragged onto a technician, with reasons and its partner shown', async () => {
    order = await chooseCard(page, /^Mon [\s\S]+· Bay \d/);
    const slot = await slotAt(details(page).getByRole('radio').first());
    const from = await centre(card(page, order).first());
    const place = await placeOf(page, slot.technician, slot.start);
    // The hand holds a card a quarter of an hour behind its beginning.
    const quarter =
      (await placeOf(page, slot.technician, '10:15')).x - (await placeOf(page, slot.technician, '10:00')).x;
    await lift(page, from, { x: place.x + quarter, y: place.y });
    await expect(page.getByText(`Fits: ${slot.technician} and ${slot.bay}`)).toBeVisible();
    await expect(page.getByText(/Has \w+ at level \d/)).toBeVisible();
    const partner = await centre(page.getByText(/^with /));
    const bay = await boxOf(lane(page, slot.bay));
    expect(partner.y).toBeGreaterThan(bay.y);
    expect(partner.y).toBeLessThan(bay.y + bay.height);
    await page.mouse.up();
    await expect(bar(page, slot.technician, order, slot.times)).toBeVisible();
    await expect(bar(page, slot.bay, order, slot.times)).toBeVisible();
  });

  const placed = async (): Promise<{ readonly technician: string; readonly one: Locator }> => {
    const mine = page.locator('[role=gridcell][aria-selected=true]').first();
    const name = (await mine.getAttribute('aria-label')) ?? '';
    const technician = /\d, ([\p{L} ]+?)(?: and Bay|,)/u.exec(name)?.[1] ?? '';
    return { technician, one: bar(page, technician, order, await timesOf(mine)) };
  };

  await test.step('both edges lengthen and shorten it', async () => {
    const { technician, one } = await placed();
    const [start = '', end = ''] = (await timesOf(one)).split('–');
    const hour = (await placeOf(page, technician, '11:00')).x - (await placeOf(page, technician, '10:00')).x;
    const box = await boxOf(one);
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2 - hour / 4, y, { steps: 6 });
    await page.mouse.up();
    const shorter = bar(page, technician, order, `${start}–${earlier(end, 15)}`);
    await expect(shorter).toBeVisible();
    await page.mouse.move(box.x + 2, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 2 + hour / 4, y, { steps: 6 });
    await page.mouse.up();
    await expect(bar(page, technician, order, `${earlier(start, -15)}–${earlier(end, 15)}`)).toBeVisible();
  });
  await test.step('an appointment moves to another technician who can do it then', async () => {
    const { bar: found, other, start, to } = await liftWhatOthersCanDo(page);
    const before = found.who[0] ?? '';
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect(page.getByText(new RegExp(`^(Fits|Possible, with care): ${other}`))).toBeVisible();
    await page.mouse.up();
    moved = found.title;
    await expect(bar(page, other, found.title, start)).toBeVisible();
    await expect(bar(page, before, found.title, found.times)).toHaveCount(0);
  });

  let refusedTitle = '';
  await test.step('a drop where it cannot go is explained, with the nearest slots to take instead', async () => {
    refusedTitle = await chooseCard(page, /^\w{3} \d\d:\d\d[\s\S]+· Bay \d/, 3);
    await lift(page, await centre(card(page, refusedTitle).first()), await placeOf(page, 'Sara Haddad', '10:00'));
    // Away for a training: nothing can go there.
    await expect(page.getByText('Does not fit: Sara Haddad')).toBeVisible();
    await expect(lane(page, 'Sara Haddad')).toHaveAttribute('data-blocked', 'true');
    await page.mouse.up();
    const refused = page.getByRole('dialog', { name: `${refusedTitle} cannot go there` });
    await expect(refused).toContainText(/Sara Haddad is away .+: Training\./);
    const offers = refused.getByRole('button', { name: / · Bay \d/ });
    await expect(offers).toHaveCount(3);
    const offer = await slotAt(offers.first());
    await offers.first().click();
    await expect(refused).toBeHidden();
    await expect(details(page).getByText('confirmed').first()).toBeVisible();
    await expect(details(page)).toContainText(offer.technician);
  });

  await test.step('undo and redo say what they take back', async () => {
    const undo = tools(page).getByRole('button', { name: /^Undo/ });
    const redo = tools(page).getByRole('button', { name: /^Redo/ });
    await expect(undo).toHaveAccessibleName(`Undo book · ${refusedTitle}`);
    const before = await barsOf(page);
    await undo.click();
    await expect(undo).toHaveAccessibleName(`Undo move · ${moved}`);
    await expect(redo).toHaveAccessibleName(`Redo book · ${refusedTitle}`);
    await redo.click();
    await expect(undo).toHaveAccessibleName(`Undo book · ${refusedTitle}`);
    await expect.poll(() => barsOf(page)).toEqual(before);
  });

  await test.step('work is started and finished', async () => {
    const bars = (await barsOf(page)).filter((one) => one.who.length === 2);
    const working = bars.find((one) => one.status === 'in progress');
    const [worker = ''] = working?.who ?? [];
    const waiting = bars.find((one) => one.status === 'confirmed' && one.who[0] === worker);
    if (working === undefined || waiting === undefined) throw new Error('Nobody works with more to come');
    await bar(page, worker, working.title, working.times).click();
    await details(page).getByRole('button', { name: 'Finish work' }).click();
    await expect(bar(page, worker, working.title, working.times)).toHaveAccessibleName(/completed/);
    await bar(page, worker, waiting.title, waiting.times).click();
    await details(page).getByRole('button', { name: 'Start work' }).click();
    await expect(bar(page, worker, waiting.title)).toHaveAccessibleName(/in progress/);
  });

  await test.step('a technician who is sick today: the affected work moves to its best places', async () => {
    await tools(page).getByRole('button', { name: 'Search or command' }).click();
    const palette = page.getByRole('dialog', { name: 'Search or command' });
    await palette.getByRole('combobox').fill('sick tom');
    await palette.getByRole('option', { name: /Sick today: Tom Becker/ }).click();
    const absence = page.getByRole('dialog', { name: 'Somebody is away' });
    await expect(absence.getByRole('combobox', { name: 'Who' })).toHaveValue(/./);
    await expect(absence.getByRole('heading', { name: /Affected: [1-9]/ })).toBeVisible();

    await absence.getByRole('button', { name: /^Record and move \d/ }).click();
    await expect(absence.getByRole('status').first()).toContainText('The absence is recorded.');

    await absence.getByRole('button', { name: 'Close' }).click();
    await expect(absence).toBeHidden();
  });

  await test.step('the job sheets are looked at before they are printed', async () => {
    await tools(page).getByRole('button', { name: 'Print job sheets' }).click();
    const print = page.getByRole('dialog', { name: 'Print job sheets' });
    await expect(print.getByText(/\d+ sheets, \d+ pages/)).toBeVisible();
    await page.mouse.click(20, 1000);
    await expect(print).toBeHidden();
  });

  await test.step('a calendar file of the selection is saved and reads well elsewhere', async () => {
    const chosen = (await barsOf(page)).find((one) => one.status === 'confirmed');
    if (chosen === undefined) throw new Error('Nothing is planned any more');
    await bar(page, chosen.who[0] ?? '', chosen.title, chosen.times).click();
    await details(page).getByRole('button', { name: 'More' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as calendar file' }).click();
    const file = await (await download).path();
    const [event, ...others] = eventsOf(await readFile(file, 'utf8'));
    expect(others).toEqual([]);
    expect(event).toEqual({
      summary: expect.stringContaining(chosen.title),
      start: `2026-11-23T${chosen.times.slice(0, 5)}:00`,
      zone: 'Europe/Oslo',
      utc: new Date(`2026-11-23T${chosen.times.slice(0, 5)}:00+01:00`).toISOString(),
    });
  });

  await test.step('days and locations are left and come back to', async () => {
    await tools(page).getByRole('button', { name: 'Next day' }).click();
    await expect(page.getByRole('grid', { name: /Tue 24 Nov 2026/ })).toBeVisible();
    await tools(page).getByRole('button', { name: 'Day before' }).click();
    await expect(page.getByRole('grid', { name: /Mon 23 Nov 2026/ })).toBeVisible();
    await tools(page)
      .getByRole('button', { name: /^Choose a day/ })
      .click();
    await page.getByRole('button', { name: 'Fri 27 Nov 2026' }).click();
    await expect(page.getByRole('grid', { name: /Fri 27 Nov 2026/ })).toBeVisible();
    await tools(page).getByRole('button', { name: 'Today', exact: true }).click();
    await tools(page)
      .getByRole('button', { name: /^Location/ })
      .click();
    await page.getByRole('menuitemcheckbox', { name: 'Lakeside depot' }).click();
    await expect(page.getByRole('grid', { name: 'Board of Lakeside depot, Mon 23 Nov 2026' })).toBeVisible();
    await expect(lane(page, 'Mike Johnson')).toHaveCount(0);
    await tools(page)
      .getByRole('button', { name: /^Location/ })
      .click();
    await page.getByRole('menuitemcheckbox', { name: 'Harbour workshop' }).click();
    await expect(lane(page, 'Mike Johnson')).toBeVisible();
  });

  await test.step('the new customer and the work are found', async () => {
    await tools(page).getByRole('button', { name: 'Search or command' }).click();
    const palette = page.getByRole('dialog', { name: 'Search or command' });
    await palette.getByRole('combobox').fill('84-KLM');
    await expect(palette.getByRole('option', { name: /Tilda Hansen/ }).first()).toBeVisible();
    await palette.getByRole('combobox').fill('vibrates');
    await palette
      .getByRole('option', { name: new RegExp(FAULT) })
      .first()
      .click();
    await expect(palette).toBeHidden();
    await expect(details(page).getByRole('heading', { name: FAULT })).toBeVisible();
    await tools(page).getByRole('button', { name: 'Today', exact: true }).click();
  });

  await test.step('after a reload everything is as it was left', async () => {
    const undo = tools(page).getByRole('button', { name: /^Undo/ });
    const step = (await undo.getAttribute('aria-label')) ?? '';
    const bars = await barsOf(page);
    await page.reload();
    await lively(page);
    await expect(undo).toHaveAccessibleName(step);
    expect(await barsOf(page)).toEqual(bars);
  });
});

/** "09:00" a quarter earlier is "08:45". */
function earlier(clock: string, by: number): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const at = hours * 60 + minutes - by;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}

interface Liftable {
  readonly bar: BarFacts;
  readonly other: string;
  readonly start: string;
  readonly to: Point;
}

/** Lifts planned work and looks along the day until a second technician's lane stays clear; it stays in the air. */
async function liftWhatOthersCanDo(page: Page): Promise<Liftable> {
  const planned = (await barsOf(page)).filter((one) => one.status === 'confirmed' && /visit|Interview/.test(one.title));
  for (const one of planned) {
    const [technician = ''] = one.who;
    const grip = await centre(bar(page, technician, one.title, one.times));
    const start = await placeOf(page, technician, one.times.slice(0, 5));
    await lift(page, grip, grip);
    await expect(page.locator('[role=row][data-blocked]').first()).toBeVisible();
    for (let hour = 10; hour < 17; hour += 1) {
      const x = (await placeOf(page, technician, `${hour}:00`)).x + grip.x - start.x;
      await page.mouse.move(x, grip.y);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      const clear = page.locator('[role=row]:not([data-blocked]) > [role=rowheader][aria-label]');
      const names = await clear.evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label') ?? ''));
      const other = names
        .map((name) => name.split(',')[0] ?? '')
        .find((name) => !name.startsWith('Bay') && name !== technician);
      if (other !== undefined)
        return { bar: one, other, start: `${hour}:00`, to: { x, y: (await centre(lane(page, other))).y } };
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  throw new Error('Nothing planned could be done by somebody else');
}
