import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Lock {
  packages: Record<
    string,
    { integrity?: string; link?: boolean; inBundle?: boolean; hasInstallScript?: boolean; resolved?: string }
  >;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies?: object;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('dependencies', () => {
  test('are named in src/README.md, each with its reason, and no others', () => {
    const [, section = ''] = readFileSync('src/README.md', 'utf8').split('## Packages');
    const rows =
      section
        .split('\n## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| `')) ?? [];
    const named = rows.flatMap((row) => row.split('|')[1]?.match(/[^`, ]+(?=`)/g) ?? []);
    expect(named.toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted());
    expect(manifest.dependencies).toBeUndefined();
  });

  test('are pinned with a sum, all of them', () => {
    const without = packages.filter(([, { integrity, inBundle, link }]) => !integrity && !inBundle && !link);
    expect(without.map(([path]) => path)).toEqual([]);
    expect(packages.every(([, { integrity = 'sha512-' }]) => integrity.startsWith('sha512-'))).toBe(true);
  });

  test('run no script when they are installed, but node and esbuild', () => {
    const scripts = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect([...new Set(scripts)].sort()).toEqual(['esbuild', 'node']);
    expect(manifest.allowScripts).toEqual({ esbuild: true, node: true });
  });
});
