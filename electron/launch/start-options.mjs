// The flags of `npm start` and `npm run dev`.
import { Stop } from './run.mjs';

const USAGE = 'Flags: --browser, --no-open, --port N, --data DIR, --at MOMENT.';

/** Reads `--browser --no-open --port N --data DIR --at MOMENT` (also `--port=N`); anything else ends with a sentence. */
export function startOptions(words) {
  const options = { browser: false, open: true, port: undefined, data: undefined, at: undefined };
  const left = words.flatMap((word) =>
    /^--\w+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  );
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--browser') options.browser = true;
    else if (word === '--no-open') options.open = false;
    else if (word === '--port') options.port = portOf(left.shift());
    else if (word === '--data') options.data = folderOf(left.shift());
    else if (word === '--at') options.at = momentOf(left.shift());
    else throw new Stop(`"${word}" is not known here. ${USAGE}`, 2);
  }
  return options;
}

function portOf(word) {
  const port = Number(word);
  if (word === undefined || !/^\d+$/.test(word) || port > 65_535)
    throw new Stop(`--port needs a number from 0 to 65535. ${USAGE}`, 2);
  return port;
}

function folderOf(word) {
  if (word === undefined || word === '' || word.startsWith('--')) throw new Stop(`--data needs a folder. ${USAGE}`, 2);
  return word;
}

function momentOf(word) {
  if (word === undefined || Number.isNaN(Date.parse(word)))
    throw new Stop(`--at needs a moment like 2026-11-23T08:24Z. ${USAGE}`, 2);
  return word;
}
