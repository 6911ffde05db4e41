import type { Catalogue } from '../catalogue.ts';
import { createEngine, type Answer, type Engine } from './engine.ts';
import { makeExcerpt } from './excerpt.ts';
import type { Hit, Reply, Request, SearchAddresses } from './messages.ts';
import { openTextIndex, type Pagefind, type TextIndex } from './text-index.ts';
import { joinLetters } from './unspaced.ts';

// Searches away from the page, which so can always be typed in and scrolled. Pagefind runs in here too: what it says of
// twenty thousand articles is never copied from one thread to another, only what is shown of them.

interface Opened {
  engine: Engine;
  text: TextIndex;
  home: string;
}

let opened: Promise<Opened>;
let newest = 0;
let current: { id: number; answer: Answer } | undefined;
let done = 0;

const say = (reply: Reply) => postMessage(reply);
const step = <Value>(value: Value): Value => {
  say({ kind: 'progress', done: ++done, total: 3 });
  return value;
};

// Pagefind logs that a part of its index is missing, and answers without it: an article would be missing in silence.
const load = self.fetch;
let fail: (reason: Error) => void;
const failed = new Promise<never>((_resolve, reject) => (fail = reject));
failed.catch(() => {});
self.fetch = async (...request) => {
  try {
    const response = await load(...request);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response;
  } catch (error) {
    fail(error as Error);
    throw error;
  }
};

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  Promise.race([answer(data), failed]).catch((error: unknown) =>
    say({ kind: 'failed', reason: String(error) }),
  );
});

async function answer(request: Request): Promise<void> {
  if (request.kind === 'open') {
    opened = open(request.addresses);
    await opened;
  } else if (request.kind === 'warm') {
    const { text } = await opened;
    await text.warm();
  } else if (request.kind === 'ask') {
    newest = request.id;
    const { engine } = await opened;
    // An answer that comes after a newer question is not worth its cost.
    if (request.id !== newest) return;
    const found = await engine.ask(request.state, request.wishes);
    if (request.id !== newest) return;
    current = { id: request.id, answer: found };
    const { articles, possible, facets, years, unknown, blame } = found;
    const hits = await loadHits(found, 0, request.hits);
    const { span } = engine;
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

async function open({ index, catalogue: address, home }: SearchAddresses): Promise<Opened> {
  // The entry names the index that belongs to it, and is never taken from a cache.
  const entry = (await (await fetch(`${index}pagefind-entry.json`, { cache: 'no-cache' })).json()) as {
    languages: Record<string, { hash: string }>;
  };
  const version = Object.values(entry.languages)[0]?.hash ?? '';
  const catalogue = (await (await fetch(`${step(address)}?v=${version}`)).json()) as Catalogue;
  const load = async () => step((await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind);
  const text = openTextIndex(load, index, version);
  return { engine: step(createEngine(catalogue, text.findWords)), text, home };
}

async function loadHits({ articles, possible, matches }: Answer, from: number, to: number): Promise<Hit[]> {
  const { text, home } = await opened;
  return Promise.all(
    articles.slice(from, to).map(async (article) => {
      const { url, content, meta, filters } = await text.loadFragment(article);
      const [[date = ''] = [], [edtf = ''] = [], [language = ''] = []] = [
        filters.date,
        filters.edtf,
        filters.language,
      ];
      const { title = '' } = meta;
      const excerpt = makeExcerpt(content, title, matches?.get(article)?.locations ?? []);
      return {
        url: home + url.replace(/^\//, ''),
        title: excerpt.title,
        date,
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
