import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { makeFolder } from '../support/temporary-folder.ts';
import { makeContent } from '../support/content-folder.ts';
import { fixtures } from '../support/site-fixtures.ts';
import { runWarm } from '../support/warm-commands.ts';
import { listFiles } from '../support/read-site.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('sha256sum verifies every file of a site against its manifest', async () => {
  const { dist } = fixtures.variety;
  const manifest = await readFile(join(dist, 'manifest-sha256.txt'), 'utf8');
  const named = manifest
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(66));
  expect(named).toEqual((await listFiles(dist)).filter((file) => file !== 'manifest-sha256.txt').sort());
  const output = execFileSync('sha256sum', ['--check', '--strict', 'manifest-sha256.txt'], {
    cwd: dist,
    encoding: 'utf8',
  });
  expect(output.match(/: OK$/gm)).toHaveLength(named.length);
});

/**
 * What is wrong with a bag by RFC 8493: that it is a complete one (section 3) of version 1.0, and valid.
 */
async function validateBag(bag: string): Promise<string[]> {
  const files = await listFiles(bag);
  const read = (file: string) => readFile(join(bag, file), 'utf8');
  const faults: string[] = [];
  if ((await read('bagit.txt')) !== 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    faults.push('bagit.txt');
  const check = async (manifest: string, expected: string[]) => {
    const listed = new Map(
      (await read(manifest))
        .trimEnd()
        .split('\n')
        .map((line): [string, string] => {
          const [, sum = '', path = ''] = /^([0-9a-f]{64})  (.+)$/.exec(line) ?? [];
          return [path.replace(/%(0A|0D|25)/gi, decodeURIComponent), sum];
        }),
    );
    for (const file of expected) if (!listed.has(file)) faults.push(`${file} is not in ${manifest}`);
    for (const [file, sum] of listed) {
      const bytes = await readFile(join(bag, file)).catch(() => undefined);
      if (!bytes) faults.push(`${file} is missing`);
      else if (sha256(bytes) !== sum) faults.push(`${file} has another sum`);
    }
  };
  await check(
    'manifest-sha256.txt',
    files.filter((file) => file.startsWith('data/')),
  );
  await check('tagmanifest-sha256.txt', ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt']);
  const payload = await Promise.all(
    files.filter((file) => file.startsWith('data/')).map((file) => readFile(join(bag, file))),
  );
  const oxum = `${payload.reduce((sum, bytes) => sum + bytes.length, 0)}.${payload.length}`;
  const info = new Map(
    (await read('bag-info.txt'))
      .trimEnd()
      .split('\n')
      .map((line): [string, string] => {
        const [, label = '', value = ''] = /^([^:\s]+): (.+)$/.exec(line) ?? [];
        return [label, value];
      }),
  );
  if (info.get('Payload-Oxum') !== oxum) faults.push(`Payload-Oxum is not ${oxum}`);
  return faults;
}

describe('npm run bag', () => {
  test('copies the content, byte for byte, into a valid bag', async () => {
    const root = await makeContent({ 'sources/100% of it.txt': 'all\r\n', 'sources/.DS_Store': 'x' });
    const bag = join(await makeFolder({}), 'bag');
    const { code, stdout, stderr } = await runWarm('bag', root, [bag]);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/: 13 files, /);
    expect(await validateBag(bag)).toEqual([]);
    const kept = (await listFiles(root)).filter((file) => !file.includes('.DS_Store')).sort();
    expect((await listFiles(join(bag, 'data'))).sort()).toEqual(kept);
    for (const file of kept)
      expect(await readFile(join(bag, 'data', file))).toEqual(await readFile(join(root, file)));
    // Debian's and the Library of Congress's own validator, where it is installed.
    const { error, status } = spawnSync('bagit', ['--validate', bag]);
    if (!error) expect(status).toBe(0);
  });

  test('makes a bag in which every change is detected', async () => {
    const bag = join(await makeFolder({}), 'bag');
    await runWarm('bag', await makeContent(), [bag]);
    await appendFile(join(bag, 'data/about.md'), ' ');
    await writeFile(join(bag, 'data/added.txt'), 'x');
    await appendFile(join(bag, 'bag-info.txt'), 'Contact-Name: Ada\n');
    expect(await validateBag(bag)).toEqual([
      'data/added.txt is not in manifest-sha256.txt',
      'data/about.md has another sum',
      'bag-info.txt has another sum',
      expect.stringContaining('Payload-Oxum'),
    ]);
  });

  test('overwrites nothing, and does not write into the content folder', async () => {
    const root = await makeContent();
    const folder = await makeFolder({ 'bag/mine.txt': 'mine' });
    for (const target of [join(folder, 'bag'), join(root, 'bag')]) {
      const { code, stderr } = await runWarm('bag', root, [target]);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/Give a (?:new folder|folder elsewhere)/)]);
    }
    expect(await listFiles(folder)).toEqual(['bag/mine.txt']);
    expect(await listFiles(root)).not.toContain('bag');
    expect((await runWarm('bag', root)).code).toBe(2);
  });
});
