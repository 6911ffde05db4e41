import workerAddress from './worker.ts?worker&url';
import type { Comparison } from './compare.ts';
import type { FacetOptions, FacetView } from './facet-views.ts';
import type { Hit, Reply, Request, SearchAddresses, Summary } from './worker-messages.ts';
import type { SearchState } from '../state/search-state.ts';

/** The page's side of the search worker. */
export interface SearchClient {
  /** Loads what a search for words needs, before there is one. */
  warm(): void;
  /** @returns the answer; undefined when a newer search was started meanwhile */
  search(state: SearchState, hits: number): Promise<Summary | undefined>;
  /** Counts the values of facets for the latest answer. @returns undefined when a newer search was started meanwhile */
  viewFacets(options: Record<string, FacetOptions>): Promise<FacetView[] | undefined>;
  /** Counts what several searches find over time. */
  compare(states: readonly SearchState[]): Promise<Comparison>;
  /** Loads more articles of the latest answer. @returns undefined when a newer search was started meanwhile */
  load(from: number, to: number, withTags: boolean): Promise<Hit[] | undefined>;
  close(): void;
}

/** The part of Trusted Types (W3C) that is used; TypeScript has no types for it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The worker's address, in the form in which browsers that enforce Trusted Types accept it. */
const trustedAddress =
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
    ?.createPolicy('dateline-search', { createScriptURL: () => workerAddress })
    .createScriptURL(workerAddress) ?? workerAddress;

/**
 * Starts the search worker.
 *
 * @param onProgress is called while the index is loaded
 */
export function startSearch(
  addresses: SearchAddresses,
  onProgress: (done: number, total: number) => void,
): SearchClient {
  const worker = new Worker(trustedAddress, { type: 'module' });
  const send = (request: Request) => worker.postMessage(request);
  let id = 0;
  let failure: Error | undefined;
  let settle: ((summary: Summary | undefined) => void) | undefined;
  let reject: ((reason: Error) => void) | undefined;
  let parts = 0;
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  const fail = (reason: string) => {
    failure = new Error(reason);
    reject?.(failure);
    for (const each of asked.values()) each.reject(failure);
  };
  worker.addEventListener('error', ({ message }) => fail(message || 'The search could not be started.'));
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'progress') onProgress(data.done, data.total);
    else if (data.kind === 'failed') fail(data.reason);
    else if (data.kind === 'part') {
      asked.get(data.part)?.resolve(data.content);
      asked.delete(data.part);
    } else if (data.id === id) settle?.(data.summary);
  });
  /** Asks for what a reply with the number of the request brings. */
  const ask = async <Content>(request: (part: number) => Request): Promise<Content> => {
    if (failure) throw failure;
    const answer = Promise.withResolvers<unknown>();
    asked.set(++parts, answer);
    send(request(parts));
    return (await answer.promise) as Content;
  };
  send({ kind: 'open', addresses });
  return {
    warm: () => send({ kind: 'warm' }),
    search(state, hits) {
      settle?.(undefined);
      if (failure) return Promise.reject(failure);
      send({ kind: 'search', id: ++id, state, hits });
      return new Promise((onAnswer, onError) => ([settle, reject] = [onAnswer, onError]));
    },
    viewFacets: (options) => ask((part) => ({ kind: 'facets', id, part, options })),
    compare: (states) => ask((part) => ({ kind: 'compare', part, states })),
    load: (from, to, withTags) => ask((part) => ({ kind: 'load', id, part, from, to, withTags })),
    close: () => worker.terminate(),
  };
}
