/** The few pages the host makes itself: without script, in plain words, readable in light and dark. */

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; font-weight: 600; }
code { font: 0.95em ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
li { margin: 0.2rem 0; }`;

/** Shown to a browser that nobody let in. */
export function lockedPage(): string {
  return page('This address is locked', [
    '<p>A console opens with an address that is good once. This one was used already, or never given out.</p>',
    '<p>Start Laneway again: it joins the copy that is running and opens the console. <code>npm start</code></p>',
  ]);
}

export function noConsolePage(): string {
  return page('The console is not built', [
    '<p>The host runs, but there is no built console beside it. Build it and reload: <code>npm run build</code></p>',
  ]);
}

export interface Recovery {
  /** What is wrong, in a sentence. */
  readonly sentence: string;
  readonly dataDir: string;
  /** Backups, newest first. */
  readonly backups: readonly { readonly file: string; readonly at: string }[];
  /** The command that restores one, with the newest backup filled in; null when there is none. */
  readonly restore: string | null;
}

/** Shown in place of the console when the data cannot be opened. */
export function recoveryPage(recovery: Recovery): string {
  const list = recovery.backups.map(({ file, at }) => `<li>${escapeHtml(at)} · <code>${escapeHtml(file)}</code></li>`);
  return page('Laneway cannot open its data', [
    `<p>${escapeHtml(recovery.sentence)} Nothing was changed.</p>`,
    `<p>The data is in <code>${escapeHtml(recovery.dataDir)}</code></p>`,
    list.length === 0 ? '<p>There is no backup yet.</p>' : `<h2>Backups, newest first</h2><ul>${list.join('')}</ul>`,
    recovery.restore === null
      ? ''
      : `<p>Restore one into a new folder, then start with it:</p><p><code>${escapeHtml(recovery.restore)}</code></p>`,
  ]);
}

function page(title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Laneway</title>
<style>${STYLE}</style></head><body><main><h1>${title}</h1>${body.join('\n')}</main></body></html>
`;
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
