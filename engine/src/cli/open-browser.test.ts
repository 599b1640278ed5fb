import { describe, expect, it } from 'vitest';
import { browserCommand } from './open-browser.ts';

const address = 'http://127.0.0.1:4300/';

describe('the browser', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0', CI: 'false' }, 'xdg-open'],
    ['darwin', {}, 'open'],
    ['win32', {}, 'cmd'],
  ])('is opened on a desktop: %s, %o', (platform, env, command) => {
    const found = browserCommand(address, platform, env);
    expect([found?.[0], found?.at(-1)]).toEqual([command, address]);
  });

  it.each([
    ['linux', {}],
    ['linux', { DISPLAY: '' }],
    ['linux', { DISPLAY: ':0', CI: 'true' }],
    ['darwin', { CI: '1' }],
    ['darwin', { SSH_CONNECTION: '10.0.0.2 50000 10.0.0.1 22' }],
  ])('is not opened where nobody would see it: %s, %o', (platform, env) => {
    expect(browserCommand(address, platform, env)).toBeNull();
  });
});
