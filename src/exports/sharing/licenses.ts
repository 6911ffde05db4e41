import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What of others is published with a site, and the files of their packages that say under what licence. */
const parts: readonly { what: string; files: readonly string[] }[] = [
  {
    what: 'The search: the index in pagefind/ and the programs that read it (Pagefind)',
    files: ['pagefind/LICENSE/LICENSE', 'pagefind/LICENSE/LICENSE-vscode-ripgrep'],
  },
  {
    what: 'The outlines of land on maps (Natural Earth, in the public domain, as packaged in World Atlas)',
    files: ['world-atlas/LICENSE'],
  },
  {
    what: 'The letters in share.png, where the archive has no picture of its own (Source Serif 4)',
    files: ['@expo-google-fonts/source-serif-4/LICENSE_FONT'],
  },
];

/** The licences of all that is others' on a site, word for word: most ask to be there wherever what they are of is. */
export async function renderLicenses(): Promise<string> {
  const texts = parts.map(async ({ what, files }) => {
    const own = await Promise.all(files.map((file) => readFile(resolve('node_modules', file), 'utf8')));
    return `${what}\n\n${own.map((text) => `${text.trim()}\n`).join('\n')}`;
  });
  const head =
    'What the software on this site has of others, and their licences. None of them is about the articles.\n';
  return [head, ...(await Promise.all(texts))].join(`\n${'-'.repeat(80)}\n\n`);
}
