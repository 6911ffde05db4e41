import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

import { digestModules, listModules } from '../../../src/system/module-digest.ts';
import { makeFolder } from '../../support/temporary-folder.ts';

test('the modules that a module runs are all that it imports in turn, but for types', async () => {
  const root = await makeFolder({
    'a.ts': [
      "import { readFile } from 'node:fs';",
      "import {\n  one,\n  two,\n} from './b.ts';",
      "import type { Three } from './type.ts';",
      "export { four } from './d/d.ts';",
      "const worker = new URL('./worker.ts', import.meta.url);",
      "const later = () => import('./later.ts');",
    ].join('\n'),
    'b.ts': "import './c.css';\nimport Page from './Page.astro';\n",
    'c.css': "@import './c2.css' layer(base);",
    'c2.css': '',
    'Page.astro':
      "---\nimport style from './c.css?url';\nimport a from './a.ts';\n---\n<script>\n  import './client.ts';\n</script>",
    'd/d.ts': "import up from '../e.ts';",
    'e.ts': '',
    'client.ts': '',
    'type.ts': '',
    'worker.ts': '',
    'later.ts': '',
    'unused.ts': '',
  });
  const names = [
    'Page.astro',
    'a.ts',
    'b.ts',
    'c.css',
    'c2.css',
    'client.ts',
    'd/d.ts',
    'e.ts',
    'later.ts',
    'worker.ts',
  ];
  expect(listModules([join(root, 'a.ts')])).toEqual(names.map((name) => join(root, name)));
});

test('every relative import of the project itself is found', () => {
  const src = fileURLToPath(new URL('../../../src/', import.meta.url));
  const modules = listModules([join(src, 'commands/build.ts'), join(src, 'pages/index.astro')]);
  for (const name of ['records/date/archive-date.ts', 'styles/tokens.css', 'components/Nameplate.astro'])
    expect(modules).toContain(join(src, name));
});

test('a digest differs between modules that run different code', () => {
  const url = (name: string) => new URL(`../../../src/system/${name}.ts`, import.meta.url);
  expect(digestModules(url('cache'))).toBe(digestModules(url('cache')));
  expect(digestModules(url('cache'))).not.toBe(digestModules(url('digest')));
});
