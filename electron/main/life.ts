import { app, BrowserWindow } from 'electron';

/** A second start brings the window of the first forward; on macOS a click on the dock opens a closed one again. */
export function keepOneWindow(open: () => void): void {
  const show = (): void => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) {
      open();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** Quitting waits until the data is closed; a close that fails must not keep the person from quitting. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close()
      .catch((error: unknown) => console.error(error))
      .then(() => {
        closed = true;
        app.quit();
      });
  });
}
