import workerAddress from './worker.ts?worker&url';
import type { FacetWish } from './facet-views.ts';
import type { Hit, Reply, Request, SearchAddresses, Summary } from './messages.ts';
import type { SearchState } from '../state/search-state.ts';

/** The page's side of the search worker. */
export interface SearchClient {
  /** Loads the words' index before it is asked. */
  warm(): void;
  /** Answers a search; `undefined` when a newer one was asked meanwhile. */
  ask(state: SearchState, wishes: Record<string, FacetWish>, hits: number): Promise<Summary | undefined>;
  /** Loads more articles of the newest answer. */
  load(from: number, to: number): Promise<Hit[]>;
  close(): void;
}

/** As much of Trusted Types (W3C) as is used; TypeScript does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** The one address that a script may be loaded from by name, where the browser asks for that. */
const trustedAddress =
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
    ?.createPolicy('dateline-search', { createScriptURL: () => workerAddress })
    .createScriptURL(workerAddress) ?? workerAddress;

/**
 * Starts the search worker.
 *
 * @param tell hears how far the loading is
 */
export function startSearch(
  addresses: SearchAddresses,
  tell: (done: number, total: number) => void,
): SearchClient {
  const worker = new Worker(trustedAddress, { type: 'module' });
  const say = (request: Request) => worker.postMessage(request);
  let id = 0;
  let isBroken: Error | undefined;
  let settle: ((summary: Summary | undefined) => void) | undefined;
  let settleHits: ((hits: Hit[]) => void) | undefined;
  let reject: ((reason: Error) => void) | undefined;
  const fail = (reason: string) => {
    isBroken = new Error(reason);
    reject?.(isBroken);
  };
  worker.addEventListener('error', ({ message }) => fail(message || 'The search could not be started.'));
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'progress') tell(data.done, data.total);
    else if (data.kind === 'failed') fail(data.reason);
    else if (data.id !== id) return;
    else if (data.kind === 'answer') settle?.(data.summary);
    else settleHits?.(data.hits);
  });
  say({ kind: 'open', addresses });
  return {
    warm: () => say({ kind: 'warm' }),
    ask(state, wishes, hits) {
      settle?.(undefined);
      if (isBroken) return Promise.reject(isBroken);
      say({ kind: 'ask', id: ++id, state, wishes, hits });
      return new Promise((resolve, refuse) => ([settle, reject] = [resolve, refuse]));
    },
    load(from, to) {
      if (isBroken) return Promise.reject(isBroken);
      say({ kind: 'load', id, from, to });
      return new Promise((resolve, refuse) => ([settleHits, reject] = [resolve, refuse]));
    },
    close: () => worker.terminate(),
  };
}
