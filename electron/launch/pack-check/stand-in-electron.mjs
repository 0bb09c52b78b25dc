// Folders with the shape of Electron's download: dummy files, and executables that carry the fuse wire, the one part of
// them that packaging changes.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from '../places.mjs';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, nine fuses, in the order of `FuseV1Options`, as a release of Electron has them. */
const FUSES = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')]);
const FLAT = [
  'LICENSE',
  'LICENSES.chromium.html',
  'icudtl.dat',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'locales/en-US.pak',
  'locales/de.pak',
  'locales/fr.pak',
];
const HELPERS = ['Electron Helper', 'Electron Helper (GPU)', 'Electron Helper (Plugin)', 'Electron Helper (Renderer)'];

/** Makes the folder for a platform; answers its path. */
export function standInElectron(folder, platform) {
  if (existsSync(folder)) return folder;
  const put = (name, content = 'x') => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
  };
  put('version', JSON.parse(readFileSync(at('node_modules', 'electron', 'package.json'), 'utf8')).version);
  if (platform === 'darwin') macApplication(put);
  else flatFolder(put, platform);
  return folder;
}

function flatFolder(put, platform) {
  for (const name of FLAT) put(name);
  put('resources/.keep', '');
  if (platform === 'win32') put('electron.exe', Buffer.concat([portableExecutable(), FUSES]));
  else put('electron', Buffer.concat([Buffer.from('\u007fELF'), FUSES]));
}

// The packager reads version resources, so a true Windows program is needed; one lies in a package of its own.
function portableExecutable() {
  return readFileSync(at('node_modules', 'electron-winstaller', 'vendor', 'Setup.exe'));
}

function macApplication(put) {
  const contents = 'Electron.app/Contents';
  const framework = `${contents}/Frameworks/Electron Framework.framework`;
  put(`${contents}/Info.plist`, propertyList('Electron', 'com.github.Electron'));
  put(`${contents}/MacOS/Electron`);
  put(`${contents}/Resources/electron.icns`);
  put(`${framework}/Electron Framework`, FUSES);
  for (const language of ['en', 'de', 'fr']) {
    put(`${contents}/Resources/${language}.lproj/locale.pak`);
    put(`${framework}/Versions/A/Resources/${language}.lproj/locale.pak`);
  }
  for (const helper of HELPERS) {
    put(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, propertyList(helper, 'com.github.Electron.helper'));
    put(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`);
  }
}

function propertyList(name, identifier) {
  const entries = { CFBundleExecutable: name, CFBundleIdentifier: identifier, CFBundleName: name };
  const lines = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${lines.join('')}</dict></plist>`;
}
