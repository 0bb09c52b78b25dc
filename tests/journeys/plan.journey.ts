import { barsOf, lively } from './fixture/board.ts';
import { deskOf, expect, test } from './fixture/journey.ts';

const desk = deskOf();

test('a plan is searched for, read, taken over in part, and taken back', async ({ page }) => {
  await desk.open(page);
  await lively(page);
  const before = await barsOf(page);
  const plan = page.getByRole('dialog', { name: 'Plan days' });
  const search = plan.getByRole('button', { name: 'Search', exact: true });
  let all = 0;

  await test.step('bad input is said at its field', async () => {
    await page.keyboard.press('Shift+P');
    await plan.getByLabel('First day').fill('');
    await expect(plan.getByLabel('First day')).toHaveAccessibleDescription('Give a date.');
    await expect(search).toBeDisabled();
    await plan.getByLabel('First day').fill('2026-11-23');
  });

  await test.step('a search is stopped, and nothing has changed', async () => {
    await plan.getByRole('combobox', { name: 'Search for' }).selectOption('20 seconds');
    await search.click();
    await expect(plan.getByRole('progressbar', { name: /Searching/ })).toBeVisible();
    await expect(plan.getByRole('button', { name: 'Stop' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(search).toBeEnabled();
  });

  await test.step('a plan is found, with what is left out and why', async () => {
    await plan.getByRole('combobox', { name: 'Search for' }).selectOption('2 seconds');
    await search.click();
    await expect(plan.getByText(/^Placed or moved: \d+\. Left out: \d+\./)).toBeFocused({ timeout: 20_000 });
    const lines = plan.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
    all = await lines.count();
    expect(all).toBeGreaterThan(1);
    await expect(plan.getByRole('heading', { name: /^Left out: [1-9]/ })).toBeAttached();
  });

  await test.step('all but one of its lines are taken over, as one step', async () => {
    // Behind the summary come the button for none and the first line.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(plan.getByRole('checkbox').first()).toBeFocused();
    await page.keyboard.press('Space');
    await expect(plan.getByRole('heading', { name: `Taken: ${all - 1} of ${all}` })).toBeVisible();
    await expect(plan.getByRole('button', { name: `Take over ${all - 1}`, exact: true })).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(plan).toBeHidden();
    await expect(page.getByText(`Plan taken over: ${all - 1}`).first()).toBeVisible();
    await expect.poll(async () => (await barsOf(page)).length).toBeGreaterThan(before.length);
  });

  await test.step('one undo takes all of it back', async () => {
    await page.getByRole('banner', { name: 'Tools' }).getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => barsOf(page)).toEqual(before);
  });
});
