import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { bytesOf, makePicture } from '../../../support/pictures.ts';
import { ingest, makeArchive, makeFolder, writeFiles } from '../run-ingest.ts';
import { jpegs, leftOutOf, run, takeIn } from './take-in.ts';

const html = (...names: string[]) =>
  `<!DOCTYPE html><html><head><title>Ice</title></head><body><article><h1>Ice</h1><p>The harbour froze on Friday, and nobody could remember when it last did.</p>${names
    .map((name) => `<p><img src="${name}" alt="Words of ${name.split('/').at(-1)}"></p>`)
    .join('')}</article></body></html>`;

describe('npm run ingest, of files that cannot be taken', () => {
  test('says why, and keeps their words and addresses', async () => {
    const at = 'https://ice.example/';
    const names = ['drawn.svg', 'phone.heic', 'half.jpg', 'empty.png', 'page.jpg'];
    const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
    const jpeg = await bytesOf(makePicture(200, 200).jpeg());
    const taken = await takeIn(
      {
        'p.html': html(...names.map((name) => at + name)),
        'm/drawn.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        'm/phone.heic': heic,
        'm/half.jpg': jpeg.slice(0, jpeg.length - 400),
        'm/empty.png': '',
        'm/page.jpg': '<script>alert(1)</script>',
      },
      ['--media', '{folder}/m', '{folder}/p.html'],
    );
    expect(taken.media).toEqual([]);
    const { body, pictures } = taken.entry('undated/ice');
    expect(pictures).toEqual([]);
    for (const name of names) expect(body).toContain(`[Words of ${name}](${at}${name})`);
    const said = leftOutOf(taken);
    for (const [index, why] of ['an SVG', 'a HEIC', 'decoded', 'an empty file', 'no known format'].entries())
      expect(said[index]).toMatch(
        new RegExp(
          `^a picture or file that cannot be taken, and stays a link: Words of ${names[index] ?? ''}: found .*${why}.*\\(${at}${names[index] ?? ''}\\)$`,
        ),
      );
  });

  test('finds nothing outside of the folder, whatever leads there', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, {
      'in/p.html': html(
        '../out/secret.jpg',
        'link.jpg',
        'linked/secret.jpg',
        '%2e%2e/out/secret.jpg',
        '/../out/secret.jpg',
      ),
      ...(await jpegs('out/secret.jpg')),
    });
    await symlink(join(folder, 'out/secret.jpg'), join(folder, 'in/link.jpg'));
    await symlink(join(folder, 'out'), join(folder, 'in/linked'));
    await mkdir(join(folder, 'media'));
    await symlink(join(folder, 'out/secret.jpg'), join(folder, 'media/link.jpg'));
    await symlink(join(folder, 'out'), join(folder, 'media/linked'));
    for (const options of [
      ['{folder}/in'],
      ['{folder}/in/p.html'],
      ['--media', '{folder}/media', '{folder}/in'],
    ]) {
      const taken = await run(folder, options, await makeArchive());
      expect(taken.report.map(({ outcome }) => outcome)).toContain('written');
      expect(taken.media).toEqual([]);
    }
  });

  test('refuses a folder that is none', async () => {
    const folder = await makeFolder();
    await writeFiles(folder, { 'a.txt': 'A text.' });
    for (const [name, why] of [
      ['none', 'does not exist'],
      ['a.txt', 'is not a folder'],
    ] as const) {
      const { code, stderr } = await ingest(await makeArchive(), [
        '--media',
        join(folder, name),
        join(folder, 'a.txt'),
      ]);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`--media ${join(folder, name)} ${why}: give the folder`),
      ]);
    }
  });

  test('writes nothing with --strict when a picture is missing', async () => {
    const taken = await takeIn({ 'p.html': html('https://ice.example/gone.jpg'), 'm/a.txt': '' }, [
      ...['--strict', '--media', '{folder}/m', '{folder}/p.html'],
    ]);
    expect([taken.code, taken.files.size]).toEqual([1, 1]);
  });

  test('keeps a caption that is too long for an entry in the report', async () => {
    const long = 'ice and water '.repeat(2000).trim();
    const page = html('a.jpg').replace(
      /<p>(<img[^>]*>)<\/p>/,
      `<figure>$1<figcaption>${long}</figcaption></figure>`,
    );
    const taken = await takeIn({ 'p.html': page, ...(await jpegs('a.jpg')) }, ['{folder}/p.html']);
    expect(taken.entry('undated/ice').pictures).toEqual([{ file: 'undated/a.jpg', alt: 'Words of a.jpg' }]);
    expect(leftOutOf(taken)[0]).toBe(`a caption of a picture that is too long for an entry: ${long} (a.jpg)`);
  });

  test('prefers the folder that has most of the path', async () => {
    const files = await jpegs('flat/a.jpg', 'whole/2021/a.jpg');
    const options = ['--media', '{folder}/flat', '--media', '{folder}/whole', '{folder}/p.html'];
    const taken = await takeIn({ 'p.html': html('https://ice.example/2021/a.jpg'), ...files }, options);
    expect(taken.report[0]?.media).toEqual([
      { path: 'media/undated/a.jpg', from: join(taken.folder, 'whole/2021/a.jpg') },
    ]);
  });
});
