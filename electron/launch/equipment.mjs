// What the tests need beside npm packages: a Chromium, a font, a calendar program to compare with, and PDF tools.
// On Debian, where it may, it installs them; elsewhere it says in one sentence what is missing, and those tests skip loudly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromiumBinary, firstOnPath } from './programs.mjs';
import { say } from './run.mjs';

const FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';
const EQUIPMENT = [
  { what: 'Chromium', debian: 'chromium', here: () => chromiumBinary() !== undefined },
  { what: 'a font', debian: 'fonts-dejavu-core', here: () => process.platform !== 'linux' || existsSync(FONT) },
  { what: 'khal', debian: 'khal', here: () => firstOnPath(['khal']) !== undefined },
  { what: 'poppler (pdftotext)', debian: 'poppler-utils', here: () => firstOnPath(['pdftotext']) !== undefined },
];

/** Makes sure of the equipment as far as this machine allows, and names the Chromium to every test. */
export function prepareEquipment() {
  const wanted = EQUIPMENT.filter((item) => !item.here());
  if (wanted.length > 0) installOnDebian(wanted.map((item) => item.debian));
  const missing = EQUIPMENT.filter((item) => !item.here());
  if (missing.length > 0) {
    const packages = missing.map((item) => item.debian).join(' ');
    say(
      `Missing here: ${missing.map((item) => item.what).join(', ')} (Debian: apt-get install ${packages}); the tests that need it are skipped.`,
    );
  }
  const chromium = chromiumBinary();
  if (chromium !== undefined) process.env.CHROMIUM_PATH = chromium;
}

function installOnDebian(packages) {
  if (!existsSync('/etc/debian_version') || firstOnPath(['apt-get']) === undefined) return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  say(`Installing Debian packages for the tests: ${packages.join(' ')}.`);
  const apt = (...words) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'ignore'] }).status;
  };
  apt('update');
  if (apt('install', '-y', '--no-install-recommends', ...packages) === 0) return;
  // One package that this Debian does not know must not cost the others.
  for (const name of packages) apt('install', '-y', '--no-install-recommends', name);
}
