import type { Catalogue } from '../../catalogue.ts';
import { createEngine, type Answer, type Engine } from './engine.ts';
import { makeExcerpt } from './excerpt.ts';
import type { Hit, Reply, Request, SearchAddresses } from './messages.ts';
import { readQuery } from '../state/query.ts';
import { everything, writeState } from '../state/search-state.ts';
import { openTextIndex, type Pagefind, type TextIndex } from '../../pagefind/text-index.ts';
import { joinLetters } from '../state/unspaced.ts';
import { createWatchedFetch } from '../../pagefind/watched-fetch.ts';

// Searches away from the page, which so can always be typed in and scrolled. Pagefind runs in here too: what it says of
// twenty thousand articles is never copied from one thread to another, only what is shown of them.

let text: TextIndex;
let engine: Promise<Engine>;
let home = '';
let newest = 0;
let current: { id: number; answer: Answer } | undefined;
let done = 0;

const say = (reply: Reply) => postMessage(reply);
const step = <Value>(value: Value): Value => {
  say({ kind: 'progress', done: ++done, total: 3 });
  return value;
};

let fail: (reason: Error) => void;
const failed = new Promise<never>((_resolve, reject) => (fail = reject));
failed.catch(() => {});
self.fetch = createWatchedFetch(self.fetch, (reason) => fail(reason));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  Promise.race([answer(data), failed]).catch((error: unknown) =>
    say({ kind: 'failed', reason: String(error) }),
  );
});

async function answer(request: Request): Promise<void> {
  if (request.kind === 'open') {
    open(request.addresses);
    await engine;
  } else if (request.kind === 'warm') {
    await text.warm();
  } else if (request.kind === 'ask') {
    newest = request.id;
    // Words are looked for while the catalogue is loaded; the answer is kept for the engine.
    const words = text.findWords(readQuery(request.state.words), isByWordsAlone(request) ? request.hits : 0);
    const [{ ask, span }] = await Promise.all([engine, words]);
    // An answer that comes after a newer question is not worth its cost.
    if (request.id !== newest) return;
    const found = await ask(request.state, request.wishes);
    if (request.id !== newest) return;
    current = { id: request.id, answer: found };
    const { articles, possible, facets, years, unknown, blame } = found;
    const hits = await loadHits(found, 0, request.hits);
    const summary = {
      total: articles.length,
      possible: possible.size,
      span,
      facets,
      years,
      unknown,
      blame,
      hits,
    };
    say({ kind: 'answer', id: request.id, summary });
  } else if (current?.id === request.id) {
    say({ kind: 'hits', id: request.id, hits: await loadHits(current.answer, request.from, request.to) });
  }
}

/** Whether the articles that have the words best are the ones to be shown. */
function isByWordsAlone({ state }: Extract<Request, { kind: 'ask' }>): boolean {
  const { words, order, ...conditions } = state;
  return order === 'relevance' && writeState({ ...everything, ...conditions }).size === 0;
}

function open({ index, catalogue, home: address }: SearchAddresses): void {
  home = address;
  // The entry names the index that belongs to it, and is never taken from a cache.
  const version = fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' })
    .then((response) => response.json() as Promise<{ languages: Record<string, { hash: string }> }>)
    .then(({ languages }) => step(Object.values(languages)[0]?.hash ?? ''));
  const load = async () => step((await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind);
  text = openTextIndex(load, index, version);
  engine = version
    .then(async (each) => (await fetch(`${catalogue}?v=${each}`)).json() as Promise<Catalogue>)
    .then((content) => step(createEngine(content, text.findWords)));
}

async function loadHits({ articles, possible, matches }: Answer, from: number, to: number): Promise<Hit[]> {
  return Promise.all(
    articles.slice(from, to).map(async (article) => {
      const { url, content, meta, filters } = await text.loadFragment(article);
      const [[date = ''] = [], [cited = ''] = [], [edtf = ''] = [], [language = ''] = []] = [
        filters.date,
        filters.cited,
        filters.edtf,
        filters.language,
      ];
      const { title = '' } = meta;
      const excerpt = makeExcerpt(content, title, matches?.get(article)?.locations ?? []);
      return {
        url: home + url.replace(/^\//, ''),
        title: excerpt.title,
        date,
        cited,
        edtf,
        isPossible: possible.has(article),
        language,
        byline: joinLetters(filters.byline?.[0] ?? ''),
        source: joinLetters(filters.source?.[0] ?? ''),
        excerpt: excerpt.text,
        found: excerpt.found,
      };
    }),
  );
}
