import type { CatalogueDates, CatalogueFacet } from '../../catalogue.ts';
import { createEngine, type Answer, type Engine } from './engine.ts';
import { createExcerpt } from './excerpt.ts';
import { createMarker, type FindMarks } from './find-marks.ts';
import type { Hit, Reply, Request, SearchAddresses } from './worker-messages.ts';
import { readQuery } from '../state/query.ts';
import { yearFacet, type SearchPart } from '../state/search-state.ts';
import { refuseOtherOrder, type NumberedFile } from './same-order.ts';
import { loadIndexVersion, openTextIndex, type TextIndex } from '../../text-index/text-index.ts';

// Searches in a thread of its own, so that the page can always be typed in and scrolled. What is found is never copied to
// the page's thread, only what is shown of it.

let text: TextIndex;
let engine: Promise<Engine>;
/** Loads a file of the catalogue, once: the dates, or a facet by its key. */
let loadCatalogue: (name: string) => Promise<unknown>;
let home = '';
let newest = 0;
let current: { id: number; answer: Answer; findMarks: FindMarks } | undefined;
let done = 0;

const send = (reply: Reply) => postMessage(reply);
const step = <Value>(value: Value): Value => {
  send({ kind: 'progress', done: ++done, total: 2 });
  return value;
};

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data).catch((error: unknown) => send({ kind: 'failed', reason: String(error) }));
});

async function answer(request: Request): Promise<void> {
  if (request.kind === 'open') {
    open(request.addresses);
    await engine;
  } else if (request.kind === 'warm') {
    await text.warm();
  } else if (request.kind === 'search') {
    newest = request.id;
    // The words are looked up while the catalogue is loaded; the engine gets the same answers from the caches.
    const query = readQuery(request.state.words);
    for (const key of Object.keys(request.state.facets))
      if (key !== yearFacet) loadCatalogue(key).catch(() => {});
    const words = text.findWords(query, isByWordsAlone(request) ? request.hits : 0);
    const [{ search, span, facets }] = await Promise.all([engine, words]);
    // The answer to an outdated search would be dropped.
    if (request.id !== newest) return;
    const { state } = request;
    const asked = await search(state);
    const rare =
      asked.articles.length <= little
        ? await (await import('./rare-words.ts')).findRareWords(query, little, text.findWords)
        : [];
    const without = findBest(asked);
    const found = without ? await search({ ...state, words: without.rest }) : asked;
    if (request.id !== newest) return;
    const findMarks = createMarker(without ? readQuery(without.rest) : query);
    current = { id: request.id, answer: found, findMarks };
    const { articles, possible, names, timeline, unknown } = found;
    const hits = await loadHits(found, findMarks, 0, request.hits);
    const summary = {
      total: articles.length,
      possible: possible.size,
      span,
      facets,
      names,
      timeline,
      unknown,
      relaxations: asked.relaxations,
      without: without?.term,
      rare,
      ignored: query.ignored,
      cut: text.listCut(query),
      hits,
    };
    send({ kind: 'answer', id: request.id, summary });
  } else if (request.kind === 'compare') {
    send({ kind: 'part', part: request.part, content: await (await engine).compare(request.states) });
  } else if (request.kind === 'facets') {
    const answer = current?.id === request.id ? current.answer : undefined;
    send({ kind: 'part', part: request.part, content: await answer?.viewFacets(request.options) });
  } else {
    send({ kind: 'part', part: request.part, content: await loadPart(request) });
  }
}

/** Of how many articles, at most, it is said that little was found. */
const little = 2;

/** The word or phrase without which most is found, of a search that finds nothing. */
function findBest({ relaxations }: Answer): Extract<SearchPart, { kind: 'term' }> | undefined {
  const terms = relaxations.flatMap(({ part, count }) => (part.kind === 'term' ? [{ part, count }] : []));
  return terms.sort((a, b) => b.count - a.count)[0]?.part;
}

/** Whether the best matches of the words are what will be shown. */
function isByWordsAlone({ state }: Extract<Request, { kind: 'search' }>): boolean {
  const { facets, with: required, from, to, order } = state;
  const isChosen = [required, ...Object.values(facets)].some(({ length }) => length > 0);
  return order === 'relevance' && !isChosen && from + to === '';
}

function open({ index, catalogue, home: address }: SearchAddresses): void {
  home = address;
  const version = loadIndexVersion(index).then(step);
  text = openTextIndex(index, version);
  const files = new Map<string, Promise<unknown>>();
  const loadFile = async (name: string): Promise<unknown> => {
    const known = await version;
    const response = await fetch(`${catalogue}${name}.json?v=${known.hash}`);
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const file = (await response.json()) as NumberedFile;
    refuseOtherOrder(response.url, file, known);
    return file;
  };
  loadCatalogue = (name) => {
    const file = files.get(name) ?? loadFile(name);
    files.set(name, file);
    return file;
  };
  engine = loadCatalogue('dates').then((dates) =>
    step(
      createEngine(
        dates as CatalogueDates,
        async (key) => (await loadCatalogue(key)) as CatalogueFacet,
        text.findWords,
      ),
    ),
  );
}

async function loadPart({
  id,
  from,
  to,
  withTags,
}: Extract<Request, { kind: 'load' }>): Promise<Hit[] | undefined> {
  if (current?.id !== id) return undefined;
  const { answer, findMarks } = current;
  const hits = await loadHits(answer, findMarks, from, to);
  if (!withTags) return hits;
  const articles = answer.articles.slice(from, to);
  const tags = await (await engine).tagsOf(articles);
  return hits.map((hit, index) => ({ ...hit, tags: tags.get(articles[index] ?? -1) ?? {} }));
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
      const {
        url,
        title,
        date,
        cited = '',
        edtf = '',
        language,
        byline = '',
        source = '',
        archive,
        publishedIn,
      } = fragment;
      const excerpt = createExcerpt(title, fragment.text, findMarks);
      return {
        // That of an article on another host is absolute.
        url: new URL(url, home).href,
        title: excerpt.title,
        date,
        cited,
        edtf,
        isPossible: possible.has(article),
        language,
        byline,
        source,
        ...(archive && { archive }),
        publishedIn,
        excerpt: excerpt.text,
        found: excerpt.found,
      };
    }),
  );
}
