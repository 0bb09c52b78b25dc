import { readFileSync } from 'node:fs';

/** Text of the page's own half, for every new document. */
export function mainWorldSource(tag: string): string {
  return topFrameOnly(`${modules('bridge', 'main-world')}\nstartMainWorld(${JSON.stringify(tag)});`);
}

/** Text of the isolated half with the preload in it. */
export function isolatedWorldSource(tag: string, preloadFile: string): string {
  const preload = `(require, module, exports, process) => {\n${readFileSync(preloadFile, 'utf8')}\n}`;
  const start = `startIsolatedWorld(${JSON.stringify(tag)}, ${JSON.stringify(process.platform)}, ${preload});`;
  return `${topFrameOnly(`${modules('codec', 'bridge', 'isolated-world')}\n${start}`)}\n//# sourceURL=${preloadFile}`;
}

// The modules of the page folder as one script: no module loader runs before a page's own scripts.
function modules(...names: readonly string[]): string {
  return names
    .map((name) => readFileSync(new URL(`page/${name}.js`, import.meta.url), 'utf8'))
    .join('\n')
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export /gm, '');
}

function topFrameOnly(text: string): string {
  return `(() => {\nif (window !== window.top) return;\n${text}\n})();`;
}
