import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { lively } from './fixture/board.ts';
import { deskOf, expect, test } from './fixture/journey.ts';
import { STATES } from './fixture/states.ts';

const desk = deskOf();
const nobody = deskOf('empty');

/**
 * Serious and critical findings, each as one readable line. The dark scheme changes nothing but colours, so only they
 * are looked at again. Legacy mode is the quick way to look at a page without frames, which it does not look into.
 */
async function findings(page: Page): Promise<readonly string[]> {
  expect(page.frames()).toHaveLength(1);
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const audit = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'light' ? audit : audit.withRules(['color-contrast'])).analyze();
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        lines.push(...nodes.map((node) => `${colorScheme}: ${id}: ${node.html} ${node.failureSummary ?? ''}`));
  }
  return lines;
}

for (const { name, show } of STATES)
  test(`nothing stands in the way of anybody: ${name}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await desk.open(page, { theme: 'system' });
    await lively(page);
    await show(page);
    expect(await findings(page)).toEqual([]);
  });

test('nothing stands in the way of anybody: empty database', async ({ page }) => {
  await nobody.open(page, { theme: 'system' });
  await expect(page.getByRole('heading', { name: 'No organization yet' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
