import { readPageHead } from './page-head.ts';
import { catchFailure } from '../shared/catch-failure.ts';
import type { Item, Origin, SourceOptions } from '../source.ts';
import { addressOfMirrored, createMirrorFinder, type MirroredFile } from './mirrored-site.ts';
import { tellPageKind } from './page-kind.ts';
import { parsePage } from './parse-page.ts';
import { ownAddress, readPage } from './read-page.ts';

/**
 * Reads a page of a mirrored site, if it is an article. Its links lead to files of the mirror, by which its pictures are found;
 * the address that it had is a former one.
 */
export function readMirroredPage(
  mirrored: MirroredFile,
  { bytes, text }: { bytes: Uint8Array; text: string },
  origin: Origin,
  options: SourceOptions,
): Item {
  return catchFailure(origin, () => {
    const address = addressOfMirrored(mirrored, text);
    const { refresh } = readPageHead(Buffer.from(bytes));
    if (refresh !== undefined)
      return { kind: 'skipped', origin, reason: 'a redirect', detail: `to ${refresh}` };
    const document = parsePage(text);
    const kind = tellPageKind(document, address);
    if (!kind.isArticle) return { kind: 'skipped', origin, reason: kind.reason, detail: kind.detail };
    const place = `http://${mirrored.host}/${mirrored.path.split('/').map(encodeURIComponent).join('/')}`;
    // No address is relative to a page of which the place is known.
    const reading = { ...options, hasFile: options.hasFile && (() => false) };
    const page = readPage(document, text, reading, false, place);
    const { pathname, search } = new URL(address);
    const own = page.leftOut.find(({ what }) => what === ownAddress)?.address;
    // A page that names the whole site as its address says nothing of its own.
    const url = own !== undefined && new URL(own).pathname !== '/' ? own : undefined;
    const { url: unused, ...said } = page;
    return {
      kind: 'draft',
      draft: {
        ...said,
        ...(url !== undefined && { url }),
        formerUrls: [pathname + search],
        origin,
        received: { bytes, extension: 'html.txt' },
        leftOut: page.leftOut.filter((each) => each.what !== ownAddress || each.address !== url),
        notices: [...kind.notices, ...page.notices],
      },
      findFile: createMirrorFinder(mirrored),
    };
  });
}
