import type { Catalogue } from '../../catalogue.ts';
import { createEngine, type Answer, type Engine } from './engine.ts';
import { createExcerpt } from './excerpt.ts';
import { createMarker, type FindMarks } from './find-marks.ts';
import type { Hit, Reply, Request, SearchAddresses } from './worker-messages.ts';
import { readQuery } from '../state/query.ts';
import { everything, writeState } from '../state/search-state.ts';
import { loadIndexVersion, openTextIndex, type Pagefind, type TextIndex } from '../../pagefind/text-index.ts';
import { createWatchedFetch } from '../../pagefind/watched-fetch.ts';

// Searches in a thread of its own, so that the page can always be typed in and scrolled. Pagefind runs here too: its
// results for twenty thousand articles are never copied to the page's thread, only those that are shown.

let text: TextIndex;
let engine: Promise<Engine>;
let home = '';
let newest = 0;
let current: { id: number; answer: Answer; findMarks: FindMarks } | undefined;
let done = 0;

const send = (reply: Reply) => postMessage(reply);
const step = <Value>(value: Value): Value => {
  send({ kind: 'progress', done: ++done, total: 3 });
  return value;
};

let fail: (reason: Error) => void;
const failed = new Promise<never>((_resolve, reject) => (fail = reject));
failed.catch(() => {});
self.fetch = createWatchedFetch(self.fetch, (reason) => fail(reason));

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  Promise.race([answer(data), failed]).catch((error: unknown) =>
    send({ kind: 'failed', reason: String(error) }),
  );
});

async function answer(request: Request): Promise<void> {
  if (request.kind === 'open') {
    open(request.addresses);
    await engine;
  } else if (request.kind === 'warm') {
    await text.warm();
  } else if (request.kind === 'search') {
    newest = request.id;
    // The words are looked up while the catalogue is loaded; the engine gets the same answer from the cache.
    const query = readQuery(request.state.words);
    const words = text.findWords(query, isByWordsAlone(request) ? request.hits : 0);
    const [{ search, span }] = await Promise.all([engine, words]);
    // The answer to an outdated search would be dropped.
    if (request.id !== newest) return;
    const found = await search(request.state, request.facetOptions);
    if (request.id !== newest) return;
    const findMarks = createMarker(query);
    current = { id: request.id, answer: found, findMarks };
    const { articles, possible, facets, years, unknown, relaxations } = found;
    const hits = await loadHits(found, findMarks, 0, request.hits);
    const summary = {
      total: articles.length,
      possible: possible.size,
      span,
      facets,
      years,
      unknown,
      relaxations,
      hits,
    };
    send({ kind: 'answer', id: request.id, summary });
  } else if (current?.id === request.id) {
    send({
      kind: 'hits',
      id: request.id,
      hits: await loadHits(current.answer, current.findMarks, request.from, request.to),
    });
  }
}

/** Whether the best matches of the words are what will be shown. */
function isByWordsAlone({ state }: Extract<Request, { kind: 'search' }>): boolean {
  const { words, order, ...conditions } = state;
  return order === 'relevance' && writeState({ ...everything, ...conditions }).size === 0;
}

function open({ index, catalogue, home: address }: SearchAddresses): void {
  home = address;
  const version = loadIndexVersion(index).then(step);
  const load = async () => step((await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind);
  text = openTextIndex(load, index, version);
  engine = version
    .then(async ({ hash }) => (await fetch(`${catalogue}?v=${hash}`)).json() as Promise<Catalogue>)
    .then((content) => step(createEngine(content, text.findWords)));
}

async function loadHits(
  { articles, possible }: Answer,
  findMarks: FindMarks,
  from: number,
  to: number,
): Promise<Hit[]> {
  return Promise.all(
    articles.slice(from, to).map(async (article) => {
      const fragment = await text.loadFragment(article);
      const { url, title, date, cited = '', edtf = '', language, byline = '', source = '' } = fragment;
      const excerpt = createExcerpt(title, fragment.text, findMarks);
      return {
        url: home + url,
        title: excerpt.title,
        date,
        cited,
        edtf,
        isPossible: possible.has(article),
        language,
        byline,
        source,
        excerpt: excerpt.text,
        found: excerpt.found,
      };
    }),
  );
}
