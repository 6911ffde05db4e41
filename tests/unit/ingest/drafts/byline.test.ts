import { describe, expect, test } from 'vitest';

import { completeByline, findByline } from '../../../../src/ingest/drafts/byline.ts';
import { readByline } from '../../../../src/records/authors/read-byline.ts';

describe('readByline', () => {
  test.for([
    ['Nils Sund', ['Nils Sund'], []],
    ['By Nils Sund and Eva Berg, Staff Writers', ['Nils Sund', 'Eva Berg'], ['Staff Writers']],
    ['By Ada Lind, Nils Sund and Eva Berg', ['Ada Lind', 'Nils Sund', 'Eva Berg'], []],
    ['BY ADA LIND & NILS SUND', ['ADA LIND', 'NILS SUND'], []],
    ['Von Ada Lind und Nils Sund', ['Ada Lind', 'Nils Sund'], []],
    ['Ada Lind; Nils Sund', ['Ada Lind', 'Nils Sund'], []],
    ['By Martin Reed, Jr., and Ada Lind', ['Martin Reed, Jr.', 'Ada Lind'], []],
    ['Ada Lind, Special to The Gazette', ['Ada Lind'], ['Special to The Gazette']],
    ['Ada Lind, Reuters', ['Ada Lind'], ['Reuters']],
    ['By Ada Lind, Ostwick', ['Ada Lind'], ['Ostwick']],
    // Who these are cannot be told from the words alone.
    ['Nils and Eva Berg', ['Nils and Eva Berg'], []],
    ['Lind, Ada', ['Lind, Ada'], []],
    ['Staff Reporter', ['Staff Reporter'], []],
    ['von der Meer', ['von der Meer'], []],
    ['Von Trapp', ['Von Trapp'], []],
    ['van der Meer, Ada', ['van der Meer, Ada'], []],
    ['', [], []],
  ] as const)('reads %j as the names %j', ([printed, names, roles]) => {
    expect(readByline(printed)).toEqual({ names, roles });
  });
});

describe('findByline', () => {
  test.for([
    'By Eva Berg and Jon Dahl',
    'By Jan van der Meer, Staff Writer',
    'Words by Ó. Mac Reed',
    'By: Ada Lind',
  ])('takes %j for a byline', (line) => {
    expect(findByline(line)).toBeDefined();
  });

  test.for([
    'By the river, the boats were waiting.',
    'By Tuesday',
    'By Friday Morning the water had gone.',
    'Eva Berg and Jon Dahl',
    'By Eva Berg we mean the ship.',
    'Bystanders and Police',
  ])('does not take %j for one', (line) => {
    expect(findByline(line)).toBeUndefined();
  });
});

describe('completeByline', () => {
  test.for([
    [['ada@post.example (Ada Lind)'], ['Ada Lind'], 'a mail address or handle in a byline'],
    [['Nils Sund <nils@post.example>'], ['Nils Sund'], 'a mail address or handle in a byline'],
    [['x@post.example'], [], 'a mail address or handle in a byline'],
    [['Ada Lind @ada.lind'], ['Ada Lind'], 'a mail address or handle in a byline'],
    [['admin'], [], 'the name of an account, as author'],
    [['The Quay Post'], [], 'the name of an account, as author'],
    [['ada-lind'], [], 'an author of whom only a short name is given'],
    [['By Ada Lind, Staff Writer'], ['Ada Lind'], 'what a byline says of its authors'],
  ])('takes %j for the names %j, and names what it leaves out', ([byline, names, what]) => {
    const completed = completeByline({ byline: byline as string[], publisher: 'Quay Post' });
    expect(completed.byline).toEqual(names);
    expect(completed.leftOut).toEqual([{ what, text: expect.any(String) as string }]);
  });

  test('leaves names as they are, each once', () => {
    const byline = ['Ada Lind', 'Nils Sund', 'Ada Lind', '王毅', '@SUM(1+1)*2'];
    const names = ['Ada Lind', 'Nils Sund', '王毅', '@SUM(1+1)*2'];
    expect(completeByline({ byline })).toEqual({ byline: names, leftOut: [] });
  });
});
