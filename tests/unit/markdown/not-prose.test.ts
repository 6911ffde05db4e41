import { describe, expect, test } from 'vitest';

import { isByline, isPictureAddress } from '../../../src/markdown/not-prose.ts';

describe('a byline', () => {
  test.for([
    'By Nils Sund and Eva Berg, Staff Writers',
    'By J. T. Crawford',
    'BY ADA LIND',
    'Par Élise Morel',
    'Von Jürgen Öhm und Ada Lind',
    'By: Ada Lind',
  ])('is %s', (text) => {
    expect(isByline(text)).toBe(true);
  });

  test.for([
    'By noon, the ferry had left.',
    'By Monday it was over',
    'By Thursday Ada Lind had gone. Nobody saw her.',
    'Ada Lind',
    `By ${'Ada Lind, '.repeat(20)}`,
    '',
  ])('is not %s', (text) => {
    expect(isByline(text)).toBe(false);
  });
});

test('the address of a picture ends as a picture’s name does', () => {
  for (const address of ['https://e.org/a.jpg', 'https://e.org/a/B.JPEG?w=300', 'https://e.org/a.webp#x'])
    expect(isPictureAddress(address), address).toBe(true);
  for (const address of ['https://e.org/a.html', 'https://e.org/jpg', 'https://e.org/?f=a.jpg', ''])
    expect(isPictureAddress(address), address).toBe(false);
});
