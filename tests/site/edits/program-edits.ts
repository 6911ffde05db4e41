import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { addFile, editFile, type Edit } from './edited-archive.ts';

/** Changes a file of the program. */
const change =
  (file: string, edit: (text: string) => string): Edit =>
  async ({ projects }) => {
    for (const project of projects) await editFile(join(project, file), edit);
  };

/** Changes a message in every language of the interface: the archive may be in any of them. */
const changeMessage =
  (folder: string, key: string): Edit =>
  async (archive) => {
    for (const language of ['en', 'fr'])
      await change(`${folder}/${language}.ts`, (text) => text.replace(`  ${key}: '`, `$&Changed: `))(archive);
  };

const addPublic =
  (text: string): Edit =>
  async ({ projects }) => {
    for (const project of projects) await addFile(join(project, 'public/added.txt'), text);
  };

/** What developers do to the program. */
export const programEdits: Readonly<Record<string, Edit>> = {
  'a component is changed': change('src/components/Colophon.astro', (text) =>
    text.replace('<footer', '<footer data-changed'),
  ),
  'a stylesheet is changed': change(
    'src/styles/print.css',
    (text) => `${text}\n.changed {\n  color: inherit;\n}\n`,
  ),
  'a message is changed': changeMessage('src/languages', 'skip'),
  'a message of the search page is changed': changeMessage('src/languages/search', 'narrow'),
  'the way in which articles are rendered is changed': change('src/markdown/paragraph-numbers.ts', (text) =>
    text.replace('const id = `p$', 'const id = `paragraph$'),
  ),
  'a file that is published as it is is added': addPublic('One.\n'),
  'a file that is published as it is is changed': addPublic('Two.\n'),
  'a file that is published as it is is removed': async ({ projects }) => {
    for (const project of projects) await rm(join(project, 'public/added.txt'));
  },
};
