import { describe, expect, it } from 'vitest';
import { isTrusted } from '../../../electron/ipc/sender.ts';

const home = 'app://laneway/';
const top = (url: string) => ({ url, parent: null });

describe('the sender of a message', () => {
  it('is trusted when it is the top frame of our console', () => {
    expect(isTrusted(top('app://laneway/index.html'), home)).toBe(true);
    expect(isTrusted(top('app://laneway/'), home)).toBe(true);
  });
  it.each([
    ['another host of our scheme', 'app://other/index.html'],
    ['a host that starts like ours', 'app://laneway.evil/'],
    ['another scheme with an opaque origin', 'data:text/html,x'],
    ['a page of the network', 'https://laneway/'],
    ['an empty address', ''],
  ])('is refused when it is %s', (_what, url) => {
    expect(isTrusted(top(url), home)).toBe(false);
  });
  it('is refused when it is a frame inside our console, or gone', () => {
    expect(isTrusted({ url: 'app://laneway/', parent: {} }, home)).toBe(false);
    expect(isTrusted(null, home)).toBe(false);
  });
  it('is refused when the home address has no end', () => {
    expect(isTrusted(top('http://127.0.0.1:51730/'), 'http://127.0.0.1:5173')).toBe(false);
  });
});
