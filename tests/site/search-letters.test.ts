import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { escapeXml } from '../../src/exports/xml.ts';
import { createExcerpt } from '../../src/search/browser/engine/excerpt.ts';
import { createMarker } from '../../src/search/browser/engine/find-marks.ts';
import { readQuery } from '../../src/search/browser/state/query.ts';
import { findBest } from '../../src/search/text-index/scores.ts';
import { openIndexOf, type OpenedIndex } from './opened-index.ts';

// Letters and signs that make searches fail: what is printed is found whichever way it is typed, and is what is marked.

const articles: Record<string, [title: string, text: string, language?: string]> = {
  'soft hyphens': [
    'New rooms',
    'Das Ver\u00adwal\u00adtungs\u00adge\u00adbäude was hand\u00aded over by the Bür\u00adger\u00admeister.',
  ],
  compounds: [
    'Winterhafen',
    'Der Winterhafen bekam ein Notstromaggregat. Die Gasse, die GROSSE und die Große; Fluß.',
    'de',
  ],
  apostrophes: [
    'Names',
    'M’Bala met DʼArcy’s aunt at Kauaʻi; l’abeille s’envole aujourd’hui; fish ’n’ chips in the ’60s.',
  ],
  hyphens: [
    'A vice-captain',
    'The co-operation of ex-sailors: B-52, H5N1-2, Marie‑Anne, out-of-the-way, 1998–99.',
  ],
  ligatures: [
    'Scanned',
    'The sta\ufb00 took a \ufb02ight to \ufb01nd the o\ufb03ce; they were de-\nlayed in the neigh-\nbouring town. Eaſter came.',
  ],
  abbreviations: [
    'Sums',
    'The E.U. paid €2,500.75, that is 2.500,75; R&D, C++ and C#; prices rose 1.05, not 10.5; see #ferryday.',
  ],
  'small words': ['Who is it', 'It is not to be, says the Then; we are what we are, said a The.'],
  accents: [
    'Lettres',
    'Une rosée à Málaga par Łucja Nuñez; Sønderjylland; Ångström; İzmir; Đà Nẵng; Hŭbei.',
    'fr',
  ],
  'no accents': ['Plain', 'A rosee is what they wrote, and no more than that rosee of Malaga.'],
  arabic: ['خبر', 'قَرَأَ أَحْمَدُ الجَرِيدَةَ وَالمَجَلَّة.', 'ar'],
  hebrew: ['ידיעה', 'הַסְּפִינָה הִגִּיעָה לַנָּמָל.', 'he'],
  'east asian': ['大阪ニュース', '大阪ニュースが届いた。부산에 배가 왔다. 我们昨天看到船。ﾎﾃﾙ ＸＹＺ', 'ja'],
  quotations: ['Said', '“A day, for a day,” she said; ‘often’ – «toujours» – „immer“.'],
  bakers: ['Interstate bakeries', 'The bakeries of the state, bakeries all, were sold to other bakeries.'],
  baker: ['Talks', 'The minister, James Baker, spoke of ferries.'],
};
const names = Object.keys(articles);

let opened: OpenedIndex;

beforeAll(async () => {
  opened = await openIndexOf(
    Object.values(articles).map(([title, text, language = 'en']) => ({
      title,
      html: `<p>${escapeXml(text)}</p>`,
      language,
    })),
  );
});
afterAll(() => opened.close());

/** Searches. @returns the articles' names, the best first, and what is marked in each */
async function find(words: string): Promise<[name: string, marked: string][]> {
  const query = readQuery(words);
  const scores = await opened.text.findWords(query);
  const findMarks = createMarker(query);
  return Promise.all(
    findBest(scores, Infinity).map(async (number): Promise<[string, string]> => {
      const { title, text } = await opened.text.loadFragment(number);
      return [names[number] ?? '', createExcerpt(title, text, findMarks).found.join(' | ')];
    }),
  );
}

describe('finds, and marks', () => {
  test.for<[words: string, ...found: [name: string, marked: string][]]>([
    ['Verwaltungsgebäude', ['soft hyphens', 'Ver\u00adwal\u00adtungs\u00adge\u00adbäude']],
    ['verwaltungsgebaude', ['soft hyphens', 'Ver\u00adwal\u00adtungs\u00adge\u00adbäude']],
    ['handed', ['soft hyphens', 'hand\u00aded']],
    ['Bürgermeister', ['soft hyphens', 'Bür\u00adger\u00admeister']],
    ['grosse', ['compounds', 'GROSSE | Große']],
    ['fluss', ['compounds', 'Fluß']],
    ["M'Bala", ['apostrophes', 'M’Bala']],
    ['mbala', ['apostrophes', 'M’Bala']],
    ['D’Arcy’s', ['apostrophes', 'DʼArcy']],
    ['darcy', ['apostrophes', 'DʼArcy']],
    ['Kauai', ['apostrophes', 'Kauaʻi']],
    ["Kaua'i", ['apostrophes', 'Kauaʻi']],
    ['abeille', ['apostrophes', 'abeille']],
    ["l'abeille", ['apostrophes', 'l’abeille']],
    ["aujourd'hui", ['apostrophes', 'aujourd’hui']],
    ['cooperation', ['hyphens', 'co-operation']],
    ['co-operation', ['hyphens', 'co-operation']],
    ['"co-operation"', ['hyphens', 'co-operation']],
    ['"co operation"', ['hyphens', 'co-operation']],
    ['sailors', ['hyphens', 'sailors']],
    ['B52', ['hyphens', 'B-52']],
    ['B-52', ['hyphens', 'B-52']],
    ['Marie-Anne', ['hyphens', 'Marie‑Anne']],
    ['"out of the way"', ['hyphens', 'out-of-the-way']],
    ['staff', ['ligatures', 'sta\ufb00']],
    ['flight', ['ligatures', '\ufb02ight']],
    ['find', ['ligatures', '\ufb01nd']],
    ['office', ['ligatures', 'o\ufb03ce']],
    ['delayed', ['ligatures', 'de-\nlayed']],
    ['neighbouring', ['ligatures', 'neigh-\nbouring']],
    ['Easter', ['ligatures', 'Eaſter']],
    ['EU', ['abbreviations', 'E.U.']],
    ['E.U.', ['abbreviations', 'E.U.']],
    ['2500', ['abbreviations', '2,500 | 2.500']],
    ['"2,500"', ['abbreviations', '2,500 | 2.500']],
    ['R&D', ['abbreviations', 'R&D']],
    ['C++', ['abbreviations', 'C++']],
    ['C#', ['abbreviations', 'C#']],
    ['ferryday', ['abbreviations', 'ferryday']],
    ['1.05', ['abbreviations', '1.05']],
    ['10.5', ['abbreviations', '10.5']],
    ['105'],
    ['"is not to be"', ['small words', 'is not to be']],
    ['"the Then"', ['small words', 'the Then']],
    ['"be not"'],
    ['rosée', ['accents', 'rosée'], ['no accents', 'rosee']],
    ['Lucja', ['accents', 'Łucja']],
    ['nunez', ['accents', 'Nuñez']],
    ['Sonderjylland', ['accents', 'Sønderjylland']],
    ['angstrom', ['accents', 'Ångström']],
    ['izmir', ['accents', 'İzmir']],
    ['Da Nang', ['accents', 'Đà Nẵng']],
    ['أحمد', ['arabic', 'أَحْمَدُ']],
    ['احمد', ['arabic', 'أَحْمَدُ']],
    ['جريدة', ['arabic', 'الجَرِيدَةَ']],
    ['الجريدة', ['arabic', 'الجَرِيدَةَ']],
    ['مجلة', ['arabic', 'وَالمَجَلَّة']],
    ['ספינה', ['hebrew', 'הַסְּפִינָה']],
    ['הגיעה', ['hebrew', 'הִגִּיעָה']],
    ['大阪', ['east asian', '大阪']],
    ['ニュース', ['east asian', 'ニュース']],
    ['ホテル', ['east asian', 'ﾎﾃﾙ']],
    ['XYZ', ['east asian', 'ＸＹＺ']],
    ['부산', ['east asian', '부산에']],
    ['昨天', ['east asian', '昨天']],
    ['"a day for a day"', ['quotations', 'A day, for a day']],
    ['"day, for a day"', ['quotations', 'day, for a day']],
    ['toujours', ['quotations', 'toujours']],
    ['baker', ['baker', 'Baker'], ['bakers', 'bakeries']],
    ['"baker"', ['baker', 'Baker']],
    ['"ferry"'],
    ['ferry -baker', ['abbreviations', 'ferryday']],
    ['sailors OR abeille', ['hyphens', 'sailors'], ['apostrophes', 'abeille']],
    ['sailors|abeille marie', ['hyphens', 'sailors | Marie']],
  ])('%s', async ([words, ...found]) => {
    const actual = await find(words);
    const isRanked = found.length > 1 && !/OR|\|/.test(words);
    expect(isRanked ? actual : actual.toSorted()).toEqual(isRanked ? found : found.toSorted());
  });

  test('everything without a word that is left out', async () => {
    const found = (await find('-ferries')).map(([name]) => name);
    expect(found.sort()).toEqual(names.filter((name) => !['baker'].includes(name)).sort());
  });
});
