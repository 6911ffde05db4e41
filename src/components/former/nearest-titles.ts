import { startSearch } from '../../search/browser/engine/search-client.ts';
import type { Hit } from '../../search/browser/engine/worker-messages.ts';
import { element } from '../../search/browser/page/element.ts';
import { get, readSettings } from '../../search/browser/page/settings.ts';
import { everything } from '../../search/browser/state/search-state.ts';
import { wordsOfAddress } from './words-of-address.ts';

// Shows the articles that the words of an unknown address find.

/** How many are shown. */
const most = 5;

const section = get('nearest');
const settings = readSettings(section);
const words = wordsOfAddress(location.pathname);
if (words !== '' && !settings.isEmpty) void showNearest();

async function showNearest(): Promise<void> {
  const { index, catalogue, home } = settings;
  const absolute = (path: string) => new URL(path, location.href).href;
  const addresses = { index: absolute(index), catalogue: absolute(catalogue), home: absolute(home) };
  const client = startSearch(addresses, () => {});
  const find = async (asked: string) =>
    (await client.search({ ...everything, words: asked, order: 'relevance' }, most))?.hits ?? [];
  try {
    const withAll = await find(words);
    const hits = withAll.length > 0 ? withAll : await find(words.replaceAll(' ', ' OR '));
    get('nearest-list').replaceChildren(...hits.map(createItem));
    section.hidden = hits.length === 0;
  } finally {
    // Without its index the page offers its form alone.
    client.close();
  }
}

function createItem({ url, title, date, language }: Hit): HTMLLIElement {
  const foreign = language === settings.language ? {} : { lang: language, dir: 'auto' };
  const link = element('a', { href: url }, title.map(({ text }) => text).join(''));
  return element(
    'li',
    {},
    element('p', { className: 'label' }, date),
    element('h3', { className: 'article-list-title', ...foreign }, link),
  );
}
