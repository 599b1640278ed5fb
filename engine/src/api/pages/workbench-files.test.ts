import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkbenchFiles } from './workbench-files.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'according-test-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As a build leaves it: other names, and nothing of what was there before. */
function build(name: string, atMs: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'assets', `${name}.js`), name);
  writeFileSync(join(folder, 'index.html'), `<script src="/assets/${name}.js">`);
  utimesSync(join(folder, 'index.html'), atMs / 1000, atMs / 1000);
}

describe('the files of the workbench', () => {
  it('are those of the newest build, without another start', async () => {
    const files = new WorkbenchFiles([folder]);
    expect(files.answer('/index.html')).toBeNull();
    build('one', 1_700_000_000_000);
    expect(await files.answer('/assets/one.js')?.text()).toBe('one');
    build('two', 1_700_000_100_000);
    expect(await files.answer('/index.html')?.text()).toContain('two.js');
    expect(await files.answer('/assets/two.js')?.text()).toBe('two');
    expect(files.answer('/assets/one.js')).toBeNull();
  });

  it('are none where a build has taken them away', () => {
    build('one', 1_700_000_000_000);
    const files = new WorkbenchFiles([folder]);
    expect(files.answer('/assets/one.js')?.status).toBe(200);
    rmSync(folder, { recursive: true });
    expect(files.answer('/assets/one.js')).toBeNull();
    expect(files.answer('/index.html')).toBeNull();
  });

  it('lead nowhere else', () => {
    build('one', 1_700_000_000_000);
    writeFileSync(join(folder, 'notes.secret'), 'none of theirs');
    const files = new WorkbenchFiles([folder]);
    for (const path of ['/notes.secret', '/../index.html', '/assets/../index.html', '/assets', '/'])
      expect(files.answer(path), path).toBeNull();
  });
});
