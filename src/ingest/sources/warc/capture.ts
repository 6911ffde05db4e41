import type { SourceError } from '../source-error.ts';

/** What a crawl has of an address at one time: everything but the content. */
export interface Capture {
  /** Which of the crawl's files it is in. */
  file: number;
  /** Of its record in that file, in bytes. */
  offset: number;
  /** As in the crawl. */
  url: string;
  /** When it was captured, in UTC (ISO 8601). */
  date: string;
  /** Whether its record holds no content, since another one has the same (`revisit`). */
  isRevisit: boolean;
  /** HTTP status; 0 when there is none. */
  status: number;
  /** Media type, without parameters; '' when it is not said. */
  type: string;
  /** The checksum of the content as the crawl has it. */
  digest?: string | undefined;
  /** Where it leads on: the target of a redirect. */
  leadsTo?: string | undefined;
  /** Of a revisit: the address and the time of the capture that has the content. */
  refersTo?: { url: string; date: string | undefined } | undefined;
  /** What the start of a page says. */
  page?: PageStart | undefined;
  /** Why it cannot be read. */
  error?: SourceError | undefined;
}

/** What is known of a page before it is read as a whole. */
interface PageStart {
  /** SHA-256 of its content. */
  sha256: string;
  title: string;
  /** The absolute address that it names as its own; undefined where it names none. */
  canonical: string | undefined;
}

/**
 * What is equal for addresses of the same: the scheme, `www.`, and what browsers do not send make no difference.
 *
 * @example keyOf('http://www.paper.example/a?b=1#c') // 'paper.example/a?b=1'
 */
export function keyOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return host.replace(/^www\./, '').replace(/:(?:80|443)$/, '') + pathname + search;
}
