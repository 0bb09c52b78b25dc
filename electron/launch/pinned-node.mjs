// The Node of the project comes as a platform package, so every machine runs the same one without an install script.
// npm 10 installs that package but does not link it, hence the search by folder.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { at } from './places.mjs';

/** Oldest Node that strips types and has loader hooks, for platforms without a package. */
const OLDEST = [24, 0];

let found;

/** Absolute path of the Node that runs everything. */
export function pinnedNode() {
  found ??= fromPackages() ?? ownNode();
  return found;
}

function fromPackages() {
  const modules = at('node_modules');
  if (!existsSync(modules)) return undefined;
  const folders = readdirSync(modules).filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name));
  return folders
    .flatMap((name) => ['bin/node', 'bin/node.exe'].map((file) => path.join(modules, name, file)))
    .find((file) => existsSync(file));
}

function ownNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  throw new Error(
    `Laneway needs Node ${OLDEST.join('.')} or newer. This is ${process.version}, and there is no packaged Node for ${process.platform}-${process.arch}.`,
  );
}
