import { describe, expect, test } from 'vitest';

import { contentWith, problemsWith, record } from '../../../support/content-folder.ts';

const rest = ['people: []', 'places: []', 'topics: []'];
const forms = '2021-07-18, 2021-07, 2021, 2021~ (about) or 2021-07/2021-09 (an interval)';

describe('date', () => {
  test.for([
    ['1923', '1923', { year: 1923 }],
    ['1923-05', '1923', { year: 1923, month: 5 }],
    ['1923-05-01', '1923', { year: 1923, month: 5, day: 1 }],
    ["'1923-05-01'", '1923', { year: 1923, month: 5, day: 1 }],
    ['1923~', '1923', { year: 1923, approximate: true }],
    ['0987', '0987', { year: 987 }],
  ] as const)('accepts %s as YAML gives it', async ([written, folder, start]) => {
    const { articles } = await contentWith({
      [`articles/${folder}/ferry.md`]: record('title: A ferry', `date: ${written}`, ...rest),
    });
    const article = articles.find(({ id }) => id === `${folder}/ferry`);
    expect(article?.data.date).toEqual({ edtf: written.replaceAll("'", ''), start });
  });

  test('refuses a key without a value, and says what may stand there', async () => {
    const file = 'articles/2021/02/ferry.md';
    const [problem] = await problemsWith({ [file]: record('title: A ferry', 'date:', ...rest) });
    expect(problem).toContain(`${file}:3:1: found date without a value; expected a date like ${forms}`);
  });

  test('refuses a day that there is not', async () => {
    const file = 'articles/2021/02/ferry.md';
    expect(await problemsWith({ [file]: record('title: A ferry', 'date: 2021-02-30', ...rest) })).toEqual([
      `${file}:3:7: found date "2021-02-30": 2021-02 has 28 days, not a day 30; expected a date like ${forms}. ` +
        'Correct the date, or give it only as far as it is known.',
    ]);
  });

  test('refuses a date in words', async () => {
    const file = 'articles/2021/ferry.md';
    expect(await problemsWith({ [file]: record('title: A ferry', 'date: 4 May 2021', ...rest) })).toEqual([
      `${file}:3:7: found date "4 May 2021", which is not a date; expected a date like ${forms}. ` +
        'Correct the date, or give it only as far as it is known.',
    ]);
  });

  test('has to be given, or to be called unknown', async () => {
    const file = 'articles/2021/ferry.md';
    expect(await problemsWith({ [file]: record('title: A ferry', ...rest) })).toEqual([
      `${file}:2:1: found no "date"; expected a date like ${forms}, or "undated: true". ` +
        'Add "date:" with what is known, or "undated: true" when nothing is.',
    ]);
  });

  test('cannot be given together with "undated"', async () => {
    const file = 'articles/2021/ferry.md';
    expect(
      await problemsWith({ [file]: record('title: A ferry', 'date: 2021', 'undated: true', ...rest) }),
    ).toEqual([
      `${file}:4:10: found both "date" and "undated"; expected only one of them. ` +
        'Remove "undated" if the date is known.',
    ]);
  });

  test('is asked for also when other keys are wrong', async () => {
    const problems = await problemsWith({ 'articles/2021/ferry.md': record(...rest, 'titel: A ferry') });
    expect(problems.map((problem) => problem.split(': ')[1]?.split(';')[0])).toEqual([
      'found no "title"',
      'found no "date"',
      'found the unknown key "titel"',
    ]);
  });
});

describe('an article', () => {
  const article = (...lines: string[]) => ({
    'articles/2021/ferry.md': record('title: A ferry', 'date: 2021', ...rest, ...lines),
  });
  const file = 'articles/2021/ferry.md';

  test('may leave out everything that is not required', async () => {
    const { articles } = await contentWith(article());
    expect(articles.find(({ id }) => id === '2021/ferry')?.data).toEqual({
      title: 'A ferry',
      pictures: [],
      facsimiles: [],
      attachments: [],
      titleSupplied: false,
      date: { edtf: '2021', start: { year: 2021 } },
      people: [],
      places: [],
      organizations: [],
      topics: [],
      byline: [],
      corrections: [],
      redactions: [],
      formerIds: [],
      formerUrls: [],
    });
  });

  test.for([
    ['byline: Ada Lind', ['Ada Lind']],
    ['byline: [Ada Lind, Tomas Berg]', ['Ada Lind', 'Tomas Berg']],
  ] as const)('has its byline as a list: %s', async ([line, expected]) => {
    const { articles } = await contentWith(article(line));
    expect(articles.find(({ id }) => id === '2021/ferry')?.data.byline).toEqual(expected);
  });

  test.for([
    ["subtitle: ''", '7:1'],
    ['subtitle: " a"', '7:11'],
    ['subtitle: "a "', '7:11'],
    ['subtitle: "a\\nb"', '7:11'],
  ])('refuses %s, which is not one line of text', async ([line = '', place]) => {
    expect(await problemsWith(article(line))).toEqual([
      `${file}:${place}: found a text that is empty, begins or ends with a space, or has several lines; ` +
        'expected one line of text. Write it on one line, or leave the key out when there is nothing to say.',
    ]);
  });

  test.for([
    ['subtitle: ', '', '7:11'],
    ['source: { url: https://example.org/', ' }', '7:16'],
  ])('refuses %s… when that is longer than a line can be', async ([start, end, place]) => {
    const fits = `${start}${'a'.repeat(20_000 - 'https://example.org/'.length)}${end}`;
    expect(await problemsWith(article(fits))).toEqual([]);
    expect(await problemsWith(article(`${start}${'a'.repeat(20_001)}${end}`))).toEqual([
      `${file}:${place}: found a text of more than 20,000 characters; expected a line that is shorter than a long ` +
        'article. Shorten it, or write it below the frontmatter.',
    ]);
  });

  test('refuses a language that is not a language tag', async () => {
    expect(await problemsWith(article('language: English language'))).toEqual([
      `${file}:7:11: found a text that is not a language tag; expected a BCP 47 tag like en, fr-CA, zh-Hant or ar. ` +
        'Look the tag up in the IANA Language Subtag Registry.',
    ]);
  });

  test.for(['javascript:alert(1)', 'example.org/ferry', 'ftp://example.org/'])(
    'refuses the source address %s',
    async (url) => {
      expect(await problemsWith(article('source:', `  url: ${url}`))).toEqual([
        `${file}:8:8: found a text that is not a web address; expected an address that begins with https:// or http://. ` +
          'Write the whole address, or leave the key out.',
      ]);
    },
  );
});
