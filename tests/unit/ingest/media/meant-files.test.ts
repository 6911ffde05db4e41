import { describe, expect, test } from 'vitest';

import { bytesOf, makePicture } from '../../../support/pictures.ts';
import { auditOf, jpegs, leftOutOf, run, takeIn } from './take-in.ts';

const page = (...lines: string[]) =>
  ['---', 'title: Waves', 'date: 2021-07-18', '---', '', ...lines].join('\n');

describe('which picture is meant, and whose words are its words', () => {
  test('pictures one after another in a line of Markdown each have their place', async () => {
    const files = await jpegs('post/one.jpg', 'post/two.jpg', 'post/three.jpg');
    const text = page('Before.', '', '![one](one.jpg)', '![two](two.jpg) ![three](three.jpg)', '', 'After.');
    const taken = await takeIn({ 'post/index.md': text, ...files }, ['{folder}/post/index.md']);
    const { body, pictures } = taken.entry('2021/07/18/waves');
    expect(pictures).toHaveLength(3);
    expect(body).not.toContain('relative.invalid');
    for (const name of ['one', 'two', 'three'])
      expect(body).toContain(`![${name}](/media/2021/07/18/${name}.jpg)`);
  });

  test('of a picture that a text shows twice, the words under the second place stay there', async () => {
    const text = page(
      ...['![A quay](quay.jpg)', '*The quay before the storm*', '', 'It rained.', ''],
      ...['![A quay](quay.jpg)', '*The quay* after the [storm](https://sea.example/). Photo: Bo Ek', ''],
      ...['It is calm.', '', '![A quay](quay.jpg "The quay today. Photo: Ina Moe")', ''],
      ...['> ![A quay](quay.jpg)', '> *The quay of a quotation*'],
    );
    const taken = await takeIn({ 'a.md': text, ...(await jpegs('quay.jpg')) }, ['{folder}/a.md']);
    const { body, pictures } = taken.entry('2021/07/18/waves');
    expect(pictures).toEqual([
      { file: '2021/07/18/quay.jpg', alt: 'A quay', caption: 'The quay before the storm' },
    ]);
    const image = '![A quay](/media/2021/07/18/quay.jpg)';
    expect(body.split('\n\n')).toEqual([
      ...[image, 'It rained.', image, '*The quay* after the [storm](https://sea.example/). Photo: Bo Ek'],
      ...['It is calm.', image, '*The quay today. Photo: Ina Moe*', `> ${image} The quay of a quotation`],
    ]);
    expect(leftOutOf(taken)).toEqual([]);
    expect(await auditOf(taken, ['{folder}/a.md'])).toMatch(/ 0 with something missing\.$/);
  });

  test('of a picture that is listed and shown, the caption is the one that the text has below it', async () => {
    const text = (below: string) =>
      `---\ntitle: Waves\ndate: 2021-07-18\nimage:\n  path: quay.jpg\n  caption: A quay\n---\nIt rained.\n\n![](quay.jpg)${below}\n`;
    const files = await jpegs('quay.jpg');
    const own = await takeIn({ 'a.md': text('\n*After the storm*'), ...files }, ['{folder}/a.md']);
    expect(own.entry('2021/07/18/waves').pictures).toMatchObject([{ caption: 'After the storm' }]);
    expect(leftOutOf(own)).toEqual([
      'another caption of a picture that the article has already: A quay (quay.jpg)',
    ]);
    const none = await takeIn({ 'a.md': text(''), ...files }, ['{folder}/a.md']);
    expect(none.entry('2021/07/18/waves').pictures).toMatchObject([{ caption: 'A quay' }]);
  });

  test('a file is taken for what it contains, under a name that says so', async () => {
    const [png, webp] = [makePicture(20, 20).png(), makePicture(21, 20).webp()];
    const names = ['quay.jpg', 'mole', 'buoy.2021', 'ferry.php', 'crane.JPEG'];
    const jpeg = Object.values(await jpegs('a', 'b', 'c'));
    const contents = [await bytesOf(png), await bytesOf(webp), ...jpeg];
    const files = Object.fromEntries(names.map((name, index) => [name, contents[index] ?? '']));
    const text = page(...names.map((name) => `![Of ${name}](${name})\n`));
    const taken = await takeIn({ 'a.md': text, ...files }, ['{folder}/a.md']);
    expect(taken.entry('2021/07/18/waves').pictures.map(({ file }) => file?.slice(11))).toEqual([
      'quay.png',
      'mole.webp',
      'buoy-2021.jpg',
      'ferry.jpg',
      'crane.jpeg',
    ]);
    expect(leftOutOf(taken)).toEqual([]);
    expect(taken.report[0]?.notices).toEqual([
      'The file "quay.jpg" is a PNG: the name of its copy ends in ".png".',
      'The file "mole" is a WebP: the name of its copy ends in ".webp".',
      'The file "buoy.2021" is a JPEG: the name of its copy ends in ".jpg".',
      'The file "ferry.php" is a JPEG: the name of its copy ends in ".jpg".',
    ]);
  });

  test('a picture of another site is not the file that has its name', async () => {
    const text = (address: string) =>
      `<html><head><title>Waves</title><link rel="canonical" href="https://www.harbour.example/waves/"></head><body><article><h1>Waves</h1><p>The waves were high at the mole on Sunday, and nobody went out.</p><p><img src="${address}" alt="A boat"></p><p>The ferry stayed in the harbour until the evening of the next day.</p></article></body></html>`;
    const files = await jpegs('files/boat.jpg');
    const options = ['--media', '{folder}/files', '{folder}/waves.html'];
    const other = await takeIn(
      { 'waves.html': text('https://paper.example/images/2019/boat.jpg'), ...files },
      options,
    );
    expect(other.media).toEqual([]);
    expect([...other.files.values()].join()).toContain('(https://paper.example/images/2019/boat.jpg)');
    expect(JSON.stringify(other.report)).toContain('the address is of another site (paper.example)');
    const own = await takeIn(
      { 'waves.html': text('https://cdn.harbour.example/images/2019/boat.jpg'), ...files },
      options,
    );
    expect(own.media).toHaveLength(1);
  });

  test('of two folders that each have a file of that name, none is taken, and both are told', async () => {
    const [one] = Object.values(await jpegs('p.jpg'));
    const files = { ...(await jpegs('a/p.jpg', 'b/q.jpg')), 'b/p.jpg': one ?? '' };
    const table = 'title,date,text,image\nOne,2021-02-03,The first text.,p.jpg\n';
    const taken = await takeIn({ 't.csv': table, ...files }, [
      ...['--media', '{folder}/a', '--media', '{folder}/b'],
      '{folder}/t.csv',
    ]);
    expect(taken.media).toEqual([]);
    expect(JSON.stringify(leftOutOf(taken))).toContain('several folders have such a file');
  });

  test('columns about the article say nothing of a picture, and words of a cell of several are those of the last', async () => {
    const files = await jpegs('files/one.jpg', 'files/two.jpg');
    const table = [
      'title,date,text,description,credit,image,caption',
      'One,2021-02-03,The first text.,A report on dockers,Reuters,one.jpg; two.jpg,The second',
    ].join('\n');
    const taken = await takeIn({ 't.csv': table, ...files }, ['--media', '{folder}/files', '{folder}/t.csv']);
    const { pictures } = taken.entry('2021/02/03/one');
    expect(pictures.map(({ caption, credit }) => [caption, credit])).toEqual([
      [undefined, undefined],
      ['The second', undefined],
    ]);
    expect(pictures.map(({ alt }) => alt)).not.toContain('A report on dockers');
  });

  test('a text that was taken in without its pictures says how to take them', async () => {
    const table = 'title,date,text,image\nOne,2021-02-03,The first text.,p.jpg\n';
    const taken = await takeIn({ 't.csv': table, ...(await jpegs('files/p.jpg')) }, ['{folder}/t.csv']);
    expect(taken.media).toEqual([]);
    const again = await run(taken.folder, ['--media', '{folder}/files', '{folder}/t.csv'], taken.root);
    expect(again.report[0]?.reason).toBe(
      'the same source text as 2021/02/03/one; its pictures or other files are not added to that entry. To take them, delete it and its source text, and run this again',
    );
    // The summary counts such texts, whichever article each of them is.
    expect(again.stdout).toContain('1 × the same source text as another article; its pictures');
  });
});
