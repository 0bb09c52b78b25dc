// `npm run pack:check`: packs with the real electron-builder for four targets, against folders that stand in for Electron's
// download, and inspects what came out. Nothing is fetched.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { at, root } from '../places.mjs';
import { bootPacked } from './boot-packed.mjs';
import { inspect } from './inspect.mjs';
import { standInElectron } from './stand-in-electron.mjs';

const TARGETS = [
  { platform: 'linux', flag: '--linux', arch: 'x64' },
  { platform: 'linux', flag: '--linux', arch: 'arm64' },
  { platform: 'win32', flag: '--win', arch: 'x64' },
  { platform: 'darwin', flag: '--mac', arch: 'arm64' },
];
const verbose = process.argv.includes('--verbose');
const work = mkdtempSync(path.join(os.tmpdir(), 'laneway-pack-'));
let failures = 0;

function report(fine, what, detail = '') {
  if (!fine) failures += 1;
  process.stdout.write(`  ${fine ? 'ok    ' : 'FAILED'}  ${what}${detail === '' ? '' : `: ${detail}`}\n`);
}

function pack(target, output, ...more) {
  const electron = standInElectron(path.join(work, `electron-${target.platform}`), target.platform);
  const words = [
    '--dir',
    target.flag,
    `--${target.arch}`,
    '--publish',
    'never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${output}`,
    ...more,
  ];
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false', NO_COLOR: '1' };
  const result = spawnSync(process.execPath, [at('node_modules', 'electron-builder', 'cli.js'), ...words], {
    cwd: root,
    encoding: 'utf8',
    env,
  });
  return { code: result.status, text: `${result.stdout}${result.stderr}` };
}

try {
  for (const target of TARGETS) {
    process.stdout.write(`${target.platform}-${target.arch}\n`);
    const output = path.join(work, `${target.platform}-${target.arch}`);
    const { code, text } = pack(target, output);
    report(code === 0, 'electron-builder packs it');
    if (verbose || code !== 0) process.stdout.write(text);
    if (code !== 0) continue;
    const packed = await inspect(output, target, report);
    if (target.platform === process.platform && target.arch === process.arch) {
      const { fine, detail } = bootPacked(packed, path.join(work, 'boot'));
      report(fine, 'the packed files alone start and read the database', detail);
    }
  }
  process.stdout.write('configuration\n');
  const { code, text } = pack(TARGETS[0], path.join(work, 'misspelt'), '-c.asarUnpak=x');
  report(code !== 0 && text.includes('asarUnpak'), 'a misspelt key is refused');
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(failures === 0 ? 'Packaging is sound.\n' : `${failures} packaging checks failed.\n`);
process.exitCode = failures === 0 ? 0 : 1;
