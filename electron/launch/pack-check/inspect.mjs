// Looks into a packed folder: what is in the archive, which native module, which fuses, which languages.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const NEEDED = [
  '/package.json',
  '/dist/main/main.js',
  '/dist/main/workers.js',
  '/dist/main/planner.js',
  '/dist/preload/preload.cjs',
  '/dist/renderer/index.html',
];
const UNWANTED = /\.map$|\.tsx?$|\/tests?\/|\.env|\/deps\/|binding\.gyp|\.npmrc|\/node-(linux|win|darwin|bin)/;
const SHIPPED = ['better-sqlite3', 'highs', 'node-addon-api'];
const ON = ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'];
const OFF = [
  'RunAsNode',
  'EnableNodeOptionsEnvironmentVariable',
  'EnableNodeCliInspectArguments',
  'GrantFileProtocolExtraPrivileges',
];

/** Whether a native module is built for a platform and processor, by the head of its file. */
const BUILT_FOR = {
  linux: (head, arch) => head.readUInt16LE(18) === (arch === 'arm64' ? 183 : 62),
  win32: (head, arch) => head.readUInt16LE(head.readUInt32LE(0x3c) + 4) === (arch === 'arm64' ? 0xaa64 : 0x8664),
  darwin: (head, arch) =>
    head.readUInt32LE(0) === 0xfeedfacf && head.readUInt32LE(4) === (arch === 'arm64' ? 0x0100000c : 0x01000007),
};
const EXECUTABLES = {
  linux: 'laneway',
  win32: 'Laneway.exe',
  darwin: 'Laneway.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
};

/** Reports every finding; answers the path of the archive. */
export async function inspect(output, { platform, arch }, report) {
  const folder = path.join(
    output,
    readdirSync(output).find((name) => name.includes('unpacked') || name.startsWith('mac')) ?? '',
  );
  const resources = path.join(folder, platform === 'darwin' ? 'Laneway.app/Contents/Resources' : 'resources');
  const archive = path.join(resources, 'app.asar');
  const files = filesIn(archive);
  report(
    files.length < 200,
    'the archive is small',
    `${files.length} files, ${Math.round(statSync(archive).size / 1024)} KiB`,
  );
  inspectContents(files, report);
  inspectNative(files, archive, { platform, arch }, report);
  await inspectFuses(path.join(folder, EXECUTABLES[platform]), report);
  const left = ['locales/fr.pak', 'Laneway.app/Contents/Resources/fr.lproj'].filter((name) =>
    existsSync(path.join(folder, name)),
  );
  report(left.length === 0, 'languages without words of ours are left out', left.join(', '));
  return archive;
}

function filesIn(archive) {
  const { header } = getRawHeader(archive);
  const names = listPackage(archive).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => {
    const node = name
      .split('/')
      .filter(Boolean)
      .reduce((folder, part) => folder.files[part], header);
    return node.files === undefined;
  });
}

function inspectContents(files, report) {
  const missing = NEEDED.filter((name) => !files.includes(name));
  report(missing.length === 0, 'everything needed is there', missing.join(', '));
  const extra = files.filter((name) => UNWANTED.test(name));
  report(extra.length === 0, 'no sources, maps, tests or toolchain', extra.slice(0, 3).join(', '));
  const packages = [
    ...new Set(files.filter((name) => name.startsWith('/node_modules/')).map((name) => name.split('/')[2])),
  ];
  const foreign = packages.filter((name) => !SHIPPED.includes(name));
  report(
    packages.includes('better-sqlite3') && foreign.length === 0,
    'better-sqlite3 and highs are the only packages',
    packages.join(', '),
  );
}

function inspectNative(files, archive, { platform, arch }, report) {
  const natives = files.filter((name) => name.endsWith('.node'));
  const wanted = `/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
  report(
    natives.length === 1 && natives[0] === wanted,
    'one native module, the one of the target',
    natives.map((name) => path.basename(name)).join(', '),
  );
  const unpacked = path.join(`${archive}.unpacked`, wanted);
  report(
    existsSync(unpacked) && BUILT_FOR[platform](readFileSync(unpacked), arch),
    'it lies outside the archive and fits the processor',
  );
}

async function inspectFuses(executable, report) {
  const wire = await getCurrentFuseWire(executable);
  const wrong = [
    ...ON.filter((name) => wire[FuseV1Options[name]] !== FuseState.ENABLE),
    ...OFF.filter((name) => wire[FuseV1Options[name]] !== FuseState.DISABLE),
  ];
  report(wrong.length === 0, 'the fuses are set', wrong.join(', '));
}
