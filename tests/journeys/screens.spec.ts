import path from 'node:path';
import type { Page } from 'playwright/test';
import { lively } from './fixture/board.ts';
import { deskOf, expect, test } from './fixture/journey.ts';
import { STATES } from './fixture/states.ts';

// Pictures of every state, to be looked at beside the design; nothing compares them. Asked for by LANEWAY_SCREENS=1.
const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'test-results', 'screens');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

const desk = deskOf();
const nobody = deskOf('empty');
const lines: (() => Promise<unknown>)[] = [];

async function shoot(page: Page, name: string): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: path.join(FOLDER, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`) });
  }
}

async function turnTo(page: Page, months: number, day: string): Promise<void> {
  await page.getByRole('button', { name: /^Choose a day/ }).click();
  for (let step = months; step < 0; step += 1) await page.getByRole('button', { name: 'Month before' }).click();
  await page.getByRole('button', { name: day }).click();
  await expect(page.getByRole('grid', { name: new RegExp(day) })).toBeVisible();
}

for (const viewport of SIZES)
  test.describe(`${viewport.width} wide`, () => {
    test.use({ viewport });

    for (const { name, show } of STATES)
      test(name, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await desk.open(page, { theme: 'system' });
        await lively(page);
        await show(page);
        await shoot(page, name);
      });

    test('empty database', async ({ page }) => {
      await nobody.open(page, { theme: 'system' });
      await expect(page.getByRole('heading', { name: 'No organization yet' })).toBeVisible();
      await shoot(page, 'empty');
    });

    test('loading', async ({ page }) => {
      await page.routeWebSocket(/\/ws$/, () => {});
      await desk.open(page, { theme: 'system' });
      await expect(page.getByText('Laneway is starting')).toBeVisible();
      await shoot(page, 'loading');
    });

    test('a line that is lost', async ({ page }) => {
      await page.routeWebSocket(/\/ws$/, (line) => {
        const server = line.connectToServer();
        lines.push(() => Promise.all([line.close(), server.close()]));
      });
      await desk.open(page, { theme: 'system' });
      await lively(page);
      for (const cut of lines.splice(0)) await cut();
      await expect(page.getByText('No connection to Laneway')).toBeVisible();
      await shoot(page, 'lost');
    });

    test('days of 25 and 23 hours', async ({ page }) => {
      await desk.open(page, { theme: 'system' });
      await lively(page);
      await turnTo(page, -1, 'Sun 25 Oct 2026');
      await shoot(page, 'day of 25 hours');
      await turnTo(page, -7, 'Sun 29 Mar 2026');
      await shoot(page, 'day of 23 hours');
    });

    test('German', async ({ page }) => {
      await desk.open(page, { theme: 'system', language: 'de' });
      await lively(page);
      await page.getByRole('option').nth(4).click();
      await expect(page.getByRole('radio').first()).toBeVisible();
      await shoot(page, 'german');
    });
  });
