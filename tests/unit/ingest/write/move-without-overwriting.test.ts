import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';

import { moveWithoutOverwriting } from '../../../../src/ingest/write/move-without-overwriting.ts';
import { makeFolder, writeFiles } from '../run-ingest.ts';

const { link } = vi.hoisted(() => ({ link: vi.fn() }));
vi.mock('node:fs/promises', async (load) => {
  const actual = await load<typeof import('node:fs/promises')>();
  link.mockImplementation(actual.link);
  return { ...actual, link };
});

const refuse = () => Promise.reject(Object.assign(new Error('EPERM: no links'), { code: 'EPERM' }));

describe('moveWithoutOverwriting', () => {
  test.for([
    ['that has hard links', false],
    ['that has none', true],
  ] as const)('puts a file where there is none on a file system %s', async ([, hasNone]) => {
    const folder = await makeFolder();
    await writeFiles(folder, { a: 'a', b: 'b' });
    const put = (name: string) => {
      if (hasNone) link.mockImplementationOnce(refuse);
      return moveWithoutOverwriting(join(folder, name), join(folder, 'target'));
    };
    expect([await put('a'), await put('b')]).toEqual([true, false]);
    expect(await readFile(join(folder, 'target'), 'utf8')).toBe('a');
  });

  test('tells of what it cannot do', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { a: 'a' });
    await expect(moveWithoutOverwriting(join(folder, 'a'), join(folder, 'nowhere/target'))).rejects.toThrow(
      'ENOENT',
    );
  });
});
