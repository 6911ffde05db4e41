import { formerAddress } from '../../drafts/former-address.ts';
import type { LeftOut } from '../../drafts/draft.ts';
import { decodeSource, sizeLimit } from '../../text/decode-source.ts';
import { describeEncoding } from '../../text/declared-encoding.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import { SourceError } from '../source-error.ts';
import type { Item, Origin, SourceOptions } from '../source.ts';
import { tellPageKind } from '../web-page/page-kind.ts';
import { parsePage } from '../web-page/parse-page.ts';
import { ownAddress, readPage } from '../web-page/read-page.ts';
import { keyOf } from './capture.ts';
import type { ChosenPage } from './choose-pages.ts';
import { ByteStream } from './records/byte-stream.ts';
import { hasDigest } from './records/check-digest.ts';
import { readContent, readHttpResponse } from './records/http-response.ts';
import type { WarcRecord } from './records/visit-records.ts';

/** The content of a page, and what its record says of it. */
export interface PageContent {
  bytes: Buffer;
  /** The encoding that its server named. */
  encoding: string | undefined;
  notices: string[];
}

/** Reads the content of a page from its record. @throws {SourceError} */
export async function readPageContent({ fields, block }: WarcRecord): Promise<PageContent> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of block.take()) {
    size += piece.length;
    if (size > 2 * sizeLimit)
      throw new SourceError(`a page of more than ${size} bytes`, 'a page', 'Leave it out.');
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  const notices: string[] = [];
  const digest = fields.get('warc-block-digest');
  if (digest !== undefined && hasDigest(bytes, digest) === false)
    notices.push(
      'The page is not as it was captured: the record does not have the checksum that the crawl has for it.',
    );
  const truncated = fields.get('warc-truncated');
  if (truncated !== undefined)
    notices.push(`The crawl has only the beginning of the page (WARC-Truncated: ${truncated}).`);
  const response = await readHttpResponse({ fields, block: new ByteStream(oneOf(bytes)) });
  const charset = /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(response.fields.get('content-type') ?? '')?.[1];
  return { bytes: await readContent(response, sizeLimit), encoding: encodingOf(charset), notices };
}

async function* oneOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** The name of an encoding (WHATWG); undefined for UTF-8, which needs none, and for unknown names. */
function encodingOf(charset: string | undefined): string | undefined {
  try {
    const { encoding } = new TextDecoder(charset ?? 'utf-8');
    return encoding === 'utf-8' ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/**
 * Makes a draft of a page that is an article.
 *
 * @param isCaptured whether the crawl has a page at an address
 */
export function readCapturedPage(
  { captured, addresses }: ChosenPage,
  { bytes, encoding, notices }: PageContent,
  origin: Origin,
  options: SourceOptions,
  isCaptured: (key: string) => boolean,
): Item {
  return catchFailure(origin, () => {
    const text = decodeSource(bytes, encoding ?? options.encoding);
    const document = parsePage(text);
    const kind = tellPageKind(document, captured.url);
    if (!kind.isArticle) return { kind: 'skipped', origin, reason: kind.reason, detail: kind.detail };
    const page = readPage(document, text, options, false, captured.url);
    const told = describeEncoding(bytes, options.encoding);
    return {
      kind: 'draft',
      draft: {
        ...page,
        origin,
        received: { bytes, extension: 'html.txt', ...(encoding !== undefined && { encoding }) },
        leftOut: [
          ...page.leftOut.map((each) => nameOwnAddress(each, isCaptured)),
          ...addresses.map((address) => ({ what: `${formerAddress} that leads to it`, address })),
          { what: 'the time of the capture', text: captured.date },
        ],
        notices: [...(told === undefined ? [] : [told]), ...notices, ...kind.notices, ...page.notices],
      },
    };
  });
}

/** An address that a page names as its own is a former one, unless it is that of another page or of the whole site. */
function nameOwnAddress(each: LeftOut, isCaptured: (key: string) => boolean): LeftOut {
  const { what, address = '' } = each;
  if (what !== ownAddress || !URL.canParse(address)) return each;
  if (new URL(address).pathname === '/' || isCaptured(keyOf(address))) return each;
  return { ...each, what: `${formerAddress} that the page names as its own` };
}
