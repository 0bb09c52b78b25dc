import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { deskOf, expect, test } from './fixture/journey.ts';

const desk = deskOf();

test.beforeEach(async ({ page }) => {
  await desk.open(page);
  await page.getByRole('grid').waitFor();
  await page.locator('[data-status="confirmed"]').first().waitFor();
});

/** The middle of something, in window pixels. */
async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the live region said last. */
function spoken(page: Page): Locator {
  return page.locator('[role="status"][aria-live="polite"] span');
}

const undoButton = (page: Page) => page.getByRole('banner', { name: 'Tools' }).getByRole('button', { name: /^Undo/ });

/** Carries the pointer over the lanes until the card says that it fits; says where, or null. */
async function findFit(page: Page): Promise<{ readonly x: number; readonly y: number } | null> {
  const grid = await page.getByRole('grid').boundingBox();
  if (grid === null) return null;
  for (const head of await page.locator('[role="rowheader"][data-lane]').all()) {
    const { y } = await middleOf(head);
    for (const share of [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
      const x = grid.x + grid.width * share;
      await page.mouse.move(x, y);
      if (await page.getByText(/^Fits:/).isVisible()) return { x, y };
    }
  }
  return null;
}

test('work from the tray is dragged onto a lane, booked, undone and done again', async ({ page }) => {
  // Tomorrow has room that this morning has not.
  await page.getByRole('button', { name: 'Next day' }).click();
  await page.locator('[aria-busy="false"] [role="grid"]').waitFor();
  const before = await page.locator('[data-appointment]').count();
  const cards = page.getByRole('complementary', { name: 'Work that waits' }).getByText(/^due|^overdue/);
  let fit: { readonly x: number; readonly y: number } | null = null;
  for (let card = 0; card < 8 && fit === null; card += 1) {
    const start = await middleOf(cards.nth(card));
    await page.mouse.move(start.x - 60, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 40, start.y + 4);
    await expect(page.getByText('Let go here to put it back')).toBeVisible();
    fit = await findFit(page);
    if (fit === null) await page.keyboard.press('Escape');
    await page.mouse.up();
  }
  expect(fit).not.toBeNull();
  await expect(spoken(page)).toHaveText(/^Booked:/);
  await expect.poll(() => page.locator('[data-appointment]').count()).toBeGreaterThan(before);
  await expect(undoButton(page)).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(spoken(page)).toHaveText(/^Undone:/);
  await expect.poll(() => page.locator('[data-appointment]').count()).toBe(before);
  await page.keyboard.press('Control+Shift+Z');
  await expect(spoken(page)).toHaveText(/^Done again:/);
  await expect.poll(() => page.locator('[data-appointment]').count()).toBeGreaterThan(before);
});

test('a refused drop says why and offers the nearest slots; one of them is taken', async ({ page }) => {
  const bar = page.locator('[data-status="confirmed"]').first();
  const id = await bar.getAttribute('data-appointment');
  const name = await bar.getAttribute('aria-label');
  const from = await middleOf(bar);
  const grid = await page.getByRole('grid').boundingBox();
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y);
  await page.mouse.move((grid?.x ?? 0) + (grid?.width ?? 0) - 60, from.y);
  await expect(page.getByText(/^Does not fit:/)).toBeVisible();
  await page.mouse.up();
  const refusal = page.getByRole('dialog', { name: /cannot go there/ });
  await expect(refusal).toBeVisible();
  const slots = refusal.getByRole('button', { name: /\d\d:\d\d to \d\d:\d\d/ });
  await expect(slots).toHaveCount(3);
  await expect(page.locator(`[data-appointment="${id}"]`).first()).toHaveAttribute('aria-label', name ?? '');
  await slots.first().click();
  await expect(spoken(page)).toHaveText(/^Moved:/);
  await expect(refusal).toBeHidden();
});

test('a bar is moved and resized by keyboard alone, and every step is spoken', async ({ page }) => {
  await page.getByRole('grid').focus();
  for (let row = 0; row < 6; row += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
    const label =
      active?.startsWith('bar-') === true ? await page.locator(`[id="${active}"]`).getAttribute('aria-label') : '';
    if (label?.includes('confirmed') === true) break;
  }
  await page.keyboard.press('Space');
  await expect(spoken(page)).toHaveText(/^(Lifted|\d\d:\d\d–\d\d:\d\d)/);
  await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).toHaveText(/^\d\d:\d\d–\d\d:\d\d, .+: (fits|possible|not possible)/);
  const moved = await spoken(page).textContent();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(spoken(page)).not.toHaveText(moved ?? '');
  await page.keyboard.press('Escape');
  await expect(spoken(page)).toHaveText(/^Put back/);
  await page.keyboard.press('Space');
  for (let step = 0; step < 24; step += 1) {
    await page.keyboard.press('ArrowRight');
    if ((await spoken(page).textContent())?.endsWith(': fits') === true) break;
  }
  await page.keyboard.press('Enter');
  await expect(spoken(page)).toHaveText(/^Moved:/);
  await page.keyboard.press('Control+z');
  await expect(spoken(page)).toHaveText(/^Undone:/);
});

test('Escape in the middle of a drag puts everything back', async ({ page }) => {
  const bar = page.locator('[data-status="confirmed"]').first();
  const name = await bar.getAttribute('aria-label');
  const from = await middleOf(bar);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 });
  await expect(page.locator('[data-lifted="true"]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('[data-lifted="true"]')).toHaveCount(0);
  await expect(page.locator('[data-status="confirmed"]').first()).toHaveAttribute('aria-label', name ?? '');
});

test('the card at the pointer never leaves the window', async ({ page }) => {
  const from = await middleOf(page.locator('[data-status="confirmed"]').first());
  const grid = await page.getByRole('grid').boundingBox();
  if (grid === null) throw new Error('There is no board');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y);
  const card = page.locator('[data-level][aria-hidden="true"]').last();
  for (const [x, y] of [
    [grid.x + 220, grid.y + 60],
    [grid.x + grid.width - 3, grid.y + 60],
    [grid.x + grid.width - 3, grid.y + grid.height - 3],
    [grid.x + 220, grid.y + grid.height - 3],
  ] as const) {
    await page.mouse.move(x, y);
    const box = await card.boundingBox();
    if (box === null) throw new Error('There is no card');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    expect(box.y + box.height).toBeLessThanOrEqual(800);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('a day is chosen by keyboard', async ({ page }) => {
  await page.getByRole('button', { name: /^Choose a day/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('grid')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the board and its bars have no serious access finding, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .include('main')
      .include('header')
      .include('footer')
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html.slice(0, 160))])).toEqual([]);
  });
