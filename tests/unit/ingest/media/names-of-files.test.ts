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
