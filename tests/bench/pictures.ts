import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { cacheFolder } from '../../src/records/content-root.ts';
import { bytesOf, makePhoto, sumOf } from '../support/pictures.ts';
import { generateCorpus } from './corpus.ts';
import { measure, nodeArgumentsOf, type Cost } from './measure.ts';

const cache = resolve('node_modules/.cache/dateline/bench-pictures');

/** How many photos are drawn; the others have their pixels, and a comment of their own. */
const drawn = 40;

/** 3 megapixels. */
const [width, height] = [2121, 1414];

/**
 * Measures what photos cost: an archive whose every article has one of 3 megapixels, and the same archive without them,
 * beside the time in which sharp alone makes the same sizes.
 */
export async function benchPictures(articles: number, json: boolean): Promise<void> {
  const folder = join(cache, String(articles));
  const [plain, illustrated] = [join(folder, 'plain'), join(folder, 'illustrated')];
  if (!existsSync(illustrated)) await prepare(articles, plain, illustrated);
  const rows: (Omit<Cost, 'said'> & { what: string })[] = [];
  const tell = ({ said: _, ...cost }: Cost, what: string) => {
    rows.push({ what, ...cost });
    if (json) return;
    const { cpu = 0, memory = 0, wall } = cost;
    const figures = [`${wall.toFixed(1)} s`, `${cpu.toFixed(1)} s CPU`, `${Math.round(memory / 1e6)} MB`];
    console.log(what.padEnd(36) + figures.map((each) => each.padStart(14)).join(''));
  };
  const sizes = join(folder, 'sizes');
  await rm(sizes, { recursive: true, force: true });
  const alone = ['tests/bench/peers/sharp-alone.ts', join(illustrated, 'media'), sizes];
  tell(await measure(process.execPath, alone), 'sharp alone');
  for (const [content, what] of [
    [plain, 'without pictures'],
    [illustrated, 'with pictures'],
  ] as const) {
    const dist = join(folder, 'dist');
    for (const each of [dist, `${dist}/../.dist-previous`, cacheFolder(content)])
      await rm(each, { recursive: true, force: true });
    tell(await build(content, dist), `${articles.toLocaleString('en')} articles ${what}`);
    if (content === illustrated) tell(await build(content, dist), '  nothing changed');
  }
  const [first, without, withPictures] = rows;
  const added = (withPictures?.cpu ?? 0) - (without?.cpu ?? 0);
  if (json) console.log(JSON.stringify(rows, null, 2));
  else
    console.log(
      `The pictures added ${added.toFixed(1)} s of CPU: ${(added / (first?.cpu ?? 1)).toFixed(2)} times that of sharp alone.`,
    );
}

function build(content: string, dist: string): Promise<Cost> {
  return measure(process.execPath, [...nodeArgumentsOf('build'), '--out-dir', dist], {
    env: { ARCHIVE_CONTENT: content },
  });
}

async function prepare(articles: number, plain: string, illustrated: string): Promise<void> {
  await generateCorpus(plain, { articles, url: 'http://localhost/' });
  const unfinished = `${illustrated}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(plain, unfinished, { recursive: true });
  await mkdir(join(unfinished, 'media'));
  const photos: Uint8Array[] = [];
  for (let index = 0; index < drawn; index++)
    photos.push(await bytesOf((await makePhoto(width, height)).jpeg({ quality: 92 })));
  const entries = await readdir(join(unfinished, 'articles'), { recursive: true, withFileTypes: true });
  for (const [index, { name, parentPath }] of entries.filter((entry) => entry.isFile()).entries()) {
    const bytes = withComment(photos[index % drawn] ?? new Uint8Array(), String(index));
    await writeFile(join(unfinished, `media/${index}.jpg`), bytes);
    const article = join(parentPath, name);
    const picture = `{ file: ${index}.jpg, sha256: ${sumOf(bytes)}, alt: Shapes, caption: The shapes of ${index}. }`;
    const text = await readFile(article, 'utf8');
    await writeFile(article, text.replace(/^---\n/, `---\npictures: [${picture}]\n`));
  }
  await rename(unfinished, illustrated);
}

/** Adds a comment (marker COM of ITU-T T.81, B.2.4.5) to a JPEG, so that its bytes differ and its pixels do not. */
function withComment(jpeg: Uint8Array, comment: string): Uint8Array {
  const text = new TextEncoder().encode(comment);
  const head = Uint8Array.of(0xff, 0xfe, 0, text.length + 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]));
}
