import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Third-party material that is published with a site, and the files of its packages with the licence. */
const parts: readonly { what: string; files: readonly string[] }[] = [
  {
    what: 'The viewer that enlarges printed pages (OpenSeadragon)',
    files: ['openseadragon/LICENSE.txt'],
  },
  {
    what: 'The outlines of land on maps (Natural Earth, in the public domain, as packaged in World Atlas)',
    files: ['world-atlas/LICENSE'],
  },
  {
    what: 'The typeface in share.png, unless the archive has an image of its own (Source Serif 4)',
    files: ['@expo-google-fonts/source-serif-4/LICENSE_FONT'],
  },
];

/** Renders the licences of all third-party material on a site in full, as most of them require. */
export async function renderLicenses(): Promise<string> {
  const texts = parts.map(async ({ what, files }) => {
    const own = await Promise.all(files.map((file) => readFile(resolve('node_modules', file), 'utf8')));
    return `${what}\n\n${own.map((text) => `${text.trim()}\n`).join('\n')}`;
  });
  const head =
    'Licences of third-party material in the software of this site. None of them applies to the articles.\n';
  return [head, ...(await Promise.all(texts))].join(`\n${'-'.repeat(80)}\n\n`);
}
