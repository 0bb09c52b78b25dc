import { bar, barsOf, card, chooseCard, lively } from './fixture/board.ts';
import { deskOf, expect, test } from './fixture/journey.ts';

const desk = deskOf();

test('work that takes longer gets its ways out, and the chosen one is taken back by one undo', async ({ page }) => {
  await desk.open(page);
  await lively(page);
  const before = await barsOf(page);
  const details = page.getByRole('complementary', { name: 'Details' });
  const ways = page.getByRole('dialog', { name: 'Ways out' });
  const minutes = ways.getByRole('textbox', { name: 'Minutes longer' });
  const carryOut = ways.getByRole('button', { name: 'Do this' });

  await test.step('an appointment that runs is chosen', async () => {
    const running = before.find(({ status, who }) => status === 'in progress' && who.length === 2);
    await bar(page, running?.who[0] ?? '', running?.title ?? '', running?.times).click();
    await expect(details.getByRole('button', { name: 'Finish work' })).toBeVisible();
    await page.keyboard.press('w');
    await expect(ways).toBeVisible();
  });

  await test.step('minutes that are none are said at their field', async () => {
    await minutes.fill('soon');
    await expect(minutes).toHaveAccessibleDescription(/whole minutes from 1 to 1440/);
    await expect(carryOut).toBeDisabled();
  });

  await test.step('little more time touches nobody', async () => {
    await minutes.fill('1');
    await expect(ways.getByText('Nothing else has to change.')).toBeVisible();
    await expect(carryOut).toBeDisabled();
  });

  await test.step('much more time does; the last way out is the tray, with whom to call', async () => {
    await minutes.fill('150');
    await expect(ways.getByRole('heading', { name: /^Affected: [1-9]/ })).toBeVisible();
    await ways.getByRole('radio').last().check();
    await expect(ways.getByText('To be told of a change: 1')).toBeVisible();
    await carryOut.click();
    await expect(ways).toBeHidden();
    await expect(page.getByText('Done: Back to the tray').first()).toBeVisible();
    await expect.poll(async () => (await barsOf(page)).length).toBeLessThan(before.length);
  });

  await test.step('one undo takes it back', async () => {
    await page.getByRole('banner', { name: 'Tools' }).getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => barsOf(page)).toEqual(before);
  });
});

test('work from the tray that cannot wait is fitted in', async ({ page }) => {
  await desk.open(page);
  await lively(page);
  const title = await chooseCard(page, /^Mon/);
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Fit in at once…' }).click();
  const ways = page.getByRole('dialog', { name: 'Ways out' });
  await expect(ways.getByRole('radio').first()).toBeChecked({ timeout: 15_000 });
  await ways.getByRole('button', { name: 'Do this' }).click();
  await expect(ways).toBeHidden();
  await expect(card(page, title)).toBeHidden();
});
