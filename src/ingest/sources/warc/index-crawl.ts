import { createHash } from 'node:crypto';

import { resolveAddress } from '../../text/web-address.ts';
import { sizeLimit } from '../../text/decode-source.ts';
import { SourceError } from '../source-error.ts';
import type { Capture } from './capture.ts';
import { readPageHead } from '../web-page/page-head.ts';
import { readContent, readHttpResponse, type HttpResponse } from './records/http-response.ts';
import type { WarcRecord } from './records/visit-records.ts';

/** The types of records that are captures; others are about the crawl. */
const captureTypes = /^(?:response|resource|revisit)$/;

/**
 * Reads what there is to know of a record before it is decided what becomes of it. Of a page that is its checksum, its title
 * and the address that it names as its own; nothing else of the content is kept.
 *
 * @returns the type of a record that is no capture
 */
export async function describeRecord(
  record: WarcRecord,
  file: number,
  offset: number,
): Promise<Capture | string> {
  const { fields } = record;
  const recordType = fields.get('warc-type')?.toLowerCase() ?? 'unnamed';
  if (!captureTypes.test(recordType)) return recordType;
  const isRevisit = recordType === 'revisit';
  // Some programs put it between angle brackets.
  const url = own(fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1') ?? '');
  const capture: Capture = {
    file,
    offset,
    url,
    date: own(fields.get('warc-date') ?? ''),
    isRevisit,
    status: 0,
    type: '',
    digest: maybeOwn(fields.get('warc-payload-digest')?.toLowerCase()),
    leadsTo: undefined,
  };
  const referred = fields.get('warc-refers-to-target-uri')?.replace(/^<(.*)>$/, '$1');
  if (isRevisit && referred !== undefined)
    capture.refersTo = { url: own(referred), date: maybeOwn(fields.get('warc-refers-to-date')) };
  try {
    // The block of a revisit may be empty.
    if (isRevisit && (await record.block.peek(1)).length === 0) return { ...capture, status: 200 };
    const response = await readHttpResponse(record);
    const location = response.fields.get('location');
    capture.status = response.status;
    capture.type = shared(mediaType(response));
    if (response.status >= 300 && response.status < 400 && location !== undefined)
      capture.leadsTo = maybeOwn(resolveAddress(location, url));
    if (fields.get('warc-segment-number') !== undefined) throw segmented();
    if (!isRevisit && response.status === 200 && (await isHtml(response))) {
      const content = await readContent(response, sizeLimit);
      const { title, canonical, refresh } = readPageHead(content);
      capture.page = {
        sha256: createHash('sha256').update(content).digest('hex'),
        title: own(title.slice(0, 300)),
        canonical: maybeOwn(canonical && resolveAddress(canonical, url)),
      };
      capture.leadsTo = maybeOwn(refresh && resolveAddress(refresh, url));
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // What the stream itself lacks is told by who reads the record to its end.
    capture.error = error;
  }
  return capture;
}

function segmented(): SourceError {
  return new SourceError(
    'a capture in several records (WARC-Segment-Number)',
    'a capture in one record',
    'Write the file again with a program that joins them.',
  );
}

function mediaType({ fields }: HttpResponse): string {
  return (fields.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

async function isHtml(response: HttpResponse): Promise<boolean> {
  const type = mediaType(response);
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return true;
  const start = (await response.body.peek(64)).toString('latin1');
  return type === '' && /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/i.test(start);
}

/** Media types that crawls have again and again. */
const types = new Map<string, string>();
const mostTypes = 1000;

function shared(type: string): string {
  const known = types.get(type) ?? own(type);
  if (types.size < mostTypes) types.set(known, known);
  return known;
}

/** A copy: a part of a text that V8 cuts out of a long one keeps all of that in memory. */
function own(text: string): string {
  return Buffer.from(text).toString();
}

function maybeOwn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : own(text);
}
