import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

import { makeFolder } from '../../support/temporary-folder.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test.for(['20.19.2', '22.22.0'])(
  'on Node.js %s every command ends with one line that says what to do',
  async (version) => {
    const pretend = join(await makeFolder(), 'pretend.cjs');
    const versions = `{ ...process.versions, node: '${version}' }`;
    writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
    for (const [name, script] of Object.entries(scripts)) {
      if (!script.startsWith('node ')) continue;
      const [, ...options] = script.split(' ');
      const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', pretend, ...options], {
        encoding: 'utf8',
      });
      expect([name, status, stdout]).toEqual([name, 1, '']);
      expect(stderr).toMatch(
        new RegExp(`^Dateline needs Node\\.js 24.* this is ${version}\\..*npm ci.*\\n$`),
      );
    }
  },
);

const preload = ['-r', './src/commands/before-command.cjs'];

test('compiled modules are kept', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [...preload, '-p', 'require("node:module").getCompileCacheDir()'],
    { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: undefined } },
  );
  // Node.js has a folder for each of its versions in it.
  expect(dirname(stdout.trim())).toBe(resolve('node_modules/.cache/dateline/compiled'));
});

test('damaged compiled modules are compiled again', async () => {
  const folder = await makeFolder();
  const help = () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...preload, 'src/commands/check.ts', '--help'],
      { encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: folder } },
    );
    return { status, stdout, stderr };
  };
  const expected = help();
  expect(expected).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: npm run check') });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(10);
  for (const [index, { parentPath, name }] of files.entries()) {
    const file = join(parentPath, name);
    const bytes = readFileSync(file);
    const middle = bytes.length >> 1;
    writeFileSync(
      file,
      index % 2 === 0 ? bytes.subarray(0, middle) : bytes.fill((bytes[middle] ?? 0) ^ 1, middle, middle + 1),
    );
  }
  expect(help()).toEqual(expected);
});

test.for(['feature%2Fmap', '100%', 'a#b', 'a?b', 'a"b', 'a$b', 'a`b', 'a\\b', 'a\nb'])(
  'in a folder named %j every command ends with one line that says what to do',
  async (name) => {
    const folder = join(await makeFolder(), name);
    mkdirSync(join(folder, 'src/commands'), { recursive: true });
    for (const file of ['package.json', 'src/commands/before-command.cjs']) cpSync(file, join(folder, file));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['-r', './src/commands/before-command.cjs', 'none.ts'],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(
      `Dateline cannot work in the folder ${JSON.stringify(folder)}, whose path has the character`,
    );
    expect(stderr.match(/\n/g)).toHaveLength(1);
  },
);
