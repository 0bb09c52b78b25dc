// Chromium cannot be taught a scheme from outside. So app://host/x is opened as https://host.app.<suffix>/x, served from the
// handler of that scheme, and shown to the main process under its own name again.
const SUFFIX = 'stand-in.invalid';
const OUTWARD = new RegExp(
  String.raw`^https://([^/]*)\.([a-z][a-z0-9+-]*)\.${SUFFIX.replace('.', String.raw`\.`)}(/.*)?$`,
);

/** The address Chromium gets. */
export function outward(address: string, schemes: ReadonlySet<string>): string {
  const url = new URL(address);
  const scheme = url.protocol.slice(0, -1);
  return schemes.has(scheme)
    ? `https://${url.host}.${scheme}.${SUFFIX}${url.pathname}${url.search}${url.hash}`
    : address;
}

/** The address the main process knows. */
export function inward(address: string): string {
  const [, host, scheme, rest = '/'] = OUTWARD.exec(address) ?? [];
  return host === undefined ? address : `${scheme}://${host}${rest}`;
}
