import { app, session, shell } from 'electron';

const OUTSIDE = ['https:', 'mailto:', 'tel:'];

/** Every page of this process stays at home: no navigation away, no second window, no embedded guest. */
export function guardPages(home: string): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { readonly url: string; preventDefault(): void }): void => {
      if (!event.url.startsWith(home)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (OUTSIDE.includes(protocolOf(url))) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}

/** The console needs one permission: writing text to the clipboard after a click. Call when the app is ready. */
export function guardPermissions(): void {
  const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed(permission)));
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => allowed(permission));
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}
