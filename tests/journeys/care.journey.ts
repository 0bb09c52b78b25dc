import type { Locator, Page } from 'playwright/test';
import { bar, barsOf, lane, lively, type BarFacts } from './fixture/board.ts';
import { deskOf, expect, test } from './fixture/journey.ts';

const desk = deskOf();
const nobody = deskOf('empty');
const newcomer = deskOf('empty');

/** Selects planned work that has a technician and a bay. */
async function selectPlanned(page: Page): Promise<BarFacts & { readonly one: Locator }> {
  const found = (await barsOf(page)).find((each) => each.status === 'confirmed' && each.who.length === 2);
  if (found === undefined) throw new Error('Nothing is planned');
  const one = bar(page, found.who[0] ?? '', found.title, found.times);
  await one.click();
  return { ...found, one };
}

test('bad input gets its sentence at the field, and nothing changes', async ({ page }) => {
  await desk.open(page);
  await lively(page);
  const before = await barsOf(page);
  await selectPlanned(page);
  await page.getByRole('button', { name: 'Move to…' }).click();
  const minutes = page.getByRole('textbox', { name: 'Minutes' });
  const move = page.getByRole('button', { name: /^Move( with care…)?$/ });

  await test.step('an end before its start', async () => {
    await minutes.fill('-30');
    await expect(minutes).toHaveAccessibleDescription(/at least 5/);
    await expect(move).toBeDisabled();
    await minutes.press('Enter');
  });

  await test.step('no date, and a date no calendar has room for', async () => {
    await minutes.fill('60');
    const date = page.getByLabel('Date');
    await date.fill('');
    await expect(date).toHaveAccessibleDescription('Give a date.');
    await expect(move).toBeDisabled();
    await date.fill('2150-01-01');
    await expect(move).toBeDisabled();
    await expect(date).toHaveAccessibleDescription(/.+/);
  });

  await test.step('an absence that ends before it begins', async () => {
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sick tom');
    await expect(page.getByRole('option', { selected: true })).toHaveText(/Tom Becker/);
    await page.keyboard.press('Enter');
    const absence = page.getByRole('dialog', { name: 'Somebody is away' });
    await absence.getByLabel('To').fill('2026-11-20');
    await expect(absence.getByText('The end must be after the start.')).toBeVisible();
    await expect(absence.getByRole('button', { name: /^Record/ })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('a text that is too long', async () => {
    await page.keyboard.press('F2');
    const call = page.getByRole('form', { name: 'Take a call' });
    await page.keyboard.type('Tilda');
    await call.getByRole('option', { name: /New customer/ }).click();
    await call.getByRole('textbox', { name: 'Customer’s name' }).fill('x'.repeat(400));
    await call.getByRole('textbox', { name: 'What is wrong' }).fill('Rattles');
    await call.getByRole('button', { name: 'To the tray' }).click();
    await expect(call.getByRole('alert')).toContainText(/name .*at most \d+/i);
    await expect(call).toBeVisible();
  });

  await page.reload();
  await lively(page);
  expect(await barsOf(page)).toEqual(before);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('a call without what it needs says so at each field', async ({ page }) => {
  await desk.open(page);
  await lively(page);
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: 'Take a call' });
  await call.getByRole('button', { name: /^Book/ }).click();
  await expect(call.getByRole('combobox', { name: 'Who is calling' })).toHaveAccessibleDescription(
    'Choose who is calling, or make a new customer.',
  );
  await expect(call.getByRole('combobox', { name: 'Who is calling' })).toBeFocused();
  await expect(call.getByRole('combobox', { name: 'Service type' })).toHaveAccessibleDescription(
    /Choose a service type/,
  );
});

test('an empty database says what to do first', async ({ page }) => {
  await nobody.open(page);
  await expect(page.getByRole('heading', { name: 'No organization yet' })).toBeVisible();
  await expect(page.getByRole('main', { name: 'Board' })).toContainText(/sample organization/);
  await expect(page.getByRole('button', { name: 'Take a call' })).toBeDisabled();
});

test('the sample organization is loaded into an empty database by a button, and cannot be loaded twice', async ({
  page,
  context,
}) => {
  await newcomer.open(page);
  const second = await context.newPage();
  await newcomer.open(second);
  await page.getByRole('button', { name: 'Load the sample' }).click();
  await expect(page.getByRole('progressbar', { name: /sample organization/ })).toBeVisible();
  // Two thousand commands, on a machine that may have other things to do.
  await expect(page.getByRole('button', { name: 'Take a call' })).toBeEnabled({ timeout: 90_000 });
  await lively(page);
  // The other window hears of it, too, and offers no second one.
  await lively(second);
  await expect(second.getByRole('button', { name: 'Load the sample' })).toBeHidden();
});

test('what changes in one window appears in the other', async ({ page, context }) => {
  await desk.open(page);
  await lively(page);
  const second = await context.newPage();
  await desk.open(second);
  await lively(second);
  const { title, times, who } = await selectPlanned(page);
  const [technician = ''] = who;
  await page.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Back to the tray' }).click();
  await expect(bar(page, technician, title, times)).toHaveCount(0);
  await expect(lane(second, technician)).toBeVisible();
  await expect(bar(second, technician, title, times)).toHaveCount(0);
  await second.keyboard.press('Control+z');
  await expect(bar(second, technician, title, times)).toBeVisible();
  await expect(bar(page, technician, title, times)).toBeVisible();
});
