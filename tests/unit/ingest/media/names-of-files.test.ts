import { describe, expect, test } from 'vitest';

import { jpegs, leftOutOf, takeIn } from './take-in.ts';

const text = (...addresses: string[]) =>
  `---\ntitle: Waves\ndate: 2021-07-18\n---\nText.\n\n${addresses.map((each) => `![A](<${each}>)`).join('\n\n')}\n`;

const [composed, decomposed] = ['é', 'e\u0301'];

describe('names of files that a text writes in another way than the disk', () => {
  test.for([
    ['decomposed on the disk', `caf${composed}/r${composed}ve.jpg`, `caf${decomposed}/r${decomposed}ve.jpg`],
    ['decomposed in the text', `caf${decomposed}/r${decomposed}ve.jpg`, `caf${composed}/r${composed}ve.jpg`],
    ['decomposed in part', `caf${composed}/r${composed}ve.jpg`, `caf${decomposed}/r${composed}ve.jpg`],
    ['encoded in the text', 'cafe%CC%81/r%C3%A9ve.jpg', `caf${decomposed}/r${decomposed}ve.jpg`],
    ['in upper case on the disk', 'img/quay.jpg', 'IMG/Quay.JPG'],
  ])('are found when they are %s', async ([, written = '', onDisk = '']) => {
    const beside = { 'in/a.md': text(written), ...(await jpegs(`in/${onDisk}`)) };
    expect((await takeIn(beside, ['{folder}/in'])).media).toHaveLength(1);
    const elsewhere = { 'in/a.md': text(written), ...(await jpegs(`m/deep/${onDisk}`)) };
    const taken = await takeIn(elsewhere, ['--media', '{folder}/m', '{folder}/in']);
    expect(taken.media).toHaveLength(1);
  });

  test('are found in cells of tables, which have names of files and no addresses', async () => {
    const cells = [
      ['photos\\one.jpg', 'm/2021/photos/one.jpg'],
      ['C:\\photos\\two.jpg', 'm/photos/two.jpg'],
      ['\\\\server\\share\\three.jpg', 'm/three.jpg'],
      ['Four.JPG', 'm/x/four.jpg'],
      ['#5 at 100%.jpg', 'm/#5 at 100%.jpg'],
      ['What%20is it?.jpg', 'm/What%20is it?.jpg'],
      ['a%20name.jpg', 'm/a name.jpg'],
      ['https://post.example/seven%20a.jpg?w=300', 'm/seven a.jpg'],
      ['Mole: noon.jpg', 'm/Mole: noon.jpg'],
    ];
    const rows = cells.map(([cell], index) => `T${index},2021-02-03,Text ${index}.,"${cell}"`);
    const files = await jpegs(...cells.map(([, path = '']) => path));
    const table = ['title,date,text,photo', ...rows].join('\n');
    const options = ['--media', '{folder}/m', '{folder}/t.csv'];
    const taken = await takeIn({ 't.csv': table, ...files }, options);
    expect(leftOutOf(taken)).toEqual([]);
    expect(taken.report.map(({ media }) => (media as { from: string }[])[0]?.from)).toEqual(
      cells.map(([, path = '']) => `${taken.folder}/${path}`),
    );
  });

  test('count in the same letters before any other, and only when one is like them', async () => {
    const files = await jpegs('in/Quay.jpg', 'in/quay.jpg', 'm/x/Mole.jpg', 'm/x/mole.jpg');
    const taken = await takeIn({ 'in/a.md': text('Quay.jpg', 'QUAY.jpg', 'MOLE.jpg'), ...files }, [
      ...['--media', '{folder}/m', '{folder}/in/a.md'],
    ]);
    expect(taken.report[0]?.media).toMatchObject([{ from: `${taken.folder}/in/Quay.jpg` }]);
    expect(leftOutOf(taken).map((told) => told.replace(/^[^:]*: /, ''))).toEqual([
      'A: no such file in the folder of --media (QUAY.jpg)',
      'A: 2 files match: x/Mole.jpg, x/mole.jpg (MOLE.jpg)',
    ]);
  });
});
