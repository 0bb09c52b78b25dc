import path from 'node:path';
import { defineConfig } from 'playwright/test';

const root = path.resolve(import.meta.dirname, '..', '..');
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

// A journey owns its own host and data folder and mostly waits, so two files at a time keep two cores busy.
export default defineConfig({
  testDir: import.meta.dirname,
  globalSetup: path.join(import.meta.dirname, 'fixture', 'fill-sample.ts'),
  testMatch: /\.(journey|spec)\.ts$/,
  // Pictures are for people who look at them, so they are taken only when asked for.
  testIgnore: process.env['LANEWAY_SCREENS'] === '1' ? [] : /screens\.spec\.ts$/,
  outputDir: path.join(root, 'test-results', 'journeys'),
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // A build machine may be slow or busy; a second try there is told as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromium, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
  },
});
