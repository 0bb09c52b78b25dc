import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

/** Path of the Chromium the tests use, or undefined. `npm test` names it in CHROMIUM_PATH. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file));
}

/** Starts a Chromium; whoever starts it closes it. */
export function startChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** The Chromium, or a loud line on stderr about what is skipped for want of it. */
export function chromiumOrSkip(what: string): string | undefined {
  const found = chromiumPath();
  if (found === undefined)
    process.stderr.write(`\n!!! SKIPPED: ${what} - there is no Chromium (set CHROMIUM_PATH)\n\n`);
  return found;
}
