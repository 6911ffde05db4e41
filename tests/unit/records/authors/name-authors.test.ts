import { expect, test } from 'vitest';

import { authorIdOf } from '../../../../src/records/authors/author-id.ts';
import { createAuthorNamer } from '../../../../src/records/authors/name-authors.ts';
import type { NamedRecord } from '../../../../src/records/authors/author-records.ts';

const record = (
  vocabulary: NamedRecord['vocabulary'],
  id: string,
  name: string,
  variants: string[] = [],
) => ({
  vocabulary,
  id,
  data: { name, variants, replacedBy: undefined },
});

const nameAuthors = createAuthorNamer([
  record('people', 'ada-lind', 'Ada Lind', ['A. Lind', '林安']),
  record('people', 'eve-stone', 'Eve Stone'),
  record('organizations', 'stone-works', 'Stone Works', ['Eve Stone']),
  record('organizations', 'reuters', 'Reuters', ['Reuters staff']),
  record('organizations', 'rope-and-sail', 'Rope and Sail, Limited'),
  record('places', 'norhaven', 'Norhaven'),
]);

const name = (...byline: string[]) => {
  const parts = nameAuthors(byline, ['The Harbour Archive', 'Quay Sheet']);
  // Whatever is found in it, a byline says what it says.
  expect(parts.map(({ text }) => text).join('')).toBe(byline.join(', '));
  return parts.filter(({ author }) => author);
};
const printedNames = (...byline: string[]) => name(...byline).map(({ text }) => text);

test.for([
  ['Nils Sund', ['Nils Sund']],
  ['By Nils Sund and Eva Berg, Staff Writers', ['Nils Sund', 'Eva Berg']],
  ['By Ada Lind, Nils Sund & Eva Berg', ['Ada Lind', 'Nils Sund', 'Eva Berg']],
  ['Nils Sund/Eva Berg', ['Nils Sund', 'Eva Berg']],
  ['Nils Sund in Paris and Eva Berg in Rome', ['Nils Sund', 'Eva Berg']],
  ['Nils Sund, Evening Post', ['Nils Sund']],
  ['Nils Sund, Quay Sheet', ['Nils Sund']],
  ['Nils Sund, Stone Works', ['Nils Sund']],
  ['Nils Sund – Evening Post', ['Nils Sund']],
  ['Nils Sund (Reuters)', ['Nils Sund']],
  ['(Reuters)', ['(Reuters)']],
  ['(Nordic Wire)', ['Nordic Wire']],
  ['NILS SUND Staff Writer', ['NILS SUND']],
  ['Nils Sund and agencies', ['Nils Sund']],
  ['Reporting by Nils Sund; Editing by Eva Berg', ['Nils Sund']],
  ['Nils Sund | 12 May 2004', ['Nils Sund']],
  ['Nils Sund <nils@post.example>', ['Nils Sund']],
  ['By By Nils Sund', ['Nils Sund']],
  ['Martin Reed, Jr., and Eva Berg', ['Martin Reed, Jr.', 'Eva Berg']],
  ['Rope and Sail, Limited', ['Rope and Sail, Limited']],
  ['The Harbour Archive', ['The Harbour Archive']],
  ['Staff', ['Staff']],
  ['Von Ada Lind und Nils Sund', ['Ada Lind', 'Nils Sund']],
  ['Par Anne Roux, à Osmark', ['Anne Roux']],
  ['Propos recueillis par Anne Roux et Luc Petit', ['Anne Roux', 'Luc Petit']],
  ['Av Kari Moe og Ola Berg', ['Kari Moe', 'Ola Berg']],
  ['José Roca y Vidal', ['José Roca y Vidal']],
  ['Sophie in ’t Veen', ['Sophie in ’t Veen']],
  ['Иван Лесов и Анна Речная', ['Иван Лесов', 'Анна Речная']],
  ['李明、王芳', ['李明', '王芳']],
  ['文/李明', ['李明']],
  ['本报记者李明 王芳', ['李明', '王芳']],
  ['山田 太郎', ['山田 太郎']],
  ['김철수 기자', ['김철수']],
  ['بقلم: أحمد علي', ['أحمد علي']],
  ['أحمد علي، سارة حسن', ['أحمد علي', 'سارة حسن']],
] as const)('finds in %j the authors %j', ([byline, names]) => {
  expect(printedNames(byline)).toEqual(names);
});

test.for([
  'By',
  'By By',
  '—',
  '…',
  'X',
  '1998',
  'nils@post.example',
  'https://post.example/nils',
  'admin',
  'nils-sund',
  'Nils and Eva Sund',
  'Sund and Berg',
  'Sund, Nils',
  'Edited by Nils Sund',
  'Who wrote this?',
])('finds no author in %j', (byline) => {
  expect(printedNames(byline)).toEqual([]);
});

test('finds each of forty names', () => {
  const names = Array.from(
    { length: 40 },
    (_, index) => `Nils ${String.fromCharCode(65 + (index % 26))}und${index < 26 ? '' : 'berg'}`,
  );
  expect(printedNames(names.join(', '))).toEqual(names);
  expect(printedNames(...names)).toEqual(names);
});

test('takes a name for the record that alone has it, whatever its case', () => {
  const found = name('ADA LIND', 'A. Lind', '林安', 'Reuters staff').map(({ author }) => [
    author?.id,
    author?.record?.id,
  ]);
  expect(found).toEqual([
    ['ada-lind', 'ada-lind'],
    ['ada-lind', 'ada-lind'],
    ['ada-lind', 'ada-lind'],
    ['reuters', 'reuters'],
  ]);
});

test('takes a name that two records have, or a place, for none of them', () => {
  const found = name('Eve Stone', 'Norhaven').map(({ author }) => [author?.id, author?.record]);
  expect(found).toEqual([
    ['eve-stone', undefined],
    ['norhaven', undefined],
  ]);
});

test('gives an author the same address, whoever else there is', () => {
  expect(authorIdOf('Nils Sund')).toBe('nils-sund');
  expect(authorIdOf('NILS  SUND')).toBe('nils-sund');
  expect(authorIdOf('Åsa Ødegård-Müller')).toBe('asa-odegard-muller');
});

test('parts names of other scripts that are alike in Latin letters', () => {
  const ids = ['李明', '黎明', 'Li Ming', 'Иван', 'أحمد'].map(authorIdOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toMatch(/^li-ming-[0-9a-f]{6}$/);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
});

test('parts long names that begin alike, and names that stand for reserved addresses', () => {
  const long = 'Nils Johan Sund '.repeat(7).trim();
  const ids = [long, `${long} Berg`, 'Index', 'Author Index', 'Page 2'].map(authorIdOf);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).not.toContain('index');
});
