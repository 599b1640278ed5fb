import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Files, plainSentence, run } from './run-according.ts';

const files = new Files();
const ledger = files.path('press.db');
beforeAll(async () => {
  const added = await run(['add', files.write('report.txt', plainSentence), '--ledger', ledger, '--workers', '1']);
  expect(added.code).toBe(0);
});
afterAll(() => files.remove());

async function exportTo(output: string) {
  return run(['export', '--ledger', ledger, '--format', 'csv', '--output', output]);
}

describe('the file of according export', () => {
  it.each([
    { what: 'a folder that is not there', name: 'missing/all.csv', got: /got no folder “.*missing”/ },
    {
      what: 'a file in the place of a folder',
      name: 'report.txt/all.csv',
      got: /got “.*report\.txt”, which is no folder/,
    },
    { what: 'a folder of its name', name: 'folder', got: /got a folder of this name/ },
    { what: 'a name that is too long', name: `${'x'.repeat(300)}.csv`, got: /got a name that is too long/ },
  ])('is one clear line where it cannot be written: $what', async ({ name, got }) => {
    mkdirSync(files.path('folder'), { recursive: true });
    const before = readdirSync(files.folder);
    const { code, stderr } = await exportTo(files.path(name));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^according: Expected to write .*\n$/);
    expect(stderr).toMatch(got);
    expect(stderr).not.toMatch(/ENOENT|EISDIR|ENOTDIR|ENAMETOOLONG|\.part/);
    expect(readdirSync(files.folder)).toEqual(before);
  });

  it.skipIf(process.getuid?.() === 0)('is one clear line where nobody may write', async () => {
    mkdirSync(files.path('locked'));
    chmodSync(files.path('locked'), 0o555);
    const { code, stderr } = await exportTo(files.path('locked/all.csv'));
    expect([code, stderr]).toEqual([
      1,
      `according: Expected to write ${files.path('locked/all.csv')}, got no permission\n`,
    ]);
  });

  it.skipIf(!existsSync('/dev/full'))('is one clear line where the disk is full', async () => {
    const { code, stderr } = await exportTo('/dev/full');
    expect([code, stderr]).toEqual([1, 'according: Expected to write /dev/full, got a full disk\n']);
  });

  it('stays the device, the pipe or the link that it was', async () => {
    expect(await exportTo('/dev/null')).toMatchObject({ code: 0, stderr: '' });
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
    symlinkSync(files.write('target.csv', 'old'), files.path('link.csv'));
    expect(await exportTo(files.path('link.csv'))).toMatchObject({ code: 0, stderr: '' });
    expect(lstatSync(files.path('link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(files.path('target.csv'), 'utf8')).toContain('Ana Okonjo');
    execFileSync('mkfifo', [files.path('pipe.csv')]);
    const [read] = await Promise.all([run(['read', files.path('pipe.csv')]), exportTo(files.path('pipe.csv'))]);
    expect(read.stdout).toContain('Okonjo');
  });
});
