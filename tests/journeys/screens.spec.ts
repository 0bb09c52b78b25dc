import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
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

/** `shown` is what the pictures are of: it must be in sight before and after each of them. */
async function shoot(page: Page, name: string, shown?: Locator): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (shown !== undefined) await expect(shown).toBeVisible();
    await page.screenshot({ path: path.join(FOLDER, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`) });
    if (shown !== undefined) await expect(shown).toBeVisible();
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
      await shoot(page, 'empty', page.getByRole('button', { name: 'Load the sample' }));
    });

    test('loading', async ({ page }) => {
      await page.routeWebSocket(/\/ws$/, () => {});
      await desk.open(page, { theme: 'system' });
      await expect(page.getByText('Laneway is starting')).toBeVisible();
      await shoot(page, 'loading');
    });

    test('a line that is lost', async ({ page }) => {
      const cuts: (() => Promise<unknown>)[] = [];
      let isCut = false;
      await page.routeWebSocket(/\/ws$/, (line) => {
        // Nobody answers any more: the line stays lost for as long as the pictures take.
        if (isCut) return new Promise<void>(() => undefined);
        const server = line.connectToServer();
        cuts.push(() => Promise.all([line.close(), server.close()]));
        return undefined;
      });
      await desk.open(page, { theme: 'system' });
      await lively(page);
      isCut = true;
      for (const cut of cuts) await cut();
      await shoot(page, 'lost', page.getByText('No connection to Laneway'));
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
